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
        name: "Contact"
        flow: place

        function init() {
            begin("flows");
        }

        function cleanup() {
            bench.close();
        }

        function answerTwoQuestions() {
            goTo("Patient Health Questionnaire (PHQ-2)");
            tryVerify(() => bench.kiosk.session !== null, patience);
            for (let number = 0; number < 2; ++number) {
                shows("Prefer not to answer");
                const before = bench.kiosk.session.pageId;
                touch("Prefer not to answer");
                tryVerify(() => bench.kiosk.session.pageId !== before, patience);
            }
            touch("Finish");
            shows("Thank you!");
        }

        function test_theEndSaysWhatHappensNextAndOffersACall() {
            answerTwoQuestions();
            shows("A nurse reads all answers tomorrow. You need do nothing more.");
            shows("Would you like us to call you?");
            touch("Yes, please call me");
            asks("What is your name?");
            touch("Prefer not to answer");
            asks("What is your phone number?");
            touchField("What is your phone number?");
            touch("5");
            touch("5");
            touch("Hide keyboard");
            touch("Next");
            touch("In the morning");
            touch("Next");
            touch("Prefer not to answer");
            touch("Finish");
            shows("Your name and number are locked away and go to the practice only. Somebody from there will call you.");
            shows("We call within two working days.");
            compare(seek(flow, "Would you like us to call you?"), null);
            compare(bench.sent(), 2);
            compare(bench.lastAnswer("contact.phone"), '[{"valueString":"55"}]');
            touch("Done");
            shows("Start");
        }

        function test_whoStopsTheCallKnowsThatTheAnswersStay() {
            answerTwoQuestions();
            touch("Yes, please call me");
            asks("What is your name?");
            touch("Stop");
            shows("If you stop now, what you entered here is deleted. What you finished before stays with the practice.");
            touch("Delete this");
            shows("Start");
            compare(bench.sent(), 1);
        }
    }
}
