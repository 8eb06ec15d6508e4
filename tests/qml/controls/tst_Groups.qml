import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property int removals: 0
    property var chosen: []

    width: 800
    height: 900

    Column {
        width: 600

        GroupCard {
            id: card

            width: parent.width
            title: "Medicine 1"
            onRemoved: ++stage.removals

            BodyText {
                text: "Inside"
            }
        }
        AddButton {
            id: another

            width: Math.min(implicitWidth, parent.width)
        }
        TabRow {
            id: tabs

            width: parent.width
            model: [{text: "About you", done: true}, {text: "Closed", enabled: false}, {text: "Your medicines"}]
            onChosen: index => stage.chosen.push(index)
        }
        Disclosure {
            id: more

            width: parent.width
            title: "Why we ask"

            BodyText {
                width: parent.width
                text: "So that nothing is prescribed twice."
            }
        }
        PrimaryButton {
            text: "Next"
        }
    }
    TouchCase {
        name: "Groups"

        function init() {
            Theme.motion = false;
            Theme.density = 96 / 25.4;
            card.asking = false;
            card.removable = true;
            more.open = false;
            tabs.currentIndex = 0;
            stage.removals = 0;
            stage.chosen = [];
        }

        function test_removeAsksFirst() {
            tapName(card, "Remove: Medicine 1");
            compare(stage.removals, 0);
            tapName(card, "Keep it");
            compare(stage.removals, 0);
            verify(!card.asking);
            tapName(card, "Remove: Medicine 1");
            tapName(card, "Yes, remove");
            compare(stage.removals, 1);
            find(card, "Inside");
        }

        function test_whatMustStayHasNoRemove() {
            card.removable = false;
            compare(seek(card, "Remove: Medicine 1"), null);
        }

        function test_addAnother() {
            find(another, "Add another");
            verify(another.height >= Theme.answer);
            another.text = "Add a further medicine that you take only on some days of the week";
            compare(cutTexts(another), []);
        }

        function test_tabsTellAndChangeNothingThemselves() {
            tapName(tabs, "Your medicines");
            compare(stage.chosen, [2]);
            compare(tabs.currentIndex, 0);
            verify(find(tabs, "About you, done").Accessible.selected);
            tapName(tabs, "Closed");
            compare(stage.chosen, [2]);
        }

        function test_tabsByArrowKeys() {
            find(tabs, "About you, done").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Right);
            verify(find(tabs, "Your medicines").activeFocus);
            keyClick(Qt.Key_Space);
            compare(stage.chosen, [2]);
        }

        function test_tabsGoOnInTheNextLine() {
            const first = find(tabs, "About you, done");
            tabs.width = 300;
            tryVerify(() => find(tabs, "Your medicines").mapToItem(tabs, 0, 0).y > first.mapToItem(tabs, 0, 0).y);
            compare(cutTexts(tabs), []);
            tabs.width = 600;
        }

        function test_whatNotEverybodyNeedsOpensAndCloses() {
            compare(seek(more, "So that nothing is prescribed twice."), null);
            const before = find(stage, "Next").mapToItem(stage, 0, 0).y;
            tapName(more, "Show: Why we ask");
            find(more, "So that nothing is prescribed twice.");
            tryVerify(() => find(stage, "Next").mapToItem(stage, 0, 0).y > before);
            tapName(more, "Hide: Why we ask");
            compare(seek(more, "So that nothing is prescribed twice."), null);
            verify(find(more, "Show: Why we ask").height >= Theme.target);
        }
    }
}
