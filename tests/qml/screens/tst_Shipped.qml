import QtQuick
import QtTest
import Kiosk.Screens
import Kiosk.ViewModels

Item {
    id: stage

    width: 800
    height: 1280

    Loader {
        id: place

        anchors.fill: parent
        active: bench.kiosk !== null
        sourceComponent: KioskFlow {
            kiosk: bench.kiosk
        }
    }
    FlowCase {
        name: "Shipped"
        flow: place

        function init() {
            begin("shipped");
        }

        function cleanup() {
            bench.close();
        }

        function titleOf(row) {
            return bench.kiosk.instruments.data(bench.kiosk.instruments.index(row, 0), Qt.UserRole + 2);
        }

        // Answers with the option of that index until the review; `last` for the ninth question.
        function answerPhq9(usual, ninth) {
            goTo(titleOf(1));
            tryVerify(() => bench.kiosk.session !== null, patience);
            for (let number = 1; bench.kiosk.session.stage === SurveySession.Stage.Asking; ++number) {
                const before = bench.kiosk.session.question.linkId;
                touch(bench.kiosk.session.question.optionTexts[number === 9 ? ninth : usual]);
                if (bench.kiosk.session.safetyDue)
                    return;
                touch("Next");
                tryVerify(() => bench.kiosk.session.question?.linkId !== before, patience);
            }
        }

        function test_thoughtsOfDeathBringHelpAtOnce() {
            answerPhq9(0, 1);
            shows("You are not alone with this");
            shows("Call 988");
            touch("I understand");
            asks(bench.kiosk.session.question.text);
            touch("Next");
        }

        function test_withoutThemTheSafetyScreenStaysAway() {
            answerPhq9(2, 0);
            shows("Please check your answers");
            touch("Finish");
            shows("Thank you!");
            compare(bench.sent(), 1);
        }

        function test_helpIsRepeatedAtTheEnd() {
            answerPhq9(0, 3);
            touch("I understand");
            touch("Next");
            while (bench.kiosk.session.stage === SurveySession.Stage.Asking) {
                const before = bench.kiosk.session.question.linkId;
                touch(bench.kiosk.session.question.required ? bench.kiosk.session.question.optionTexts[0] : "Prefer not to answer");
                tryVerify(() => bench.kiosk.session.question?.linkId !== before, patience);
            }
            touch("Finish");
            shows("Thank you!");
            tryVerify(() => all(flow, item => item.Accessible.name.includes("988")).length > 0, patience);
        }

        function test_everythingSpeaksSpanishAtOnce() {
            goTo(titleOf(0));
            shows("Next");
            touch("Español");
            shows("Siguiente");
            compare(seek(flow, "Next"), null);
            touch("English");
            shows("Next");
        }

        function test_aSpanishVisit() {
            touch("Start");
            touch("Español");
            touch(titleOf(2));
            shows("Siguiente");
            touch(bench.kiosk.session.question.optionTexts[0]);
            touch("Siguiente");
            tryCompare(bench.kiosk.session, "busy", false, patience); // else the screen goes from under the finger
            touch("Parar");
            touch("Borrar mis respuestas");
            shows("Start");
            compare(bench.kiosk.language, "en");
        }
    }
}
