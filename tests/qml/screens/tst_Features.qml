import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Screens
import Kiosk.ViewModels

// What Structured Data Capture adds, on the screen and by touch.
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
        name: "Features"
        flow: place

        function init() {
            begin("sample");
            goTo("Your health");
            tryVerify(() => bench.kiosk.session !== null, patience);
        }

        function cleanup() {
            bench.close();
        }

        // Goes on until that question is on the page.
        function goToQuestion(linkId) {
            const session = bench.kiosk.session;
            while (session.page.rowCount() === 0 || !onPage(linkId)) {
                const before = session.pageId;
                if (session.canSkip)
                    session.skip();
                else
                    session.next();
                tryVerify(() => !session.busy && session.pageId !== before, patience);
            }
            tryVerify(() => place.item.place === "question " + session.pageId, patience);
        }

        function onPage(linkId) {
            const page = bench.kiosk.session.page;
            for (let row = 0; row < page.rowCount(); ++row)
                if (page.data(page.index(row, 0), Qt.UserRole + 1).linkId === linkId)
                    return true;
            return false;
        }

        function finish() {
            const session = bench.kiosk.session;
            while (session.stage === SurveySession.Stage.Asking) {
                const before = session.pageId;
                if (session.canSkip)
                    session.skip();
                else
                    session.next();
                tryVerify(() => !session.busy && session.pageId !== before, patience);
            }
            touch("Finish");
            shows("Please sign");
            tap(find(flow, "Your full name"));
            touch("a");
            touch("Hide keyboard");
            touch("Sign and finish");
            shows("Thank you!");
        }

        function draw() {
            const pad = all(place, item => item instanceof SignaturePad)[0];
            const sheet = findChild(pad, "sheet");
            const at = [[0.2, 0.3], [0.4, 0.7], [0.6, 0.3], [0.8, 0.7]].map(part => Qt.point(part[0] * sheet.width, part[1] * sheet.height));
            touchEvent(sheet).press(1, sheet, at[0].x, at[0].y).commit();
            for (const point of at.slice(1))
                touchEvent(sheet).move(1, sheet, point.x, point.y).commit();
            touchEvent(sheet).release(1, sheet, at[3].x, at[3].y).commit();
            return pad;
        }

        function goToSigning() {
            const session = bench.kiosk.session;
            while (session.stage === SurveySession.Stage.Asking) {
                const before = session.pageId;
                if (session.canSkip)
                    session.skip();
                else
                    session.next();
                tryVerify(() => !session.busy && session.pageId !== before);
            }
            touch("Finish");
            shows("Please sign");
        }

        function test_aQuantityWithItsUnit() {
            goToQuestion("weight");
            touch("7");
            touch("kg");
            touch("Next");
            finish();
            compare(bench.lastAnswer("weight"), '[{"valueQuantity":{"value":7,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}]');
        }

        function test_sliderByItsButtons() {
            goToQuestion("pain");
            touch("More");
            tryVerify(() => bench.kiosk.session.question.value !== "", patience);
            const value = bench.kiosk.session.question.value;
            touch("Next");
            finish();
            compare(bench.lastAnswer("pain"), '[{"valueInteger":' + value + '}]');
        }

        function test_dropDown() {
            goToQuestion("list");
            const list = all(place, item => item instanceof SelectList)[0];
            verify(list !== undefined);
            list.open = true;
            touch("Tea");
            touch("Next");
            finish();
            verify(bench.lastAnswer("list").includes("tea"));
        }

        function test_autocomplete() {
            goToQuestion("search");
            verify(all(place, item => item instanceof SearchList).length === 1);
            touch("Coffee");
            touch("Next");
            finish();
            verify(bench.lastAnswer("search").includes("coffee"));
        }

        function test_choiceOrientationHorizontal() {
            goToQuestion("across");
            const first = find(flow, "Water");
            const last = find(flow, "Coffee");
            compare(first.mapToItem(stage, 0, 0).y, last.mapToItem(stage, 0, 0).y);
        }

        function test_displayCategorySecurityIsAWarning() {
            goToQuestion("warning");
            verify(all(place, item => item instanceof Notice && item.text === "Tell us at once if you feel faint.").length === 1);
        }

        function test_renderingMarkdownIsBold() {
            goToQuestion("rich");
            const rich = all(place, item => item instanceof RichText)[0];
            verify(rich.blocks[0].runs.some(run => run.bold && run.text === "with care"));
            shows("Please read this with care.");
        }

        function test_entryFormatSupportLinkAndLegal() {
            goToQuestion("phone");
            verify(all(place, item => item instanceof TextEntry && item.placeholder === "555 0100").length === 1);
            shows("More about this: https://candor.example/");
            touch("Legal information");
            shows("We keep it for ten years.");
        }

        function test_headerAndFooterStandOnThePage() {
            shows("Ask us if something is not clear.");
            shows("Your health");
        }

        function test_severalTypedAnswers() {
            goToQuestion("pets");
            touchField("Which pets do you have?");
            touch("a");
            touch("Hide keyboard");
            touch("Add another");
            shows("a");
            touch("Remove: a");
            compare(bench.kiosk.session.question.given.length, 0);
        }

        function test_gridOfChoices() {
            goToQuestion("walk");
            verify(bench.kiosk.session.grid);
            verify(all(place, item => item instanceof AnswerGrid).length === 1);
            bench.kiosk.session.page.choose(1, 0);
            touch("Next");
            finish();
            verify(bench.lastAnswer("swim").includes("often"));
        }

        function test_aRepetitionIsAddedAndRemoved() {
            goToQuestion("name");
            touchField("What is its name?");
            touch("x");
            touch("Hide keyboard");
            touch("Add another");
            shows("Medicine (2)");
            touch("Remove this: Medicine (2)");
            shows("Remove “Medicine (2)” with its answers?");
            touch("Keep it");
            touch("Remove this: Medicine (2)");
            touch("Yes, remove it");
            tryVerify(() => bench.kiosk.session.question.address === "name#1", patience);
            touch("Next");
            finish();
            compare(bench.lastAnswer("name"), '[{"valueString":"x"}]');
        }

        function test_pageOfSeveralQuestions() {
            goToQuestion("alone");
            shows("Do you live alone?");
            shows("On which floor?");
            touch("Yes");
            touch("Next");
            finish();
            compare(bench.lastAnswer("alone"), '[{"valueBoolean":true}]');
        }

        function test_tabsGoFromPartToPart() {
            goToQuestion("stairs");
            touch("Outside");
            shows("Is there a garden?");
        }

        function test_collapsibleGroupFolds() {
            goToQuestion("hobby");
            shows("What do you like to do?");
            touch("More about you");
            tryVerify(() => seek(flow, "What do you like to do?") === null, patience);
        }

        function test_aSignatureIsDrawnClearedAndDrawnAgain() {
            goToSigning();
            touch("Sign and finish");
            compare(bench.kiosk.session.problem, SurveySession.Problem.NotSigned);
            const pad = draw();
            verify(!pad.blank);
            touch("Clear");
            verify(pad.blank);
            touch("Sign and finish");
            compare(bench.kiosk.session.problem, SurveySession.Problem.NotSigned);
            draw();
            touch("Sign and finish");
            shows("Thank you!");
            const signature = bench.lastSignature();
            compare(signature.sigFormat, "image/svg+xml");
            compare(signature.who.type, "Patient");
            verify(/<path d="M(199|200)\.\d /.test(Qt.atob(signature.data)), Qt.atob(signature.data));
        }

        function test_nothingOfASignatureIsLeft() {
            goToSigning();
            draw();
            touch("Back");
            touch("Finish");
            shows("Please sign");
            verify(all(place, item => item instanceof SignaturePad)[0].blank, "not after a look at the answers");
            draw();
            bench.pass(61);
            bench.pass(20);
            goTo("Your health");
            tryVerify(() => bench.kiosk.session !== null);
            goToSigning();
            verify(all(place, item => item instanceof SignaturePad)[0].blank, "not for the next person");
        }

        function test_aPictureStandsOverTheAnswersAndInAnOption() {
            goToQuestion("weather");
            const shown = find(flow, "A sun over a field");
            tryCompare(shown, "status", Image.Ready);
            verify(shown.height > 0);
            const option = find(flow, "Yes, like this Sunny");
            verify(option.image.startsWith("data:image/svg+xml;base64,"));
        }

        function test_theKeyboardFollowsTheQuestion_data() {
            return [
                {tag: "phone", question: "What is your telephone number?", key: "+"},
                {tag: "mail", question: "What is your e-mail address?", key: "@"},
                {tag: "door", question: "What is the number of your room?", key: "%"},
                {tag: "site", question: "Which web site do you use most?", key: ".com"}
            ];
        }

        function test_theKeyboardFollowsTheQuestion(row) {
            goToQuestion(row.tag);
            touchField(row.question);
            touch(row.key);
            compare(bench.kiosk.session.question.value, row.key);
        }

        function test_aWidthIsFollowed() {
            goToQuestion("door");
            const field = all(place, item => item instanceof TextEntry)[0];
            const whole = all(place, item => item instanceof QuestionEntry)[0].width;
            fuzzyCompare(field.width, 0.4 * whole, 1);
        }

        function test_titlesOfTabsAndFoldedGroupsStandOnce() {
            const times = words => all(place, item => item instanceof Text && item.text.includes(words)).length;
            goToQuestion("stairs");
            compare(times("Inside"), 1);
            goToQuestion("hobby");
            compare(times("More about you"), 1);
        }

        function test_aFormThatWantsASignatureIsSigned() {
            finish();
            compare(bench.sent(), 1);
        }
    }
}
