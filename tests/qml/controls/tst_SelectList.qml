import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var chosen: []

    width: 800
    height: 900

    Column {
        width: 700

        SelectList {
            id: list

            width: parent.width
            label: "Language"
            onChosen: index => stage.chosen.push(index)
        }
        PrimaryButton {
            text: "Next"
        }
    }
    TouchCase {
        name: "SelectList"

        function init() {
            Theme.motion = false;
            Theme.density = 96 / 25.4;
            list.model = options(-1);
            list.multiple = false;
            list.open = false;
            list.height = undefined;
            stage.chosen = [];
        }

        function options(...selected) {
            return ["Arabic", "English", "Spanish", "Tamil"].map((text, at) => ({
                        text: text,
                        selected: selected.includes(at),
                        enabled: at !== 3
                    }));
        }

        function test_closedItShowsWhatIsChosenAndTakesOneRow() {
            find(list, "Language: Tap to choose");
            compare(seek(list, "Arabic"), null);
            list.model = options(1);
            compare(find(list, "Language: English").height, list.height);
        }

        function test_opensInPlaceAndWhatFollowsMovesDown() {
            const next = find(stage, "Next");
            const before = next.mapToItem(stage, 0, 0).y;
            tapName(list, "Language: Tap to choose");
            verify(list.open);
            const last = find(list, "Tamil");
            tryVerify(() => next.mapToItem(stage, 0, 0).y > before, patience);
            verify(next.mapToItem(stage, 0, 0).y >= last.mapToItem(stage, 0, last.height).y);
            compare(stage.chosen, []);
        }

        function test_oneChoiceTellsAndCloses() {
            tapName(list, "Language: Tap to choose");
            tapName(list, "Spanish");
            compare(stage.chosen, [2]);
            verify(!list.open);
            find(list, "Language: Tap to choose");
        }

        function test_severalChoicesLeaveItOpenUntilItsButton() {
            list.multiple = true;
            tapName(list, "Language: Tap to choose");
            tapName(list, "Spanish");
            tapName(list, "English");
            compare(stage.chosen, [2, 1]);
            list.model = options(1, 2);
            tapName(list, "Language: English, Spanish");
            verify(!list.open);
        }

        function test_whatCannotBeChosenIsNot() {
            tapName(list, "Language: Tap to choose");
            tapName(list, "Tamil");
            compare(stage.chosen, []);
            verify(list.open);
        }

        function test_worksByKeys() {
            const head = find(list, "Language: Tap to choose");
            head.forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            verify(list.open);
            find(list, "English").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            keyClick(Qt.Key_Space);
            compare(stage.chosen, [2]);
            verify(head.activeFocus);
            keyClick(Qt.Key_Space);
            keyClick(Qt.Key_Escape);
            verify(!list.open);
        }

        function test_scrollsWhereThereIsNoRoom() {
            list.model = Array.from({length: 30}, (none, at) => ({text: "Option " + at}));
            list.height = 400;
            tapName(list, "Language: Tap to choose");
            tapName(list, "Scroll down");
            const down = find(list, "Scroll down");
            for (let i = 0; i < 30 && down.enabled; ++i)
                tap(down);
            tapName(list, "Option 29");
            compare(stage.chosen, [29]);
        }

        function test_longWordsWrap() {
            list.model = [{text: "Prefiero que me atiendan en una lengua de señas de mi país de origen, con intérprete", selected: true}];
            tryVerify(() => list.height > Theme.answer, patience);
            compare(cutTexts(list), []);
        }
    }
}
