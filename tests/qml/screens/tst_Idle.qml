import QtQuick
import QtTest
import Kiosk.Screens

Item {
    id: stage

    width: 1280
    height: 800

    Loader {
        id: place

        anchors.fill: parent
        active: bench.kiosk !== null
        sourceComponent: KioskFlow {
            kiosk: bench.kiosk
        }
    }
    FlowCase {
        name: "Idle"
        flow: place

        function init() {
            begin("sample");
            goTo("Your day");
            touch("Next");
            touch("Yes");
        }

        function cleanup() {
            bench.close();
        }

        function test_theWarningCoversTheAnswersAndCountsDown() {
            bench.pass(61);
            shows("Are you still there?");
            shows("19");
            bench.pass(5);
            shows("14");
        }

        function test_oneTapGoesOnAndTouchesNothingBelow() {
            bench.pass(61);
            touch("I am still here");
            tryVerify(() => seek(flow, "Are you still there?") === null, patience);
            asks("Did you sleep well?");
            verify(find(flow, "Yes").selected);
            verify(bench.kiosk.session !== null);
        }

        function test_aTapAnywhereGoesOnAndTouchesNothingBelow() {
            const no = find(flow, "No");
            const at = no.mapToItem(stage, no.width / 2, no.height / 2);
            bench.pass(61);
            shows("Are you still there?");
            touchEvent(stage).press(1, stage, at.x, at.y).commit();
            touchEvent(stage).release(1, stage, at.x, at.y).commit();
            tryVerify(() => seek(flow, "Are you still there?") === null, patience);
            verify(find(flow, "Yes").selected);
        }

        function test_anywhereIsTheEdgeToo() {
            for (const at of [Qt.point(4, 4), Qt.point(stage.width - 4, stage.height - 4), Qt.point(stage.width / 2, 200)]) {
                bench.pass(61);
                shows("Are you still there?");
                touchEvent(stage).press(1, stage, at.x, at.y).commit();
                touchEvent(stage).release(1, stage, at.x, at.y).commit();
                tryVerify(() => seek(flow, "Are you still there?") === null, patience, "a tap at " + at);
            }
        }

        function test_theWipeGoesBackToRestAndSealsAsStopped() {
            bench.pass(61);
            shows("Are you still there?");
            bench.pass(20);
            shows("Start");
            tryVerify(() => bench.sent() === 1, patience);
            compare(bench.lastStatus(), "stopped");
        }

        function test_theWipeClosesTheKeyboardAndForgetsWhatWasTyped() {
            touch("Next");
            touch("Tea");
            touch("Next");
            touch("Prefer not to answer");
            touchField("Which fruit do you like best? Your own words");
            touch("x");
            bench.pass(61);
            bench.pass(20);
            shows("Start");
            compare(seek(flow, "Hide keyboard"), null);
            goTo("Your day");
            compare(seek(flow, "x"), null);
        }
    }
}
