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
        name: "Visit"
        flow: place

        function init() {
            begin("sample");
        }

        function cleanup() {
            bench.close();
        }

        function test_oneQuestionOfEachKindByTouch() {
            goTo("Your day");
            asks("The next questions are about your day. There is no right or wrong.");
            touch("Next");
            asks("Did you sleep well?");
            touch("Yes");
            touch("Next");
            asks("What did you drink first today?");
            touch("Tea");
            touch("Next");
            asks("What else did you drink?");
            touch("Water");
            touch("Coffee");
            touch("Next");
            asks("Which fruit do you like best?");
            touchField("Which fruit do you like best? Your own words");
            touch("f");
            touch("i");
            touch("g");
            touch("Hide keyboard");
            touch("Next");
            asks("How many hours did you sleep?");
            touch("7");
            touch("Next");
            asks("How many litres of water do you drink a day?");
            touch("1");
            touch("Decimal point");
            touch("5");
            touch("Next");
            asks("What is your favourite place?");
            touch("Prefer not to answer");
            asks("What was good today?");
            touchField("What was good today?");
            touch("o");
            touch("k");
            touch("Hide keyboard");
            touch("Next");
            asks("When were you last here?");
            touch("Prefer not to answer");
            shows("Please check your answers");
            touch("Finish");
            shows("Thank you!");
            compare(bench.sent(), 1);
            compare(bench.lastStatus(), "completed");
            compare(bench.lastAnswer("yes-no"), '[{"valueBoolean":true}]');
            compare(bench.lastAnswer("own"), '[{"valueString":"fig"}]');
            compare(bench.lastAnswer("whole"), '[{"valueInteger":7}]');
            compare(bench.lastAnswer("number"), '[{"valueDecimal":1.5}]');
            compare(bench.lastAnswer("story"), '[{"valueString":"ok"}]');
            touch("Done");
            shows("Start");
            verify(!bench.kiosk.visited);
        }

        function test_aChangedAnswerIsTheOneThatIsSent() {
            goTo("Your day");
            touch("Next");
            touch("Yes");
            touch("Next");
            touch("Water");
            while (seek(flow, "Please check your answers") === null)
                skipOrNext();
            touch("Change: What did you drink first today?");
            touch("Coffee");
            touch("Next");
            shows("Please check your answers");
            shows("Coffee");
            touch("Finish");
            shows("Thank you!");
            verify(bench.lastAnswer("one").includes("coffee"));
        }

        function skipOrNext() {
            const before = bench.kiosk.session.question.linkId;
            touch(before !== "one" && seek(flow, "Prefer not to answer") ? "Prefer not to answer" : "Next");
            tryVerify(() => bench.kiosk.session.question?.linkId !== before, patience);
        }

        function test_aRequiredQuestionSaysThatItNeedsAnAnswer() {
            goTo("Your day");
            touch("Next");
            touch("Prefer not to answer");
            asks("What did you drink first today?");
            compare(seek(flow, "Prefer not to answer"), null);
            touch("Next");
            shows("This question needs an answer.");
            touch("Tea");
            tryVerify(() => seek(flow, "This question needs an answer.") === null, patience);
        }

        function test_aQuestionWithoutAnAnswerOffersTheWayRound() {
            goTo("Your day");
            touch("Next");
            asks("Did you sleep well?");
            touch("Next");
            shows("Please give an answer, or tap “Prefer not to answer”.");
        }

        function test_backBringsTheQuestionBeforeWithItsAnswer() {
            goTo("Your day");
            touch("Next");
            touch("No");
            touch("Next");
            asks("What did you drink first today?");
            touch("Back");
            asks("Did you sleep well?");
            verify(find(flow, "No").selected);
        }

        function test_stopAsksFirstAndThenDeletes() {
            goTo("Your day");
            touch("Next");
            touch("Yes");
            touch("Stop");
            shows("Do you want to stop?");
            touch("Keep going");
            asks("Did you sleep well?");
            verify(find(flow, "Yes").selected);
            touch("Stop");
            touch("Delete my answers");
            shows("Start");
            compare(bench.sent(), 0);
        }

        function test_nothingOfThePersonIsOnTheNextPersonsScreens() {
            goTo("Your day");
            touch("Next");
            touch("Yes");
            touch("Stop");
            touch("Delete my answers");
            goTo("Your day");
            touch("Next");
            asks("Did you sleep well?");
            verify(!find(flow, "Yes").selected);
            verify(!find(flow, "No").selected);
        }
    }
}
