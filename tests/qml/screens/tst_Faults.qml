import QtQuick
import QtTest
import Kiosk.Screens
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
        name: "Faults"
        flow: place

        function init() {
            begin("sample");
        }

        function cleanup() {
            bench.close();
        }

        function test_anAnswerThatCouldNotBeSavedIsToldAndTriedAgain() {
            goTo("Your day");
            touch("Next");
            bench.breakDisk(true);
            touch("Yes");
            shows("We could not save your last answer");
            touch("Try again");
            shows("We could not save your last answer");
            bench.breakDisk(false);
            touch("Try again");
            asks("Did you sleep well?");
            touch("Next");
            asks("What did you drink first today?");
        }

        // With the shipped PHQ-9: the words for somebody in danger come before those about the disk.
        function test_helpIsShownThoughTheDiskIsFull() {
            begin("shipped");
            goTo(bench.kiosk.instruments.data(bench.kiosk.instruments.index(1, 0), Qt.UserRole + 2));
            tryVerify(() => bench.kiosk.session !== null, patience);
            const session = bench.kiosk.session;
            for (let number = 1; number < 9; ++number) {
                session.question.choose(0);
                session.next();
                tryVerify(() => !session.busy, patience);
            }
            bench.breakDisk(true);
            touch(session.question.optionTexts[1]);
            tryCompare(session, "problem", SurveySession.Problem.NotSaved, patience);
            shows("Call 988");
            touch("I understand");
            shows("We could not save your last answer");
            bench.breakDisk(false);
            touch("Try again");
            asks(session.question.text);
        }

        function test_answersThatCouldNotBeDeletedAreTold() {
            goTo("Your day");
            bench.breakDisk(true);
            touch("Stop");
            touch("Delete my answers");
            shows("We could not delete your answers yet");
            bench.breakDisk(false);
            touch("Try again");
            shows("Start");
        }

        function test_aFullDiskIsToldBeforeSomebodyAnswers() {
            bench.breakDisk(true);
            goTo("Your day");
            shows("Sorry, this kiosk is taking a break");
            bench.breakDisk(false);
            touch("Try again");
            shows("Start");
        }
    }
}
