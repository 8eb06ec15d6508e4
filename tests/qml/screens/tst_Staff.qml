import QtQuick
import QtTest
import Kiosk.Screens
import Kiosk.Theme
import Kiosk.ViewModels

// The people of the practice at the kiosk: how they come in, what they find, and that nobody else does.
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
            staff: bench.staff
            comfort: bench.comfort
        }
    }
    FlowCase {
        id: member

        readonly property string goodPin: "482916"

        name: "Staff"
        flow: place

        function init() {
            begin("staffed");
        }

        function cleanup() {
            bench.close();
        }

        function type(digits) {
            tryCompare(bench.staff, "busy", false, patience); // else they are not taken
            for (const digit of digits)
                touch(digit);
        }

        function identify(name) {
            touch("Staff");
            shows("Staff: who are you?");
            touch(name);
        }

        // With the start code, to the menu.
        function comeIn(name, code) {
            identify(name);
            shows("Enter your one-time code");
            type(code);
            touch("Enter");
            shows("Choose a PIN");
            type(goodPin);
            touch("Enter");
            shows("Enter the PIN again");
            type(goodPin);
            touch("Enter");
            shows("Sign off");
        }

        function test_theStartCodeLeadsToAPinWhichThenIsTheWayIn() {
            comeIn("Nina Ortega", bench.ninasCode());
            touch("Sign off");
            identify("Nina Ortega");
            shows("Enter your PIN");
            type("482917");
            touch("Enter");
            shows("This PIN is not right.");
            type(goodPin);
            touch("Enter");
            shows("Clean the screen");
            verify(seek(place, "Who did what") === null, "that is for an admin");
            touch("Sign off");
            shows("Start");
            compare(bench.staff.place, StaffArea.Place.Closed);
        }

        function test_digitsAreNeverOnTheScreen() {
            identify("Nina Ortega");
            type("40291");
            shows("Digits typed: 5");
            touch("Delete");
            shows("Digits typed: 4");
            const texts = all(place, item => item instanceof Text && item.text.length > 1 && /[0-9]/.test(item.text));
            compare(texts.map(text => text.text), ["The 12 digits you were given. They work once on this kiosk."]);
        }

        function test_pinsThatAreEasyToGuessAreNotTaken() {
            identify("Nina Ortega");
            type(bench.ninasCode());
            touch("Enter");
            shows("Choose a PIN");
            type("12345");
            touch("Enter");
            shows("A PIN has at least 6 digits.");
            type("123456");
            touch("Enter");
            shows("This PIN is easy to guess. Please choose another.");
            type(goodPin);
            touch("Enter");
            shows("Enter the PIN again");
            type("482961");
            touch("Enter");
            shows("The two were not the same. Please choose again.");
            shows("Choose a PIN");
        }

        function test_threeWrongCodesMeanToWait() {
            identify("Max Weber");
            for (let number = 0; number < 3; ++number) {
                tryCompare(bench.staff, "busy", false, patience);
                type("000000000000");
                touch("Enter");
                tryVerify(() => !bench.staff.busy && bench.staff.problem !== StaffArea.Problem.None, patience);
                compare(bench.staff.problem, number < 2 ? StaffArea.Problem.Wrong : StaffArea.Problem.Wait);
            }
            shows("Too many wrong tries. You can try again in 30 s.");
            verify(seek(place, "Enter") === null);
            verify(!find(place, "1").enabled);
            touch("Back");
            touch("Max Weber");
            tryCompare(bench.staff, "problem", StaffArea.Problem.Wait, patience);
            bench.pass(30);
            touch("Back");
            touch("Max Weber");
            type(bench.maxsCode());
            touch("Enter");
            shows("Choose a PIN");
        }

        function test_nobodyStaysSignedInByThemselves() {
            comeIn("Nina Ortega", bench.ninasCode());
            bench.pass(70);
            shows("Are you still there?");
            touch("I am still here");
            shows("Sign off");
            bench.pass(70);
            bench.pass(20);
            shows("Start");
            compare(bench.staff.name, "");
        }

        function test_whoIsRemovedMeanwhileIsOut() {
            comeIn("Nina Ortega", bench.ninasCode());
            bench.removeNina();
            shows("Start");
            touch("Staff");
            shows("Max Weber");
            verify(seek(place, "Nina Ortega") === null);
        }

        function test_statusTellsWhatWaitsAndWhatIsThere() {
            comeIn("Nina Ortega", bench.ninasCode());
            touch("How is this kiosk?");
            shows("Waiting to be sent: 0");
            shows("Finished on this kiosk: 0");
            shows("Version of forms and settings: 1");
            shows("Clock of the kiosk: " + Qt.formatDateTime(new Date("2026-11-22T10:00:00Z"), "yyyy-MM-dd HH:mm"));
            compare(bench.staff.status.device.length, 36);
            verify(bench.staff.status.freeBytes > 0);
            touch("Back");
            shows("Sign off");
        }

        function test_anAdminSeesSettingsAndWhoDidWhatButStartsNoSurvey() {
            comeIn("Max Weber", bench.maxsCode());
            verify(seek(place, "Start a survey for a patient") === null);
            touch("Settings");
            shows("Practice: Maple Street Practice");
            shows("Languages: en, es");
            shows("Help in need: Crisis line, 988");
            touch("Back");
            touch("Who did what");
            tryVerify(() => bench.staff.events.length >= 4, patience);
            const newest = bench.staff.events[0];
            compare(newest.what, "staff-action");
            compare(newest.who, "Max Weber");
            compare(newest.detail, "view-audit, permitted");
            verify(!JSON.stringify(bench.staff.events).includes(goodPin));
        }

        function test_wipingTheGlassDoesNothingUntilTheCornerIsHeld() {
            comeIn("Nina Ortega", bench.ninasCode());
            touch("Clean the screen");
            shows("The screen can be wiped now");
            const glass = find(place, "The screen can be wiped now");
            const area = all(place, item => item.objectName === "glass")[0];
            tap(area);
            keyClick(Qt.Key_Return);
            keyClick(Qt.Key_Escape);
            bench.pass(70);
            shows("The screen can be wiped now");
            const finger = touchEvent(area);
            finger.press(1, area, area.width - 20, 20).press(2, area, 100, 400).commit();
            wait(50);
            verify(!area.alone, "two hands are wiping");
            finger.release(2, area, 100, 400).stationary(1).commit();
            tryVerify(() => area.alone, patience);
            shows("Sign off"); // three seconds later
            touchEvent(place).release(1, place, place.width - 20, 20).commit();
            verify(glass !== null);
        }

        function test_aSurveyAnsweredTogetherSaysSo_data() {
            return [
                {
                    "tag": "together",
                    "task": "Answer together with a patient",
                    "mode": "assisted"
                },
                {
                    "tag": "handed over",
                    "task": "Start a survey for a patient",
                    "mode": ""
                }
            ];
        }

        function test_aSurveyAnsweredTogetherSaysSo(data) {
            comeIn("Nina Ortega", bench.ninasCode());
            touch(data.task);
            touch("English");
            compare(bench.staff.name, "", "signed off before the patient has the kiosk");
            touch("Your day");
            tryVerify(() => bench.kiosk.session !== null, patience);
            touch("Next");
            touch("Yes");
            tryVerify(() => !bench.kiosk.session.busy, patience);
            bench.kiosk.leave();
            tryVerify(() => bench.sent() === 1, patience);
            compare(bench.lastMode(), data.mode);
            // The next visitor is alone again.
            goTo("Your day");
            touch("Next");
            touch("Yes");
            tryVerify(() => !bench.kiosk.session.busy, patience);
            bench.kiosk.leave();
            tryVerify(() => bench.sent() === 2, patience);
            compare(bench.lastMode(), "");
        }

        // One record that has not reached the server.
        function leaveARecord() {
            goTo("Your day");
            touch("Next");
            touch("Yes");
            tryVerify(() => !bench.kiosk.session.busy, patience);
            bench.kiosk.leave();
            tryVerify(() => bench.sent() === 1, patience);
        }

        function test_sealedRecordsLeaveByUsbStick() {
            leaveARecord();
            comeIn("Max Weber", bench.maxsCode());
            touch("Take sealed records out by USB stick");
            shows("Please plug in a USB stick");
            bench.plugStick(true);
            shows("Records to copy: 1");
            touch("Copy to the stick");
            shows("Please do not pull out the stick yet");
            compare(bench.recordsOnStick(), 1);
            verify(bench.unmountStick());
            shows("You can pull out the stick now");
            touch("Back");
            touch("Who did what");
            tryVerify(() => bench.staff.events.some(event => event.detail === "export-sealed-data, done"), patience);
            compare(bench.sent(), 1, "the kiosk keeps its own");
        }

        function test_aStickThatCannotBeWrittenIsSaidSo() {
            leaveARecord();
            comeIn("Max Weber", bench.maxsCode());
            bench.plugStick(true);
            touch("Take sealed records out by USB stick");
            shows("Records to copy: 1");
            bench.loseStick();
            touch("Copy to the stick");
            shows("The stick was pulled out or gave up. All records are still safe here.");
            bench.plugStick(true);
            touch("Copy to the stick");
            shows("Please do not pull out the stick yet");
            compare(bench.recordsOnStick(), 1);
        }

        function test_anEmptyKioskHasNothingToTakeOut() {
            comeIn("Max Weber", bench.maxsCode());
            bench.plugStick(true);
            touch("Take sealed records out by USB stick");
            shows("Everything has reached the server");
            verify(seek(place, "Copy to the stick") === null);
        }

        function test_erasingIsAskedTwiceAndSaysWhatIsLost() {
            leaveARecord();
            comeIn("Max Weber", bench.maxsCode());
            touch("Erase this kiosk");
            shows("Records that would be lost for good: 1");
            touch("Erase everything");
            shows("Are you sure? This cannot be undone.");
            touch("No, keep everything");
            verify(!bench.isToBeErased());
            touch("Erase this kiosk");
            touch("Erase everything");
            verify(!bench.isToBeErased());
            touch("Yes, I am sure: erase it");
            shows("The kiosk is being erased and switches off");
            verify(bench.isToBeErased());
        }

        function test_aDoubleTapErasesNothing() {
            comeIn("Max Weber", bench.maxsCode());
            touch("Erase this kiosk");
            shows("Erase everything");
            const button = find(place, "Erase everything");
            const where = button.mapToItem(place, button.width / 2, button.height / 2);
            Theme.tapPause = 300;
            for (let tap = 0; tap < 4; ++tap)
                mouseClick(place, where.x, where.y);
            shows("Are you sure? This cannot be undone.");
            mouseClick(place, where.x, where.y);
            wait(400);
            mouseClick(place, where.x, where.y);
            verify(!bench.isToBeErased(), "the second question is answered in another place");
        }

        function test_noVisitBeginsUnderTheStaffArea() {
            touch("Staff");
            shows("Staff: who are you?");
            verify(seek(place, "Text and sound") === null);
            verify(!bench.kiosk.visited);
        }

        function test_wipingThatEndsByItselfSignsOff() {
            comeIn("Nina Ortega", bench.ninasCode());
            touch("Clean the screen");
            shows("The screen can be wiped now");
            find(place, "The screen can be wiped now");
            all(place, item => item instanceof CleaningScreen)[0].secondsLeft = 1;
            shows("Start");
            compare(bench.staff.name, "");
        }

        function test_adminsReadWhatTheProgramNoted() {
            bench.note("disk", "slow");
            comeIn("Max Weber", bench.maxsCode());
            touch("Notes of the program");
            tryVerify(() => bench.staff.log.length > 0 && bench.staff.log[0].includes("disk: slow"), patience);
            verify(/^\d{4}-\d\d-\d\dT/.test(bench.staff.log[0]));
        }

        function test_staffNeitherExportNorErase() {
            comeIn("Nina Ortega", bench.ninasCode());
            verify(seek(place, "Take sealed records out by USB stick") === null);
            verify(seek(place, "Erase this kiosk") === null);
            bench.staff.choose(StaffArea.Task.Reset);
            bench.staff.confirmReset();
            verify(!bench.isToBeErased());
        }

        function test_aKioskWithoutStaffHasNoDoor() {
            begin("sample");
            verify(seek(place, "Staff") === null);
            bench.staff.open();
            compare(bench.staff.place, StaffArea.Place.Closed);
        }

        function test_aKioskOutOfServiceHasItsDoorAndNothingForPatients() {
            bench.showFault(Kiosk.Fault.NothingToOffer);
            shows("Sorry, this kiosk is taking a break");
            comeIn("Nina Ortega", bench.ninasCode());
            shows("Restart the program");
            verify(seek(place, "Start a survey for a patient") === null);
            verify(seek(place, "Answer together with a patient") === null);
            touch("How is this kiosk?");
            tryCompare(bench.staff, "place", StaffArea.Place.Status, patience);
            touch("Back");
            touch("Sign off");
            shows("Sorry, this kiosk is taking a break");
        }

        function test_aDiskThatRefusesIsSaidWhereTheNamesAre() {
            touch("Staff");
            bench.breakDisk(true);
            touch("Nina Ortega");
            shows("The kiosk cannot look this up: its disk refuses. Please try again.");
            bench.breakDisk(false);
            touch("Nina Ortega");
            shows("Enter your one-time code");
        }

        function test_theDoorIsShutDuringAVisit() {
            touch("Start");
            bench.staff.open();
            compare(bench.staff.place, StaffArea.Place.Closed);
        }
    }
}
