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
        name: "Who"
        flow: place

        function init() {
            begin("bedside");
            touch("Start");
            touch("English");
            shows("Are you the patient?");
        }

        function cleanup() {
            bench.close();
        }

        function finishByCode() {
            for (const digit of "2100042" + bench.lastDigit("2100042"))
                touch(digit);
            touch("Next");
            touch("Start");
            shows("Prefer not to answer");
            while (seek(flow, "Please check your answers") === null) {
                const before = bench.kiosk.session.pageId;
                touch("Prefer not to answer");
                tryVerify(() => bench.kiosk.session.pageId !== before, patience);
            }
            touch("Finish");
            shows("Thank you!");
        }

        function test_somebodyInThePatientsPlaceIsSaidInTheResponse() {
            touch("No, I answer for the patient");
            shows("Who are you to the patient?");
            touch("Back");
            shows("Are you the patient?");
            touch("No, I answer for the patient");
            touch("I am the son or daughter");
            finishByCode();
            compare(bench.lastMode(), "proxy");
            compare(bench.lastProxy(), "child");
            touch("Done");
            touch("Start");
            touch("English");
            touch("Yes, I answer for myself");
            finishByCode();
            compare(bench.lastProxy(), "");
        }
    }
}
