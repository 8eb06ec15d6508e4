import QtQuick
import QtQuick.Controls.Basic
import QtTest
import Kiosk.Controls
import Kiosk.Screens
import Kiosk.Theme
import Kiosk.ViewModels

// Every screen, both ways round, both languages, on a coarse and a fine glass: nothing is cut, nothing is too small to tap.
Item {
    id: stage

    width: 1280
    height: 1280

    Loader {
        id: place

        active: bench.kiosk !== null
        sourceComponent: KioskFlow {
            kiosk: bench.kiosk
            comfort: bench.comfort
        }
    }
    FlowCase {
        id: visitor

        name: "Fit"
        flow: place

        function cleanup() {
            bench.close();
        }

        function check_data() {
            const rows = [];
            for (const language of ["en", "es"])
                for (const size of [[1280, 800], [800, 1280]])
                    for (const density of [96 / 25.4, 5.88])
                        rows.push({
                            "tag": language + " " + size.join("x") + " at " + density.toFixed(1),
                            "language": language,
                            "width": size[0],
                            "height": size[1],
                            "density": density
                        });
            return rows;
        }

        function prepare(data, forms) {
            begin(forms);
            place.width = data.width;
            place.height = data.height;
            Theme.density = data.density;
        }

        // Words that do not scroll and are covered by a button that is not theirs.
        function coveredTexts() {
            const buttons = all(place, item => item instanceof AbstractButton && !scrolls(item));
            const words = all(place, item => item instanceof Text && item.text !== "" && !scrolls(item));
            return words.filter(text => buttons.some(button => !holds(button, text) && overlap(button, text))).map(text => text.text);
        }
        function scrolls(item) {
            return item !== null && (item instanceof Flickable || scrolls(item.parent));
        }
        function holds(button, item) {
            return item !== null && (item === button || holds(button, item.parent));
        }
        function overlap(one, other) {
            const a = one.mapToItem(place, 0, 0, one.width, one.height);
            const b = other.mapToItem(place, 0, 0, other.width, other.height);
            return a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 && a.y < b.y + b.height - 1 && b.y < a.y + a.height - 1;
        }
        function outsideTexts() {
            const inside = text => {
                const at = text.mapToItem(place, 0, 0, text.width, text.height);
                return at.y >= 0 && at.y + at.height <= place.height + 1;
            };
            return all(place, item => item instanceof Text && item.text !== "" && !scrolls(item)).filter(text => !inside(text)).map(text => text.text);
        }

        function check(what) {
            settle(place);
            tryVerify(() => coveredTexts().length === 0, patience, what + ": covered by a button: " + coveredTexts());
            tryVerify(() => outsideTexts().length === 0, patience, what + ": beyond the screen: " + outsideTexts());
            tryVerify(() => cutTexts(place).length === 0, patience, what + ": cut: " + cutTexts(place));
            for (const item of all(place, item => item instanceof AbstractButton && !item.Accessible.ignored)) {
                verify(item.Accessible.name !== "", what + ": a button without a name: " + item);
                tryVerify(() => item.width >= Math.min(Theme.target, 44) && item.height >= Math.min(Theme.target, 44), patience, what + ": too small: " + item.Accessible.name);
                tryVerify(() => item.mapToItem(place, 0, 0).x >= -1 && item.mapToItem(place, item.width, 0).x <= place.width + 1, patience, what + ": beyond the edge: " + item.Accessible.name);
            }
        }

        function test_wayIn_data() {
            return check_data();
        }
        function test_wayIn(data) {
            prepare(data, "shipped");
            check("attract");
            bench.kiosk.welcome();
            check("language");
            touch(data.language === "en" ? "English" : "Español");
            tryVerify(() => place.item.place === "choose", patience);
            check("choose");
        }

        function test_survey_data() {
            const rows = [];
            for (const row of check_data())
                for (const survey of ["visit-experience", "phq-9", "activation", "every-kind", "every-feature"])
                    rows.push(Object.assign({}, row, {
                        "tag": survey + " " + row.tag,
                        "survey": survey
                    }));
            return rows;
        }
        function test_survey(data) {
            prepare(data, data.survey.startsWith("every") ? "sample" : "shipped");
            bench.kiosk.welcome();
            bench.kiosk.chooseLanguage(data.language);
            bench.kiosk.startSurvey(data.survey);
            tryVerify(() => bench.kiosk.session !== null, patience);
            const session = bench.kiosk.session;
            while (session.stage === SurveySession.Stage.Asking) {
                const before = session.pageId;
                tryVerify(() => place.item.place === "question " + before, patience);
                Qt.callLater(session.question.choose, 1); // from the event loop, as a touch would
                wait(0);
                if (session.safetyDue) {
                    tryVerify(() => place.item.place === "safety", patience);
                    check("safety");
                    session.understoodSafety();
                }
                check(before);
                tryVerify(() => !session.busy, patience);
                session.next();
                if (session.problem !== SurveySession.Problem.None) {
                    check(before + " with a problem");
                    session.skip();
                }
                tryVerify(() => session.stage !== SurveySession.Stage.Asking || session.pageId !== before, patience);
            }
            check("review");
            session.finish();
            if (session.stage === SurveySession.Stage.Signing) {
                check("sign");
                session.sign("Ann Example");
            }
            tryVerify(() => session.stage === SurveySession.Stage.Completed, patience);
            check("thanks");
        }

        function test_besideTheWay_data() {
            return check_data();
        }
        function test_besideTheWay(data) {
            prepare(data, "sample");
            bench.kiosk.welcome();
            bench.kiosk.chooseLanguage(data.language);
            bench.kiosk.startSurvey("every-kind");
            tryVerify(() => bench.kiosk.session !== null, patience);
            place.item.leaving = true;
            check("cancel");
            place.item.leaving = false;
            bench.giveVoice(true);
            place.item.openComfort();
            bench.comfort.spoken = true;
            tryVerify(() => place.item.place === "comfort", patience);
            check("text and sound");
            place.item.adjusting = false;
            bench.pass(61);
            check("idle");
            bench.kiosk.stay();
            bench.breakDisk(true);
            bench.kiosk.session.cancel();
            tryVerify(() => place.item.place === "not-saved", patience);
            check("not saved");
            for (const fault of [Kiosk.Fault.StorageFull, Kiosk.Fault.StorageFailed, Kiosk.Fault.NothingToOffer, Kiosk.Fault.NeedsRepair]) {
                bench.showFault(fault);
                check("fault");
            }
        }
    }
}
