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
        name: "VisitCode"
        flow: place

        function cleanup() {
            bench.close();
        }

        function type(digits) {
            for (const digit of digits)
                touch(digit);
        }

        function toCode() {
            begin("flows");
            touch("Start");
            touch("English");
            touch("I have a number");
            shows("What is the number on your slip?");
        }

        function skipPart() {
            shows("Prefer not to answer");
            while (seek(flow, "Please check your answers") === null) {
                const before = bench.kiosk.session.pageId;
                touch("Prefer not to answer");
                tryVerify(() => bench.kiosk.session.pageId !== before, patience);
            }
            touch("Finish");
        }

        function test_aNumberAsksItsPartsOneAfterTheOther() {
            toCode();
            type("2100042");
            touch("Next");
            shows("The number has 8 digits.");
            type(bench.lastDigit("2100042"));
            touch("Next");
            shows("These questions are for you");
            touch("Start");
            skipPart();
            shows("Thank you. This part is done.");
            touch("Go on");
            skipPart();
            shows("Thank you!");
            compare(bench.sent(), 2);
            compare(bench.lastVisit(), "2100042" + bench.lastDigit("2100042"));
        }

        function test_aMistypedNumberIsNoticedAndCanBeMended() {
            toCode();
            type("2100024");
            type(bench.lastDigit("2100042"));
            touch("Next");
            shows("Please check the number: one of its digits is different from your slip.");
            touch("Delete");
            touch("Delete");
            touch("Delete");
            type("42");
            type(bench.lastDigit("2100042"));
            touch("Next");
            shows("These questions are for you");
            touch("Back");
            shows("What is the number on your slip?");
            touch("I have no number");
            shows("What would you like to tell us about?");
        }

        function test_whoStopsBetweenTwoPartsLeavesWhatIsDone() {
            toCode();
            type("2100042");
            type(bench.lastDigit("2100042"));
            touch("Next");
            touch("Start");
            skipPart();
            touch("Stop here");
            shows("Start");
            compare(bench.sent(), 1);
            verify(!bench.kiosk.visited);
        }

        function test_whereEverybodyHasANumberThereIsNoListOfSurveys() {
            begin("bedside");
            touch("Start");
            touch("English");
            touch("Yes, I answer for myself");
            shows("It has 8 digits. If you have no slip, please ask at the front desk.");
            compare(seek(flow, "I have no number"), null);
            touch("Back");
            shows("Are you the patient?");
            touch("Back");
            touch("English");
            touch("Yes, I answer for myself");
            shows("What is the number on your slip?");
        }
    }
}
