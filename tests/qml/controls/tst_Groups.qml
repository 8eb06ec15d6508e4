import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property int removals: 0
    property int additions: 0
    property var tabsChosen: []

    width: 900
    height: 900

    Column {
        width: 800
        spacing: 20

        GroupCard {
            id: card

            width: parent.width
            title: "Medicine 1"
            onRemoved: ++stage.removals

            BodyText {
                text: "What it is called"
            }
        }
        AddButton {
            id: add
            width: Math.min(implicitWidth, parent.width)
            onClicked: ++stage.additions
        }
        TabRow {
            id: tabs

            width: parent.width
            onChosen: index => stage.tabsChosen.push(index)
        }
        Disclosure {
            id: help

            width: parent.width
            title: "Why do we ask?"

            BodyText {
                text: "Because it matters"
            }
        }
        PrimaryButton {
            id: below
            text: "Next"
        }
    }
    TouchCase {
        name: "Groups"

        function init() {
            Theme.tapPause = 0;
            Theme.density = 96 / 25.4;
            stage.LayoutMirroring.enabled = false;
            stage.LayoutMirroring.childrenInherit = true;
            card.removable = true;
            card.asking = false;
            help.open = false;
            tabs.width = 800;
            tabs.currentIndex = 1;
            tabs.model = [{text: "About you", done: true}, {text: "Medicines"}, {text: "Family", enabled: false}, {text: "Habits"}];
            stage.removals = 0;
            stage.additions = 0;
            stage.tabsChosen = [];
        }

        function test_removingAsksFirst() {
            tapName(card, "Remove");
            compare(stage.removals, 0);
            compare(seek(card, "Remove"), null);
            tapName(card, "Yes, remove it");
            compare(stage.removals, 1);
            find(card, "Remove");
        }

        function test_keepingRemovesNothing() {
            tapName(card, "Remove");
            tapName(card, "Keep it");
            compare(stage.removals, 0);
            find(card, "Remove");
        }

        function test_twoQuickTapsRemoveNothing() {
            Theme.tapPause = 60000;
            tap(find(card, "Remove"));
            tap(find(card, "Yes, remove it"));
            compare(stage.removals, 0);
        }

        function test_byKeysTheFocusComesToKeepIt() {
            find(card, "Remove").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(find(card, "Keep it").activeFocus);
            keyClick(Qt.Key_Tab);
            verify(find(card, "Yes, remove it").activeFocus);
            keyClick(Qt.Key_Return);
            compare(stage.removals, 1);
        }

        function test_whatMustStayHasNoRemove() {
            tapName(card, "Remove");
            card.removable = false;
            compare(seek(card, "Remove"), null);
            compare(seek(card, "Yes, remove it"), null);
            find(card, "What it is called");
            card.removable = true;
            find(card, "Remove");
        }

        function test_adding() {
            compare(add.Accessible.name, "Add another");
            tap(add);
            compare(stage.additions, 1);
            slideOff(add);
            compare(stage.additions, 1);
            compare(cutTexts(add), []);
        }

        function test_aTabTellsAndTheOwnerSets() {
            tapName(tabs, "Habits");
            tapName(tabs, "Family");
            compare(stage.tabsChosen, [3]);
            verify(find(tabs, "Medicines").Accessible.selected);
            verify(!find(tabs, "Habits").Accessible.selected);
            tabs.currentIndex = 3;
            verify(find(tabs, "Habits").Accessible.selected);
        }

        function test_aTabIsSpokenAsOneAndAsDone() {
            compare(find(tabs, "About you").Accessible.role, Accessible.PageTab);
            compare(find(tabs, "About you").Accessible.description, "Done");
            compare(find(tabs, "Habits").Accessible.description, "");
        }

        function test_tabsGoOnInTheNextRowWhereTheyDoNotFit_data() {
            return [{tag: "one row", width: 1200, rows: 1}, {tag: "some", width: 500, rows: 2}, {tag: "one below the other", width: 180, rows: 4}];
        }

        function test_tabsGoOnInTheNextRowWhereTheyDoNotFit(row) {
            tabs.width = row.width;
            const buttons = all(tabs, item => item instanceof Tappable);
            settle(buttons[0]);
            compare(new Set(buttons.map(button => button.y)).size, row.rows);
            for (const button of buttons) {
                verify(button.width >= Theme.answer && button.height >= Theme.answer);
                verify(button.x + button.width <= tabs.width);
            }
            compare(cutTexts(tabs), []);
        }

        function test_arrowsPassOverAClosedTab_data() {
            return [{tag: "left to right", mirrored: false, forward: Qt.Key_Right}, {tag: "right to left", mirrored: true, forward: Qt.Key_Left}];
        }

        function test_arrowsPassOverAClosedTab(row) {
            stage.LayoutMirroring.enabled = row.mirrored;
            find(tabs, "Medicines").forceActiveFocus(Qt.TabFocusReason);
            keyClick(row.forward);
            verify(find(tabs, "Habits").activeFocus);
            compare(stage.tabsChosen, []);
            keyClick(Qt.Key_Space);
            compare(stage.tabsChosen, [3]);
        }

        function test_helpOpensInPlaceAndClosesAgain() {
            settle(below);
            const y = below.y;
            compare(seek(help, "Because it matters"), null);
            compare(find(help, "Why do we ask?").Accessible.description, "Closed");
            tapName(help, "Why do we ask?");
            const words = find(help, "Because it matters");
            compare(find(help, "Why do we ask?").Accessible.description, "Open");
            tryVerify(() => below.y > y, patience);
            verify(words.mapToItem(help, 0, words.height).y <= help.height + 1);
            tapName(help, "Why do we ask?");
            compare(seek(help, "Because it matters"), null);
            tryCompare(below, "y", y, patience);
        }

        function test_helpOpensByKey() {
            find(help, "Why do we ask?").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Return);
            verify(help.open);
        }
    }
}
