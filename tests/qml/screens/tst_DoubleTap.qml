import QtQuick
import QtTest
import Kiosk.Screens
import Kiosk.Theme
import Kiosk.ViewModels

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
        name: "DoubleTap"
        flow: place

        function init() {
            begin("sample");
            goTo("Your day");
            tryVerify(() => bench.kiosk.session !== null, patience);
        }

        function cleanup() {
            bench.close();
        }

        function tapAt(at) {
            touchEvent(stage).press(1, stage, at.x, at.y).commit();
            touchEvent(stage).release(1, stage, at.x, at.y).commit();
        }

        function middleOf(name) {
            const item = find(flow, name);
            return item.mapToItem(stage, item.width / 2, item.height / 2);
        }

        function goToQuestion(linkId) {
            const session = bench.kiosk.session;
            while (session.question.linkId !== linkId) {
                if (session.question.required) {
                    session.question.choose(0);
                    session.next();
                } else {
                    session.skip();
                }
                tryVerify(() => !session.busy, patience);
            }
        }

        function test_twoTapsOnTheLastNextDoNotHandInTheAnswers() {
            const session = bench.kiosk.session;
            goToQuestion("day");
            session.question.enter("2024-01-01");
            const at = middleOf("Next");
            Theme.tapPause = 60000;
            tapAt(at);
            shows("Please check your answers");
            tapAt(at);
            verify(!session.busy);
            compare(session.stage, SurveySession.Stage.Reviewing);
            Theme.tapPause = 1;
            tryVerify(() => all(flow, item => item.objectName === "tapPause").length === 0, patience);
            tapAt(at);
            shows("Thank you!");
        }

        function test_twoTapsOnTheWarningDoNotAnswer() {
            goToQuestion("yes-no");
            const at = middleOf("No");
            bench.pass(61);
            shows("Are you still there?");
            Theme.tapPause = 60000;
            tapAt(at);
            tryVerify(() => !bench.kiosk.idleWarning, patience);
            tapAt(at);
            compare(bench.kiosk.session.question.currentIndex, -1);
        }
    }
}
