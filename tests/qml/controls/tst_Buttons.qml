import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    width: 800
    height: 600

    Column {
        id: column

        spacing: 20

        PrimaryButton {
            text: "Next"
        }
        SecondaryButton {
            text: "Back"
        }
        QuietButton {
            text: "Stop"
        }
        IconButton {
            text: "Scroll"
            sign: "up"
        }
        OptionRow {
            width: 400
            text: "Several days"
        }
    }
    PrimaryButton {
        id: narrow
        x: 500
        width: 220
        text: "Prefiero no contestar esta pregunta en este momento"
    }
    SignalSpy {
        id: clicked
        signalName: "clicked"
    }
    TouchCase {
        name: "Buttons"

        function init_data() {
            return ["Next", "Back", "Stop", "Scroll", "Several days"].map(name => ({
                        tag: name
                    }));
        }

        function watched(name) {
            const button = find(stage, name);
            clicked.target = button;
            clicked.clear();
            return button;
        }

        function test_actsOnReleaseNotOnPress(row) {
            const button = watched(row.tag);
            press(button, 1);
            verify(button.down);
            compare(clicked.count, 0);
            release(button, 1);
            compare(clicked.count, 1);
            verify(!button.down);
        }

        function test_liftingOutsideAborts(row) {
            const button = watched(row.tag);
            slideOff(button);
            compare(clicked.count, 0);
            verify(!button.down);
        }

        function test_aLongPressStillActs(row) {
            const button = watched(row.tag);
            press(button, 1);
            wait(900);
            release(button, 1);
            compare(clicked.count, 1);
        }

        function test_disabledDoesNothing(row) {
            const button = watched(row.tag);
            button.enabled = false;
            tap(button);
            compare(clicked.count, 0);
            button.enabled = true;
        }

        function test_worksByKeyboardAndShowsItsFocus(row) {
            const button = watched(row.tag);
            button.forceActiveFocus(Qt.TabFocusReason);
            verify(button.visualFocus);
            verify(all(button, item => item.border && Qt.colorEqual(item.border.color, Theme.focus)).length === 1, "a ring");
            for (const key of [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter])
                keyClick(key);
            compare(clicked.count, 3);
        }

        // Or a held Enter would run through screen after screen.
        function test_aHeldKeyActsOnce(row) {
            const button = watched(row.tag);
            button.forceActiveFocus(Qt.TabFocusReason);
            for (const key of [Qt.Key_Space, Qt.Key_Return, Qt.Key_Enter]) {
                clicked.clear();
                keys.hold(key, 3);
                compare(clicked.count, 1);
            }
        }

        function test_aTapLeavesNoRing(row) {
            const button = watched(row.tag);
            tap(button);
            verify(!button.visualFocus);
        }

        function test_isLargeEnough(row) {
            const button = watched(row.tag);
            const least = row.tag === "Scroll" ? Theme.target : Theme.answer;
            verify(button.height >= least, button.height + " of " + least);
            verify(button.width >= Theme.target);
        }

        function test_wordsWrapAndAreNotCut() {
            verify(narrow.height > Theme.answer);
            compare(cutTexts(narrow), []);
        }
    }
}
