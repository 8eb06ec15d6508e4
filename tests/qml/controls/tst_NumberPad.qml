import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var edits: []

    width: 800
    height: 800

    NumberPad {
        id: pad

        width: 300
        onEdited: value => stage.edits.push(value)
    }
    TouchCase {
        name: "NumberPad"

        function init() {
            pad.value = "-";
            pad.value = "";
            pad.decimal = false;
            pad.maximumLength = 8;
            stage.edits = [];
        }

        function enter(keys) {
            for (const key of keys)
                tapName(pad, key === "<" ? "Delete" : key === "." ? "Decimal point" : key);
        }

        function test_takesKeys_data() {
            return [
                {tag: "digits", keys: "1987", shown: "1987"},
                {tag: "no leading zero", keys: "007", shown: "7"},
                {tag: "delete", keys: "12<3", shown: "13"},
                {tag: "delete all", keys: "1<<", shown: ""},
                {tag: "a point", decimal: true, keys: "36.6", shown: "36.6"},
                {tag: "one point only", decimal: true, keys: "3..1.", shown: "3.1"},
                {tag: "point first", decimal: true, keys: ".5", shown: "0.5"},
                {tag: "no more than fits", maximum: 3, keys: "12345", shown: "123"}
            ];
        }

        function test_takesKeys(row) {
            pad.decimal = row.decimal ?? false;
            pad.maximumLength = row.maximum ?? 8;
            enter(row.keys);
            compare(pad.current, row.shown);
            compare(stage.edits[stage.edits.length - 1], row.shown);
        }

        function test_thePointStaysWhenTheOwnerRepeatsTheValue() {
            pad.decimal = true;
            enter("3.");
            compare(stage.edits, ["3"]);
            pad.value = "3";
            enter("5");
            compare(stage.edits, ["3", "3.5"]);
        }

        function test_noPointForWholeNumbers() {
            verify(!find(pad, "Decimal point").enabled);
        }

        function test_startsFromWhatIsThere() {
            pad.value = "12";
            find(pad, "Number: 12");
            enter("3");
            compare(stage.edits, ["123"]);
        }

        function test_takesAKeyboardToo() {
            pad.forceActiveFocus();
            for (const key of [Qt.Key_4, Qt.Key_2, Qt.Key_Backspace])
                keyClick(key);
            compare(pad.current, "4");
        }

        function test_keysAreAnswerTargets() {
            const keys = all(pad, item => item instanceof KeyCap);
            compare(keys.length, 12);
            for (const key of keys)
                verify(key.width >= Theme.answer && key.height >= Theme.answer);
        }

        function test_slidingOffEntersNothing() {
            slideOff(find(pad, "1"));
            compare(stage.edits, []);
        }
    }
}
