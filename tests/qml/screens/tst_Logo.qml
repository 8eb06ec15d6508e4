import QtQuick
import QtTest
import Kiosk.Screens
import Kiosk.Theme

// The practice's logo on the first screen and on the last.
Item {
    id: stage

    width: 1280
    height: 800

    Loader {
        id: place

        anchors.fill: parent
        active: bench.kiosk !== null
        sourceComponent: KioskFlow {
            kiosk: bench.kiosk
        }
    }
    FlowCase {
        name: "Logo"
        flow: place

        function cleanup() {
            Theme.highContrast = false;
            bench.close();
        }

        function marks() {
            return all(place, item => item instanceof PracticeMark);
        }

        function isWhole(mark) {
            const image = all(mark, item => item instanceof Image)[0];
            return Math.abs(image.paintedWidth / image.paintedHeight - 2) < 0.05 && image.paintedWidth <= mark.widest && image.paintedHeight <= mark.tall + 1;
        }

        function test_itIsShownWholeAtTheBeginningAndAtTheEnd() {
            begin("flows");
            tryVerify(() => marks().length === 1, patience);
            verify(isWhole(marks()[0]));
            goTo(bench.kiosk.instruments.data(bench.kiosk.instruments.index(1, 0), Qt.UserRole + 2));
            shows("Prefer not to answer");
            compare(marks().length, 0);
            while (seek(flow, "Please check your answers") === null) {
                const before = bench.kiosk.session.pageId;
                touch("Prefer not to answer");
                tryVerify(() => bench.kiosk.session.pageId !== before, patience);
            }
            touch("Finish");
            shows("Thank you!");
            tryVerify(() => marks().length === 1, patience);
            verify(isWhole(marks()[0]));
        }

        function test_onDarkGroundItLiesOnALightPlate() {
            begin("flows");
            tryVerify(() => marks().length === 1, patience);
            const plates = () => all(marks()[0], item => item instanceof Rectangle);
            compare(plates().length, 0);
            Theme.highContrast = true;
            compare(plates().length, 1);
            compare(plates()[0].color, "#ffffff");
            verify(isWhole(marks()[0]));
            verify(plates()[0].width > all(marks()[0], item => item instanceof Image)[0].width);
        }

        function test_aPracticeWithoutOneHasItsName() {
            begin("sample");
            compare(marks().length, 0);
            shows("Maple Street Practice");
        }
    }
}
