import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var chosen: []

    width: 1200
    height: 1200

    AnswerGrid {
        id: grid

        width: 1000
        onChosen: (row, column) => stage.chosen.push(row + "," + column)
    }
    TouchCase {
        name: "AnswerGrid"

        function init() {
            Theme.motion = false;
            Theme.tapPause = 0;
            Theme.density = 96 / 25.4;
            grid.width = 1000;
            grid.rows = questions(-1, false);
            grid.LayoutMirroring.enabled = false;
            stage.chosen = [];
        }

        function questions(selected, multiple) {
            return ["Walking", "Climbing stairs that are longer than one storey"].map(text => ({
                        text: text,
                        multiple: multiple,
                        options: ["Not at all", "A little", "A lot"].map((option, at) => ({
                                    text: option,
                                    selected: at === selected,
                                    enabled: at !== 2
                                }))
                    }));
        }

        function test_eachCellIsNamedByItsRowAndColumn() {
            verify(!grid.inCards);
            tapName(grid, "Climbing stairs that are longer than one storey: A little");
            compare(stage.chosen, ["1,1"]);
            verify(!find(grid, "Walking: A little").selected);
            grid.rows = questions(1, false);
            verify(find(grid, "Walking: A little").selected);
        }

        function test_whatCannotBeChosenIsNot() {
            tapName(grid, "Walking: A lot");
            compare(stage.chosen, []);
        }

        function test_cellsAreAnswerTargetsUnderTheirHeads() {
            const cells = all(grid, item => item instanceof AnswerCell);
            compare(cells.length, 6);
            for (const cell of cells)
                verify(cell.width >= Theme.answer && cell.height >= Theme.answer);
            const head = all(grid, item => item instanceof Text && item.text === "A little")[0];
            compare(Math.round(head.mapToItem(grid, head.width / 2, 0).x), Math.round(cells[1].mapToItem(grid, cells[1].width / 2, 0).x));
            compare(cutTexts(grid), []);
        }

        function test_headsAndCellsAreMirroredAlike() {
            grid.LayoutMirroring.enabled = true;
            grid.LayoutMirroring.childrenInherit = true;
            const cell = find(grid, "Walking: A little");
            const head = all(grid, item => item instanceof Text && item.text === "A little")[0];
            tryVerify(() => Math.abs(head.mapToItem(grid, head.width / 2, 0).x - cell.mapToItem(grid, cell.width / 2, 0).x) < 2);
            verify(find(grid, "Walking: Not at all").mapToItem(grid, 0, 0).x > cell.mapToItem(grid, 0, 0).x);
        }

        function test_boxesWhereSeveralMayBeChosen() {
            grid.rows = questions(0, true);
            compare(find(grid, "Walking: Not at all").Accessible.role, Accessible.CheckBox);
        }

        function test_fallsApartIntoCardsWhereItIsNarrow() {
            grid.width = 400;
            verify(grid.inCards);
            const cards = all(grid, item => item instanceof GroupCard);
            compare(cards.map(card => card.title), ["Walking", "Climbing stairs that are longer than one storey"]);
            tap(find(cards[1], "A little"));
            compare(stage.chosen, ["1,1"]);
            compare(cutTexts(grid), []);
        }
    }
}
