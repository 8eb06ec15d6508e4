import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 600
    height: 400

    ScrollPane {
        id: pane

        property real narrowHeight: 200
        property real wideHeight: 200
        property int turns: 0

        width: 500
        height: 300
        onBarredChanged: turns += 1

        Item {
            width: parent ? parent.width : 0
            implicitHeight: width < 460 ? pane.narrowHeight : pane.wideHeight
            height: implicitHeight
        }
    }

    TouchCase {
        name: "ScrollPane"

        function init() {
            pane.height = 300;
            pane.narrowHeight = 200;
            pane.wideHeight = 200;
            tryCompare(pane, "barred", false, patience);
            wait(20);
            pane.turns = 0;
        }

        function test_theButtonsComeWithWhatIsTooHighAndGoWithIt() {
            pane.narrowHeight = 500;
            pane.wideHeight = 400;
            tryCompare(pane, "barred", true, patience);
            find(pane, "Scroll down");
            pane.narrowHeight = 250;
            pane.wideHeight = 220;
            tryCompare(pane, "barred", false, patience);
            compare(seek(pane, "Scroll down"), null);
        }

        // Rows that become a list where it is narrow: too high without the buttons, low enough beside them.
        function test_contentThatIsLowerWhenNarrowComesToRest() {
            pane.wideHeight = 400;
            tryCompare(pane, "barred", true, patience);
            wait(100);
            verify(pane.turns <= 3, "turned " + pane.turns + " times");
            verify(pane.barred);
            pane.height = 420;
            tryCompare(pane, "barred", false, patience);
        }
    }
}
