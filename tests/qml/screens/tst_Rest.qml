import QtQuick
import QtTest
import Kiosk.Theme
import Kiosk.Screens
import Kiosk.ViewModels

// While nobody is there: the practice's slides, and the dark of a bedside.
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
    Component {
        id: fast

        SlideShow {
            anchors.fill: parent
            slides: ["One", "Two", "Three"].map(title => ({
                        "language": "en",
                        "mirrored": false,
                        "title": title,
                        "text": "",
                        "picture": "",
                        "pictureText": ""
                    }))
            each: 40
            addressOf: name => ""
        }
    }
    FlowCase {
        name: "Rest"
        flow: place

        function cleanup() {
            bench.close();
        }

        function shownSlides(show) {
            return all(show, item => item instanceof SlideView && item.visible).map(view => view.slide.title);
        }

        function test_slidesTakeTurnsWithTheGreetingAndComeRound() {
            Theme.motion = false;
            const show = createTemporaryObject(fast, stage);
            for (const title of ["One", "Two", "Three"])
                tryVerify(() => shownSlides(show).join() === title, patience, title);
            tryCompare(show, "at", -1, patience);
            tryVerify(() => shownSlides(show).join() === "One", patience, "and again");
        }

        function filmShown() {
            return all(flow, item => item instanceof FilmFrame && item.visible)[0] ?? null;
        }

        function test_aFilmIsShownWithItsWordsToItsEnd() {
            begin("films");
            const show = all(flow, item => item instanceof SlideShow)[0];
            show.turn();
            const film = filmShown();
            verify(film.playing);
            for (const words of ["Good morning.", "We are glad that you are here.", "Please take a seat."])
                tryCompare(film, "caption", words, patience);
            tryVerify(() => show.at === 1 && show.slides[1].language === "es", patience, "it ends, and comes in the next language");
            tryCompare(filmShown(), "caption", "Buenos días.", patience);
            verify(!film.playing);
        }

        function test_aFilmStopsAtATouch() {
            begin("films");
            const show = all(flow, item => item instanceof SlideShow)[0];
            show.turn();
            const film = filmShown();
            tryCompare(film, "caption", "Good morning.", patience);
            tap(film);
            verify(!film.playing);
            compare(film.caption, "");
            compare(show.at, -1);
            shows("Welcome");
        }

        function test_aFilmThatCannotBePlayedIsPassedOverFromThenOn() {
            begin("films");
            const show = all(flow, item => item instanceof SlideShow)[0];
            const broken = show.slides.findIndex(slide => slide.title === "Broken");
            show.at = broken - 1;
            show.turn();
            tryVerify(() => show.slides[show.at].title === "Open late on Thursdays", patience);
            show.at = broken - 1;
            show.turn();
            compare(show.slides[show.at].title, "Open late on Thursdays", "at once");
            compare(Array.from(show.passedOver), ["broken.webm"]);
        }

        function test_aTouchBringsTheGreetingBack() {
            begin("flows");
            const show = all(flow, item => item instanceof SlideShow)[0];
            show.turn();
            shows("You said, we did: more chairs");
            compare(seek(flow, "Welcome"), null);
            tap(find(flow, "You said, we did: more chairs"));
            shows("Welcome");
            compare(show.at, -1);
        }

        function test_theyFadeSlowerThanAnEyeTakesForAFlash() {
            begin("flows");
            Theme.motion = true;
            verify(Theme.slow > 1000 / 3);
            const show = all(flow, item => item instanceof SlideShow)[0];
            verify(show.each >= 6000);
            show.turn();
            const views = all(flow, item => item instanceof SlideView);
            verify(views.every(view => view.opacity < 1), "it does not jump");
            Theme.motion = false;
        }

        function test_whileSlidesTurnOneCanStartAndKnowsHowLongItTakes() {
            begin("flows");
            const show = all(flow, item => item instanceof SlideShow)[0];
            for (let turns = 0; turns < 4; ++turns) {
                show.turn();
                find(flow, "Start");
                verify(all(flow, item => /^It takes (about )?\d/.test(item.Accessible.name ?? "")).length > 0);
            }
            touch("Start");
            shows("English");
        }

        function test_atABedsideNobodyNeedBeDisturbed() {
            begin("bedside");
            touch("Do not disturb");
            shows("Touch the screen to wake it. Toque la pantalla para encenderla.");
            compare(seek(flow, "Start"), null);
            touch("Touch the screen to wake it. Toque la pantalla para encenderla.");
            shows("Start");
            touch("Do not disturb: on");
            shows("Do not disturb");
            verify(!bench.kiosk.quiet.dark);
        }

        function test_aWaitingRoomHasNoSuchSwitch() {
            begin("flows");
            compare(seek(flow, "Do not disturb"), null);
        }
    }
}
