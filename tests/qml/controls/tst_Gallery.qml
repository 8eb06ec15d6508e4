import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 1280
    height: 800

    Gallery {
        id: gallery
        anchors.fill: parent
    }
    TouchCase {
        name: "Gallery"

        function test_noWordsAreCut_data() {
            const rows = [];
            for (const size of [[1280, 800], [800, 1280]])
                for (const density of [3.78, 5.88])
                    for (const language of ["en", "es"])
                        rows.push({
                            tag: size[0] + "x" + size[1] + " " + density + " " + language,
                            width: size[0],
                            height: size[1],
                            density: density,
                            language: language
                        });
            return rows;
        }

        function test_noWordsAreCut(row) {
            Theme.density = row.density;
            stage.width = row.width;
            stage.height = row.height;
            gallery.language = row.language;
            for (let page = 0; page < gallery.pages; ++page) {
                gallery.page = page;
                compare(cutTexts(gallery), [], "page " + page);
                verify(all(gallery, item => item instanceof Text).length > 2, "page " + page + " shows words");
            }
        }

        function test_everythingToTapHasANameAndTheSizeOfATarget() {
            Theme.density = 5.88;
            stage.width = 800;
            stage.height = 1280;
            for (let page = 0; page < gallery.pages; ++page) {
                gallery.page = page;
                for (const control of all(gallery, item => item instanceof Tappable && !item.Accessible.ignored)) {
                    verify(control.Accessible.name !== "", "page " + page + ": a control without a name");
                    verify(control.width >= Theme.target && control.height >= Theme.target, control.text + " is " + control.width + " x " + control.height);
                }
            }
        }
    }
}
