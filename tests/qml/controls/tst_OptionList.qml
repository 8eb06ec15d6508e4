import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var chosen: []

    width: 700
    height: 500

    OptionList {
        id: list

        width: parent.width
        height: parent.height
        onChosen: index => stage.chosen.push(index)
    }
    TouchCase {
        name: "OptionList"

        function init() {
            Theme.motion = false;
            Theme.density = 96 / 25.4;
            list.model = [];
            stage.chosen = [];
            list.multiple = false;
            list.height = 500;
            list.LayoutMirroring.enabled = false;
            list.horizontal = false;
            list.columns = 1;
        }

        function options(count) {
            const made = [];
            for (let i = 0; i < count; ++i)
                made.push({
                    text: "Option " + i,
                    selected: i === 1,
                    enabled: i !== 2
                });
            return made;
        }

        function test_tellsWhichWasChosenAndChangesNothingItself() {
            list.model = options(4);
            tapName(list, "Option 3");
            compare(stage.chosen, [3]);
            verify(!find(list, "Option 3").selected);
            verify(find(list, "Option 1").selected);
        }

        function test_aDisabledOptionCannotBeChosen() {
            list.model = options(4);
            tapName(list, "Option 2");
            compare(stage.chosen, []);
        }

        function test_rowsStayWhenOnlyTheirDataChange() {
            list.model = options(4);
            const row = find(list, "Option 3");
            const changed = options(4);
            changed[3].selected = true;
            list.model = changed;
            compare(find(list, "Option 3"), row);
            verify(row.selected);
        }

        function test_saysWhatItIsToThoseWhoDoNotSee() {
            list.model = options(2);
            compare(find(list, "Option 0").Accessible.role, Accessible.RadioButton);
            verify(find(list, "Option 1").Accessible.checked);
            list.multiple = true;
            compare(find(list, "Option 0").Accessible.role, Accessible.CheckBox);
        }

        function test_noScrollButtonsWhenAllFit() {
            list.model = options(3);
            compare(seek(list, "Scroll down"), null);
        }

        function test_theLastOfManyIsReachedByTapsAlone() {
            list.model = options(20);
            tryVerify(() => seek(list, "Scroll down") !== null, patience);
            verify(!find(list, "Scroll up").enabled);
            const down = find(list, "Scroll down");
            for (let i = 0; i < 20 && down.enabled; ++i)
                tap(down);
            verify(!down.enabled);
            const last = find(list, "Option 19");
            verify(last.mapToItem(list, 0, last.height).y <= list.height + 1);
            tap(last);
            compare(stage.chosen, [19]);
            const up = find(list, "Scroll up");
            for (let i = 0; i < 20 && up.enabled; ++i)
                tap(up);
            compare(find(list, "Option 0").mapToItem(list, 0, 0).y, 0);
        }

        function test_scrollingByFingerChoosesNothing() {
            list.model = options(20);
            tryVerify(() => seek(list, "Scroll down") !== null, patience);
            const row = find(list, "Option 4");
            const before = row.mapToItem(list, 0, 0).y;
            const touch = touchEvent(list);
            touch.press(1, list, 100, 300).commit();
            for (let y = 290; y >= 150; y -= 10)
                touch.move(1, list, 100, y).commit();
            touch.release(1, list, 100, 150).commit();
            verify(row.mapToItem(list, 0, 0).y < before);
            compare(stage.chosen, []);
        }

        function test_otherOptionsStartFromTheFirst() {
            list.model = options(20);
            tapName(list, "Scroll down");
            const others = options(21);
            list.model = others;
            compare(find(list, "Option 0").mapToItem(list, 0, 0).y, 0);
        }

        function test_choosingFarBelowStaysThere() {
            list.model = options(20);
            tapName(list, "Scroll down");
            const before = find(list, "Option 7").mapToItem(list, 0, 0).y;
            verify(before < 500);
            const changed = options(20);
            changed[7].selected = true;
            list.model = changed;
            compare(find(list, "Option 7").mapToItem(list, 0, 0).y, before);
        }

        function test_arrowsMoveAndSkipWhatCannotBeChosen() {
            list.model = options(5);
            find(list, "Option 1").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            verify(find(list, "Option 3").activeFocus);
            keyClick(Qt.Key_Space);
            compare(stage.chosen, [3]);
            keyClick(Qt.Key_Up);
            verify(find(list, "Option 1").activeFocus);
        }

        function test_theFocusedRowComesIntoView() {
            list.model = options(20);
            const row = find(list, "Option 15");
            row.forceActiveFocus(Qt.TabFocusReason);
            tryVerify(() => row.mapToItem(list, 0, row.height).y <= list.height + 1, patience);
            verify(row.mapToItem(list, 0, 0).y >= 0);
        }

        function test_horizontalIsReadAcrossAsFarAsWordsFit() {
            list.horizontal = true;
            list.model = options(3);
            const y = name => find(list, name).mapToItem(list, 0, 0).y;
            const x = name => find(list, name).mapToItem(list, 0, 0).x;
            verify(y("Option 0") === y("Option 2") && x("Option 0") < x("Option 1") && x("Option 1") < x("Option 2"));
            list.model = ["Incomprehensibilities", "Counterrevolutionaries", "Three"].map(text => ({text: text}));
            verify(y("Incomprehensibilities") < y("Three"), "the third has no room beside them");
            compare(cutTexts(list), []);
        }

        function test_theFormFixesTheColumns() {
            list.model = options(4);
            list.columns = 2;
            verify(find(list, "Option 2").mapToItem(list, 0, 0).x > 300, "read downwards");
            list.horizontal = true;
            verify(find(list, "Option 1").mapToItem(list, 0, 0).x > 300, "read across");
            verify(find(list, "Option 2").mapToItem(list, 0, 0).x < 10);
        }

        function test_fewerColumnsWhereAWordWouldBreak() {
            list.columns = 6;
            list.model = ["Understandable", "Misunderstandings", "Three"].map(text => ({text: text}));
            compare(list.columnsUsed, 2);
        }

        function test_arrowsGoAcross() {
            list.horizontal = true;
            list.columns = 2;
            list.model = options(4);
            find(list, "Option 1").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            verify(find(list, "Option 3").activeFocus);
            keyClick(Qt.Key_Left);
            verify(find(list, "Option 1").activeFocus, "2 cannot be chosen");
        }

        function test_saysPrefixTextAndWhatTheImageShows() {
            list.model = [{text: "Left", prefix: "a)", imageText: "A left hand", image: Qt.resolvedUrl("../../../qml/Controls/images/face-1.svg")}];
            const row = find(list, "a) Left A left hand");
            const picture = all(row, item => item instanceof Image && item.source.toString().endsWith("face-1.svg"))[0];
            tryCompare(picture, "status", Image.Ready, patience);
            verify(picture.height > Theme.icon);
            verify(all(row, item => item instanceof Text && item.text === "a) Left").length === 1);
        }

        function test_marksOfTheTextAreDrawn() {
            list.model = [{text: "Not at all", prefix: "b)", blocks: [{kind: "paragraph", runs: [{text: "Not "}, {text: "at all", bold: true}]}]}];
            const row = find(list, "b) Not at all");
            verify(all(row, item => item instanceof Text && item.text === "b) Not <b>at all</b>").length === 1);
            compare(cutTexts(list), []);
        }

        function test_longSpanishWordsWrapAndAreNotCut() {
            list.model = [{
                    text: "Me moví o hablé tan despacio que otras personas podrían haberlo notado, o lo contrario: muy inquieto o agitado",
                    selected: true,
                    enabled: true
                }];
            const row = list.model[0].text;
            verify(find(list, row).height > Theme.answer);
            compare(cutTexts(list), []);
        }

        function test_mirrorsForRightToLeft() {
            list.model = options(3);
            const row = find(list, "Option 0");
            const mark = () => all(row, item => item instanceof OptionMark)[0].mapToItem(row, 0, 0).x;
            verify(mark() < row.width / 2);
            list.LayoutMirroring.enabled = true;
            list.LayoutMirroring.childrenInherit = true;
            tryVerify(() => mark() > row.width / 2, patience);
        }
    }
}
