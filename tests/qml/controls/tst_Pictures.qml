import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 900
    height: 900

    Column {
        width: 600

        AttachmentView {
            id: view

            width: parent.width
            source: Qt.resolvedUrl("../../../qml/Controls/images/face-1.svg")
            text: "A face"
            caption: "Figure 1"
        }
        LinkCode {
            id: link

            width: parent.width
            url: "https://www.example.org/help"
            title: "Where to find help"
        }
    }
    TouchCase {
        name: "Pictures"

        function init() {
            Theme.density = 96 / 25.4;
            view.source = Qt.resolvedUrl("../../../qml/Controls/images/face-1.svg");
            view.room = 0;
            link.width = 600;
            link.url = "https://www.example.org/help";
        }

        function test_aPictureHasItsWords() {
            const picture = find(view, "A face");
            tryCompare(picture, "status", Image.Ready);
            find(view, "Figure 1");
            tryVerify(() => picture.height === 600);
            view.room = 200;
            tryVerify(() => picture.height === 200);
        }

        function test_aPictureThatCannotBeShownIsToldInWords() {
            ignoreWarning(/Cannot open/);
            view.source = Qt.resolvedUrl("nowhere.png");
            find(view, "This picture cannot be shown: A face");
            compare(cutTexts(view), []);
        }

        function code() {
            return all(link, item => item instanceof QrCode)[0];
        }

        // ISO/IEC 18004: version 2 (25 modules) holds 26 bytes at level M, version 3 (29 modules) 42.
        function test_theCodeIsAsLargeAsTheAddressAsks() {
            compare(code().modules, 29);
            link.url = "https://example.org/help";
            compare(code().modules, 25);
        }

        // The finder patterns of the standard: seven dark modules, a light ring, a dark core of three.
        function test_theCodeHasItsFindersAndAQuietZone() {
            const item = find(link, "Code for the address https://www.example.org/help");
            const side = item.modules + 8;
            const pixel = Math.floor(item.width / side);
            const start = Math.floor((Math.floor(item.width) - side * pixel) / 2);
            const picture = grabImage(item);
            const dark = (column, row) => picture.red(start + (column + 4) * pixel + 1, start + (row + 4) * pixel + 1) < 128;
            for (const left of [0, item.modules - 7]) {
                compare(Array.from("0123456", at => dark(left + Number(at), 0)), Array(7).fill(true));
                compare(Array.from("0123456", at => dark(left + Number(at), 1)), [true, false, false, false, false, false, true]);
                compare(Array.from("0123456", at => dark(left + Number(at), 3)), [true, false, true, true, true, false, true]);
            }
            for (let at = -4; at < 0; ++at)
                verify(!dark(at, 3) && !dark(3, at), "quiet");
        }

        function test_theAddressIsThereInLetters() {
            find(link, "https://www.example.org/help");
            compare(cutTexts(link), []);
            link.width = 300;
            verify(!link.beside);
            compare(cutTexts(link), []);
        }

        function test_tooLongForACodeIsStillToldInLetters() {
            link.url = "https://www.example.org/" + "a".repeat(3000);
            verify(!code());
            find(link, link.url);
        }
    }
}
