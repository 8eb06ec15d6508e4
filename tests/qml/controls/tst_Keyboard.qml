import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var edits: []

    width: 1280
    height: 800

    ScrollPane {
        id: page

        anchors.fill: parent
        anchors.bottomMargin: keyboard.coveredHeight
        spacing: 20

        Item {
            width: 10
            height: 300
        }
        TextEntry {
            id: field

            width: parent.width
            multiline: true
            placeholder: "Comment"
            onEdited: text => stage.edits.push(text)
        }
        TextEntry {
            id: line

            property int entries: 0

            width: parent.width
            label: "Name"
            maximumLength: 5
            onEntered: ++entries
        }
        PrimaryButton {
            text: "Next"
        }
    }
    OnScreenKeyboard {
        id: keyboard

        width: parent.width
        anchors.bottom: parent.bottom
    }
    TouchCase {
        name: "Keyboard"

        function init() {
            Theme.density = 96 / 25.4;
            stage.width = 1280;
            stage.height = 800;
            keyboard.language = "en";
            field.finish();
            line.finish();
            field.hint = "";
            line.hint = "";
            field.text = "-";
            field.text = "";
            line.text = "-";
            line.text = "";
            stage.edits = [];
            verify(!keyboard.shown);
        }

        function open(entry) {
            tap(entry);
            verify(keyboard.shown);
            compare(keyboard.target, entry);
        }

        function key(name) {
            tapName(keyboard, name);
        }

        // Types as a person would: looks for the key, and for Shift or the signs when it is not there.
        function typeText(text) {
            for (const letter of text) {
                if (letter === " ") {
                    key("Space");
                    continue;
                }
                if (letter !== letter.toLowerCase()) {
                    if (keyboard.symbols)
                        key("Letters");
                    key("Capital letter");
                }
                if (!seek(keyboard, letter))
                    key(keyboard.symbols ? "Letters" : "Numbers and signs");
                key(letter);
            }
        }

        function test_aTapOnTheFieldBringsTheKeyboard() {
            compare(keyboard.coveredHeight, 0);
            open(field);
            verify(keyboard.coveredHeight > 0);
            verify(field.typing);
        }

        function test_typesSpanish_data() {
            return [{tag: "landscape", width: 1280, height: 800}, {tag: "portrait", width: 800, height: 1280}];
        }

        function test_typesSpanish(row) {
            stage.width = row.width;
            stage.height = row.height;
            keyboard.language = "es";
            open(field);
            typeText("Señor ¿qué? 12");
            compare(field.current, "Señor ¿qué? 12");
            compare(stage.edits[stage.edits.length - 1], "Señor ¿qué? 12");
            compare(stage.edits.length, 14);
        }

        function test_typesEnglishAndAccentsInNames() {
            open(field);
            typeText("José & I waited 45 min.");
            compare(field.current, "José & I waited 45 min.");
        }

        function test_everyKeyTypesWhatStandsOnIt_data() {
            return [{tag: "en"}, {tag: "es"}];
        }

        function test_everyKeyTypesWhatStandsOnIt(row) {
            keyboard.language = row.tag;
            open(field);
            let expected = "";
            for (let page = 0; page < 2; ++page) {
                for (const one of all(keyboard, item => item instanceof KeyCap && item.text.length === 1)) {
                    expected += one.caption;
                    tap(one);
                }
                key(page === 0 ? "Numbers and signs" : "Letters");
            }
            compare(field.current, expected);
            for (const letter of "abcdefghijklmnñopqrstuvwxyzáéíóúü¿?¡!0123456789.,;:-@")
                verify(expected.includes(letter) || row.tag === "en" && letter === "ñ" && expected.includes("ñ"), "types " + letter);
        }

        function test_shiftServesOneLetterAndTwoTapsStay() {
            open(field);
            key("Capital letter");
            key("A");
            key("b");
            key("Capital letter");
            key("Capital letter");
            key("C");
            key("D");
            key("Capitals stay on");
            key("e");
            compare(field.current, "AbCDe");
        }

        function test_deleteTakesOneAndRepeatsWhileHeld() {
            field.text = "abcdefgh";
            open(field);
            field.step(8);
            key("Delete");
            compare(field.current, "abcdefg");
            const button = find(keyboard, "Delete");
            press(button, 1);
            tryVerify(() => field.current.length <= 3, patience);
            release(button, 1);
            key("Delete");
            key("Delete");
            key("Delete");
            key("Delete");
            key("Delete");
            compare(field.current, "");
        }

        function test_theCursorMoves() {
            field.text = "ac";
            open(field);
            field.step(9);
            key("Cursor left");
            key("b");
            key("Cursor right");
            key("d");
            compare(field.current, "abcd");
        }

        function test_twoThumbsMayOverlap() {
            open(field);
            const a = find(keyboard, "a");
            const l = find(keyboard, "l");
            const touch = touchEvent(stage);
            touch.press(1, a).commit();
            touch.stationary(1).press(2, l).commit();
            touch.release(1, a).stationary(2).commit();
            touch.release(2, l).commit();
            compare(field.current, "al");
        }

        function test_fastTapsOfAMouseAllCount() {
            open(field);
            const l = find(keyboard, "l");
            mouseClick(l);
            mouseClick(l);
            mouseDoubleClickSequence(l);
            compare(field.current, "llll");
        }

        function test_slidingOffAKeyTypesNothing() {
            open(field);
            slideOff(find(keyboard, "q"));
            compare(field.current, "");
        }

        function test_enterIsANewLineOnlyWhereThereAreLines() {
            open(field);
            key("a");
            key("New line");
            key("b");
            compare(field.current, "a\nb");
            line.begin();
            key("Done");
            compare(line.entries, 1);
            compare(line.current, "");
            verify(!keyboard.shown);
        }

        function test_neverTakesMoreThanTheMaximum() {
            line.begin();
            typeText("abcde");
            find(line, "Characters left: 0");
            line.step(-3);
            key("x");
            compare(line.current, "abcde");
            keyClick(Qt.Key_Y);
            compare(line.current, "abcde");
        }

        function test_hideLeavesTheWords() {
            open(field);
            key("a");
            key("Hide keyboard");
            verify(!keyboard.shown);
            compare(field.current, "a");
            open(field);
        }

        function test_goesWhenSomethingElseIsTapped() {
            open(field);
            const next = find(page, "Next");
            next.forceActiveFocus();
            verify(!keyboard.shown);
        }

        function test_typingKeepsTheFocusInTheField() {
            open(field);
            key("a");
            verify(field.activeFocus);
            keyClick(Qt.Key_B);
            compare(field.current, "ab");
        }

        function test_keysCanBeReachedAndPressedByAKeyboardOrSwitch() {
            open(field);
            const key = find(keyboard, "m");
            key.forceActiveFocus(Qt.TabFocusReason);
            verify(keyboard.shown);
            keyClick(Qt.Key_Space);
            compare(field.current, "m");
        }

        function test_neverCoversTheField_data() {
            return [{tag: "10 inch landscape", width: 1280, height: 800, density: 5.88}, {tag: "10 inch portrait", width: 800, height: 1280, density: 5.88}, {tag: "96 dpi", width: 1280, height: 800, density: 3.78}];
        }

        function test_neverCoversTheField(row) {
            Theme.density = row.density;
            stage.width = row.width;
            stage.height = row.height;
            for (const entry of [field, line]) {
                entry.begin();
                tryVerify(() => entry.mapToItem(stage, 0, entry.height).y <= keyboard.y + 1, patience);
                verify(entry.mapToItem(stage, 0, 0).y >= -1);
            }
        }

        function test_keysAreLargeEnough_data() {
            return test_neverCoversTheField_data();
        }

        function test_keysAreLargeEnough(row) {
            Theme.density = row.density;
            stage.width = row.width;
            stage.height = row.height;
            for (const language of ["en", "es"]) {
                keyboard.language = language;
                field.begin();
                for (const one of all(keyboard, item => item instanceof KeyCap)) {
                    const width = one.width - one.leftInset;
                    verify(width >= Theme.target, one.text + " is " + width + " wide");
                    verify(one.height >= Theme.target, one.text + " is " + one.height + " high");
                    verify(one.mapToItem(keyboard, one.width, 0).x <= keyboard.width, one.text + " is inside");
                }
                compare(cutTexts(keyboard), []);
            }
        }

        function test_aHintBringsThePadAndItsKeysAreLargeEnough_data() {
            const rows = [];
            for (const screen of test_neverCoversTheField_data())
                for (const hint of ["phone", "number", "email", "url"])
                    rows.push(Object.assign({}, screen, {
                        tag: screen.tag + " " + hint,
                        hint: hint
                    }));
            return rows;
        }

        function test_aHintBringsThePadAndItsKeysAreLargeEnough(row) {
            field.hint = row.hint;
            test_keysAreLargeEnough(row);
        }

        function test_phoneAndNumberArePadsWithDigitsAndSigns_data() {
            return [{tag: "phone", signs: "+-()#*./ "}, {tag: "number", signs: "-.,:/% "}];
        }

        function test_phoneAndNumberArePadsWithDigitsAndSigns(row) {
            field.hint = row.tag;
            open(field);
            compare(seek(keyboard, "q"), null);
            verify(find(keyboard, "5").width > 2 * Theme.target, "its keys are large");
            for (const letter of "1234567890" + row.signs)
                key(letter === " " ? "Space" : letter);
            compare(field.current, "1234567890" + row.signs);
            key("Delete");
            key("Cursor left");
            key("Letters");
            key("x");
            key("Numbers and signs");
            verify(seek(keyboard, "5") !== null && seek(keyboard, "q") === null, "back to the pad");
        }

        function test_emailAndUrlHaveTheirSigns_data() {
            return [{tag: "email", signs: ["@", "_", ".", ".com"]}, {tag: "url", signs: ["/", "-", ".", ".com"]}];
        }

        function test_emailAndUrlHaveTheirSigns(row) {
            field.hint = row.tag;
            open(field);
            compare(seek(keyboard, "Space"), null);
            key("Capital letter");
            for (const sign of row.signs)
                key(sign);
            compare(field.current, row.signs.join(""));
        }

        function test_anUnknownHintAndChatAreTheUsualLetters() {
            for (const hint of ["chat", "other"]) {
                field.hint = hint;
                open(field);
                verify(seek(keyboard, "q") !== null && seek(keyboard, "Space") !== null, hint);
                field.finish();
            }
        }

        function test_padKeysAreReachedByAKeyboardOrSwitch() {
            field.hint = "phone";
            open(field);
            verify(find(keyboard, "5").width > 2 * Theme.target);
            find(keyboard, "5").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(field.current, "5");
        }

        function test_aTapBetweenKeysReachesNothingBelow() {
            open(field);
            touchEvent(keyboard).press(1, keyboard, 2, 2).commit();
            touchEvent(keyboard).release(1, keyboard, 2, 2).commit();
            verify(keyboard.shown);
        }

        function test_copyAndPasteAreOff() {
            field.text = "secret";
            open(field);
            keyClick(Qt.Key_A, Qt.ControlModifier);
            keyClick(Qt.Key_C, Qt.ControlModifier);
            key("x");
            compare(field.current, "x");
            keyClick(Qt.Key_V, Qt.ControlModifier);
            compare(field.current, "x");
        }

        function test_settingTheTextFromOutsideIsNotAnEdit() {
            field.text = "from before";
            compare(field.current, "from before");
            compare(stage.edits, []);
        }
    }
}
