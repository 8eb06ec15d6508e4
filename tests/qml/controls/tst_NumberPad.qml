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
            pad.value = "9";
            pad.value = "";
            pad.decimal = false;
            pad.negative = false;
            pad.step = 0;
            pad.maximumLength = 8;
            stage.edits = [];
        }

        function enter(keys) {
            for (const key of keys)
                tapName(pad, key === "<" ? "Delete" : key === "." ? "Decimal point" : key === "-" ? "Sign" : key);
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
                {tag: "a sign first", negative: true, keys: "-12", shown: "-12"},
                {tag: "a sign afterwards", negative: true, keys: "12-", shown: "-12"},
                {tag: "a sign taken back", negative: true, keys: "-12-", shown: "12"},
                {tag: "a sign and a point", negative: true, decimal: true, keys: "-.5", shown: "-0.5"},
                {tag: "no leading zero after the sign", negative: true, keys: "-07", shown: "-7"},
                {tag: "no more than fits", maximum: 3, keys: "12345", shown: "123"}
            ];
        }

        function test_takesKeys(row) {
            pad.decimal = row.decimal ?? false;
            pad.negative = row.negative ?? false;
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

        function test_aSignAloneIsNoNumber() {
            pad.negative = true;
            enter("-");
            compare(pad.current, "-");
            compare(stage.edits, []);
        }

        function test_noSignUnlessItMayBeNegative() {
            compare(seek(pad, "Sign"), null);
            pad.forceActiveFocus();
            keyClick(Qt.Key_4);
            keyClick(Qt.Key_Minus);
            compare(stage.edits, ["4"]);
        }

        function test_stepsBesideTheNumber_data() {
            return [
                {tag: "from nothing", value: "", step: 1, tap: "More", gives: ["1"]},
                {tag: "a tenth is exact", value: "0.2", step: 0.1, tap: "More", gives: ["0.3"]},
                {tag: "keeps the places that are there", value: "1.25", step: 0.1, tap: "Less", gives: ["1.15"]},
                {tag: "not below zero", value: "0", step: 1, tap: "Less", gives: []},
                {tag: "below zero where it may", value: "0", step: 1, negative: true, tap: "Less", gives: ["-1"]},
                {tag: "not longer than fits", value: "99999999", step: 1, tap: "More", gives: []}
            ];
        }

        function test_stepsBesideTheNumber(row) {
            pad.negative = row.negative ?? false;
            pad.step = row.step;
            pad.value = row.value;
            tapName(pad, row.tap);
            compare(stage.edits, row.gives);
            compare(cutTexts(pad), []);
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
