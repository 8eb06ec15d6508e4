pragma ComponentBehavior: Bound

import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property string word: "first"
    property int gone: 0

    width: 400
    height: 400

    Slot {
        id: slot
        width: 200
        sourceComponent: one
    }
    Slot {
        id: later
        active: false
        sourceComponent: one
    }
    Component {
        id: one

        BodyText {
            text: stage.word
            Component.onDestruction: ++stage.gone
        }
    }
    Component {
        id: two

        PrimaryButton {
            text: "two"
        }
    }
    SignalSpy {
        id: loads
        target: slot
        signalName: "loaded"
    }
    SignalSpy {
        id: taps
        signalName: "clicked"
    }
    TouchCase {
        name: "Slot"

        function init() {
            Theme.tapPause = 0;
            slot.sourceComponent = null;
            slot.sourceComponent = one;
            tryVerify(() => held(slot) === 1 && held(later) === 0, patience);
            stage.gone = 0;
            loads.clear();
        }

        function held(slot) {
            return Array.from(slot.children).filter(child => !(child instanceof MultiPointTouchArea)).length;
        }

        function test_showsAComponentThatUsesNamesOfItsFile() {
            compare(slot.item.text, "first");
            stage.word = "again";
            compare(slot.item.text, "again");
            stage.word = "first";
        }

        function test_itemFillsTheSlotAndGivesItItsHeight() {
            compare(slot.item.width, 200);
            compare(slot.height, slot.item.implicitHeight);
            verify(slot.height > 0);
        }

        function test_changingMakesTheNewAndDestroysTheOld() {
            slot.sourceComponent = two;
            compare(slot.item.text, "two");
            compare(loads.count, 1);
            tryCompare(stage, "gone", 1, patience);
            compare(held(slot), 1);
        }

        function test_nothingLeavesNothing() {
            slot.sourceComponent = null;
            compare(slot.item, null);
            compare(slot.implicitHeight, 0);
            tryCompare(stage, "gone", 1, patience);
        }

        function test_whatHasJustComeTakesNoTap() {
            Theme.tapPause = 60000;
            slot.sourceComponent = two;
            taps.target = slot.item;
            tap(slot.item);
            press(slot.item, 1);
            press(slot.item, 2);
            release(slot.item, 2);
            release(slot.item, 1);
            compare(taps.count, 0);
            Theme.tapPause = 1;
            tryVerify(() => all(slot, item => item instanceof MultiPointTouchArea).length === 0, patience);
            tap(slot.item);
            compare(taps.count, 1);
        }

        function test_makesNothingUntilActive() {
            compare(later.item, null);
            later.active = true;
            compare(later.item.text, "first");
            later.active = false;
            compare(later.item, null);
            tryCompare(stage, "gone", 1, patience);
        }
    }
}
