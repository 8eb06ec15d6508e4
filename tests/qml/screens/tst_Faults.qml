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
