import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var chosen: []

    width: 1200
    height: 700

    AnswerGrid {
        id: grid

        width: 1100
        onChosen: (row, column) => stage.chosen.push([row, column])
    }
    TouchCase {
        name: "AnswerGrid"

        function init() {
            Theme.density = 96 / 25.4;
            stage.LayoutMirroring.enabled = false;
            stage.LayoutMirroring.childrenInherit = true;
            grid.width = 1100;
            grid.height = undefined;
            grid.questionWidth = 0;
            grid.rows = questions(3);
            stage.chosen = [];
        }

        function options() {
            return ["Never", "Sometimes", "Always"].map((text, i) => ({text: text, selected: i === 1, enabled: i !== 2}));
        }

        function questions(count) {
            const made = [];
            for (let i = 0; i < count; ++i)
                made.push({text: "Question " + i, options: options()});
            return made;
        }

        function test_aWishedWidthIsFollowed_data() {
            return [{tag: "wide", wish: 600, got: 600}, {tag: "a word of the columns stays whole", wish: 1050, got: -1}, {tag: "the question stays legible", wish: 10, got: Theme.millimetres(45)}];
        }

        function test_aWishedWidthIsFollowed(row) {
            grid.questionWidth = row.wish;
            const band = all(grid, item => item instanceof AnswerGridRow)[0];
            const cells = all(band, item => item instanceof OptionRow);
            for (const cell of cells)
                verify(cell.width >= grid.leastCell && cell.width >= Theme.target, cell.width);
            if (row.got >= 0)
                verify(Math.abs(band.questionWidth - row.got) <= 4, band.questionWidth + " for " + row.got);
            else
                compare(cells[0].width, grid.leastCell);
        }

        function cards() {
            return all(grid, item => item instanceof GroupCard);
        }

        function heads() {
            return all(grid, item => item instanceof AnswerGridHead);
        }

        function test_aCellSaysItsQuestionAndAnswerAndIsChosenByTap_data() {
            return [{tag: "table", width: 1100}, {tag: "cards", width: 300}];
        }

        function test_aCellSaysItsQuestionAndAnswerAndIsChosenByTap(row) {
            grid.width = row.width;
            compare(cards().length, row.tag === "cards" ? 3 : 0);
            const cells = all(grid, item => item instanceof OptionRow);
            compare(cells.length, 9);
            tap(cells[3]);
            compare(stage.chosen, [[1, 0]]);
            compare(cells[3].Accessible.name, row.tag === "table" ? "Question 1: Never" : "Never");
            verify(!cells[3].selected, "the owner sets, not the grid");
            verify(cells[4].selected);
            verify(!cells[5].enabled);
        }

        function test_aNoteStandsWithTheRowThatItIsAbout() {
            for (const width of [1100, 300]) {
                grid.width = width;
                const noted = questions(3);
                noted[2].note = "This question needs an answer.";
                grid.rows = noted;
                const notes = all(grid, item => item instanceof Notice);
                compare(notes.length, 1);
                compare(notes[0].text, "This question needs an answer.");
                const place = grid.itemOf(2);
                for (let up = notes[0]; up !== place; up = up.parent)
                    verify(up, "inside the third row");
                grid.rows = questions(3);
                compare(all(grid, item => item instanceof Notice).length, 0);
            }
        }

        function test_aCellIsAWholeAnswerTarget_data() {
            return [
                {tag: "table", width: 1100, density: 3.78, table: true}, {tag: "cards", width: 300, density: 3.78, table: false},
                {tag: "10 inch", width: 1076, density: 5.88, table: true}, {tag: "10 inch upright", width: 700, density: 5.88, table: false}
            ];
        }

        function test_aCellIsAWholeAnswerTarget(row) {
            Theme.density = row.density;
            grid.width = row.width;
            compare(grid.tabular, row.table);
            for (const cell of all(grid, item => item instanceof OptionRow)) {
                settle(cell);
                verify(cell.width >= Theme.answer && cell.height >= Theme.answer, cell.text + " is " + cell.width + " x " + cell.height);
                verify(cell.mapToItem(grid, cell.width, 0).x <= grid.width + 1, cell.text + " ends inside");
            }
            compare(cutTexts(grid), []);
        }

        function test_itFallsApartWhereAWordOfAColumnWouldBreak() {
            compare(cards().length, 0);
            const rows = questions(3);
            for (const row of rows)
                row.options[0].text = "Otorrinolaringologicamenteinaceptableparacualquierpersonadelmundoentero";
            grid.rows = rows;
            compare(cards().length, 3);
        }

        function test_questionsWithOtherAnswersAreNoTable() {
            const rows = questions(2);
            rows[1].options[0].text = "Not once";
            grid.rows = rows;
            compare(cards().length, 2);
            find(grid, "Not once");
        }

        function test_theColumnsAreNamedAgainEveryFewRows() {
            grid.rows = questions(11);
            compare(heads().length, 3);
            grid.rows = questions(5);
            compare(heads().length, 1);
        }

        function test_namesStandOverTheirCells_data() {
            return [{tag: "left to right", mirrored: false}, {tag: "right to left", mirrored: true}];
        }

        function test_namesStandOverTheirCells(row) {
            stage.LayoutMirroring.enabled = row.mirrored;
            const centre = item => item.mapToItem(grid, item.width / 2, 0).x;
            const names = all(heads()[0], item => item instanceof CaptionText);
            const cells = all(grid, item => item instanceof OptionRow);
            settle(cells[0]);
            for (let i = 0; i < 3; ++i)
                fuzzyCompare(centre(cells[i]), centre(names[i]), 2);
            verify(row.mirrored ? centre(cells[0]) > centre(cells[1]) : centre(cells[0]) < centre(cells[1]));
        }

        function test_arrowsMoveAboutInTheTable() {
            find(grid, "Question 0: Never").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Down);
            verify(find(grid, "Question 1: Never").activeFocus);
            keyClick(Qt.Key_Right);
            verify(find(grid, "Question 1: Sometimes").activeFocus);
            keyClick(Qt.Key_Right);
            verify(find(grid, "Question 1: Sometimes").activeFocus, "the next cannot be chosen");
            keyClick(Qt.Key_Space);
            compare(stage.chosen, [[1, 1]]);
        }

        function test_severalAnswersInARowAreBoxes() {
            const rows = questions(2);
            rows[1].multiple = true;
            grid.rows = rows;
            compare(find(grid, "Question 0: Never").Accessible.role, Accessible.RadioButton);
            compare(find(grid, "Question 1: Never").Accessible.role, Accessible.CheckBox);
        }

        function test_cellsStayWhenOnlyTheAnswersChange() {
            const cell = find(grid, "Question 2: Never");
            const rows = questions(3);
            rows[2].options[0].selected = true;
            grid.rows = rows;
            compare(find(grid, "Question 2: Never"), cell);
            verify(cell.selected);
        }

        function test_slidingOffChoosesNothing() {
            slideOff(find(grid, "Question 0: Never"));
            compare(stage.chosen, []);
        }

        function test_lessRoomIsScrolledByButtons() {
            grid.rows = questions(12);
            grid.height = 300;
            tryVerify(() => seek(grid, "Scroll down") !== null, patience);
            compare(cards().length, 0);
        }
    }
}
