import QtQuick
import QtTest
import Kiosk.Screens
import Kiosk.ViewModels

// A question that is also said in a sign language.
Item {
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
        name: "SignFilm"
        flow: place

        function cleanup() {
            bench.close();
        }

        function openForm(form) {
            begin(form);
            goTo("Your day");
            tryVerify(() => bench.kiosk.session !== null, patience);
            shows("Sign language");
        }

        function film() {
            return all(flow, item => item instanceof FilmFrame)[0];
        }

        function test_opensPausesGoesOnAndClosesAndTheAnswerStays() {
            openForm("films");
            touch("Well");
            touch("Sign language");
            tryCompare(film(), "caption", "Good morning.", patience);
            compare(film().Accessible.name, "The question in American Sign Language (ASL)");
            touch("Pause");
            verify(!film().playing);
            touch("Go on");
            verify(film().playing);
            tryCompare(film(), "atEnd", true, patience);
            touch("From the beginning");
            tryCompare(film(), "caption", "Good morning.", patience);
            const shown = film();
            touch("Close the film");
            compare(shown.caption, "");
            verify(!shown.visible);
            compare(bench.kiosk.session.question.currentIndex, 0);
            shows("Sign language");
        }

        function test_severalSignLanguagesHaveTheirNames() {
            openForm("films");
            touch("Sign language");
            touch("Another sign language");
            compare(film().Accessible.name, "The question in Lengua de señas mexicana (LSM)");
            tryVerify(() => bench.kiosk.session !== null && seek(flow, "Sign language") !== null && seek(flow, "Close the film") === null, patience, "its film is broken: it closes by itself");
            shows("This film cannot be played here.");
            touch("Sign language");
            compare(film().Accessible.name, "The question in American Sign Language (ASL)", "the other one can");
            verify(seek(flow, "Another sign language") === null);
        }

        function test_waitsUnderAreYouStillThereAndKeepsIt() {
            openForm("films");
            touch("Sign language");
            tryCompare(film(), "playing", true, patience);
            const shown = film();
            bench.pass(70);
            tryCompare(bench.kiosk, "idleWarning", true, patience);
            tryCompare(shown, "playing", false, patience);
            touch("I am still here");
            verify(shown.visible);
        }

        function test_theWordsAreInTheLanguageOfTheScreen() {
            openForm("films");
            bench.kiosk.chooseLanguage("es");
            touch("Lengua de señas");
            tryCompare(film(), "caption", "Buenos días.", patience);
        }
    }
}
