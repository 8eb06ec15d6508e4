import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var chosen: []

    width: 900
    height: 600

    ScrollPane {
        width: 800
        height: 300

        SliderScale {
            id: slider

            width: 700
            label: "Pain"
            onChosen: value => stage.chosen.push(value)
        }
        Item {
            width: 10
            height: 900
        }
    }
    TouchCase {
        name: "SliderScale"

        function init() {
            Theme.motion = false;
            Theme.density = 96 / 25.4;
            set(0, 10, 1, "");
            slider.unit = "";
            stage.chosen = [];
        }

        function set(from, to, step, value) {
            slider.from = from;
            slider.to = to;
            slider.step = step;
            slider.value = value;
        }

        function track() {
            return all(slider, item => item instanceof SliderTrack)[0];
        }

        // Where the finger has to be for that step.
        function at(count) {
            return track().knob / 2 + track().travel * count / slider.steps;
        }

        function test_nothingIsShownUntilThereIsAValue() {
            find(slider, "Pain: –");
            compare(track().at, -1);
            slider.value = "4";
            find(slider, "Pain: 4");
            compare(track().at, 4);
        }

        function test_tellsAndChangesNothingItself() {
            tapName(slider, "More");
            compare(stage.chosen, ["0"]);
            compare(slider.value, "");
            find(slider, "Pain: –");
        }

        function test_steps_data() {
            return [
                {tag: "more", value: "4", tap: "More", gives: "5"},
                {tag: "less", value: "4", tap: "Less", gives: "3"},
                {tag: "the first less comes from the top", value: "", tap: "Less", gives: "10"},
                {tag: "a tenth", step: 0.1, value: "0.2", tap: "More", gives: "0.3"},
                {tag: "tenths above one", step: 0.1, value: "1.1", tap: "Less", gives: "1.0"},
                {tag: "hundredths", from: 0.05, to: 1, step: 0.25, value: "0.30", tap: "More", gives: "0.55"},
                {tag: "below zero", from: -5, to: 5, value: "0", tap: "Less", gives: "-1"},
                {tag: "below zero by tenths", from: -0.3, to: 5, step: 0.1, value: "-0.2", tap: "Less", gives: "-0.3"},
                {tag: "a step that does not reach the end", from: 0, to: 10, step: 4, value: "4", tap: "More", gives: "8"},
                {tag: "a value between the steps", from: 0, to: 10, step: 5, value: "4", tap: "More", gives: "10"}
            ];
        }

        function test_steps(row) {
            set(row.from ?? 0, row.to ?? 10, row.step ?? 1, row.value);
            tapName(slider, row.tap);
            compare(stage.chosen, [row.gives]);
        }

        function test_everyTenthIsExact() {
            set(0, 1, 0.1, "");
            for (let count = 0; count <= 10; ++count) {
                tapName(slider, "More");
                slider.value = stage.chosen[count];
            }
            compare(stage.chosen, ["0.0", "0.1", "0.2", "0.3", "0.4", "0.5", "0.6", "0.7", "0.8", "0.9", "1.0"]);
        }

        function test_theEndsAreEnds() {
            slider.value = "10";
            verify(!find(slider, "More").enabled);
            slider.value = "0";
            verify(!find(slider, "Less").enabled);
        }

        function test_aTapOnTheLineChoosesThere() {
            const line = track();
            settle(line);
            touchEvent(line).press(1, line, at(7), 10).commit();
            compare(stage.chosen, []);
            touchEvent(line).release(1, line, at(7), 10).commit();
            compare(stage.chosen, ["7"]);
        }

        function test_aDragShowsWhereItIsAndTellsOnceAtItsEnd() {
            const line = track();
            settle(line);
            slider.value = "2";
            const touch = touchEvent(line);
            touch.press(1, line, at(2), 20).commit();
            for (let count = 2; count <= 8; count += 0.25)
                touch.move(1, line, at(count), 20 + 10 * count).commit();
            tryCompare(slider, "shown", "8"); // moves come with the next frame
            compare(stage.chosen, []);
            touch.release(1, line, at(8), 100).commit();
            compare(stage.chosen, ["8"]);
        }

        function test_aDragBeyondTheEndIsTheEnd() {
            const line = track();
            settle(line);
            const touch = touchEvent(line);
            touch.press(1, line, at(5), 20).commit();
            touch.move(1, line, -80, 20).commit();
            touch.release(1, line, -80, 20).commit();
            compare(stage.chosen, ["0"]);
        }

        function test_keys_data() {
            return [
                {tag: "right", key: Qt.Key_Right, gives: "6"},
                {tag: "left", key: Qt.Key_Left, gives: "4"},
                {tag: "up", key: Qt.Key_Up, gives: "6"},
                {tag: "down", key: Qt.Key_Down, gives: "4"},
                {tag: "page up", key: Qt.Key_PageUp, gives: "6"},
                {tag: "home", key: Qt.Key_Home, gives: "0"},
                {tag: "end", key: Qt.Key_End, gives: "10"}
            ];
        }

        function test_keys(row) {
            slider.value = "5";
            track().forceActiveFocus(Qt.TabFocusReason);
            keyClick(row.key);
            compare(stage.chosen, [row.gives]);
        }

        function test_holdingRepeats() {
            const more = find(slider, "More");
            press(more, 1);
            tryVerify(() => stage.chosen.length >= 1, patience);
            release(more, 1);
        }

        function test_theWordsOfTheEndsAndTheUnit() {
            slider.unit = "kg";
            slider.lowLabel = "none";
            slider.highLabel = "";
            find(slider, "0 = none");
            find(slider, "10 kg");
            slider.value = "3";
            find(slider, "Pain: 3 kg");
            compare(cutTexts(slider), []);
        }

        function test_staysTheSameWayRound() {
            stage.LayoutMirroring.enabled = true;
            stage.LayoutMirroring.childrenInherit = true;
            verify(find(slider, "Less").mapToItem(slider, 0, 0).x < find(slider, "More").mapToItem(slider, 0, 0).x);
            stage.LayoutMirroring.enabled = false;
        }

        function test_isLargeEnough() {
            for (const button of all(slider, item => item instanceof KeyCap))
                verify(button.width >= Theme.answer && button.height >= Theme.answer);
            verify(track().height >= Theme.answer);
        }
    }
}
