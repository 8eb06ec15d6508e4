pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Questions that share their answers: a table, its columns named again every few rows so that they are always near. Where the
// words would not fit, or the questions differ in their answers, one card for each question.
// `rows`: [{text, blocks, image, imageText, multiple, options: [{text, selected, enabled}], note}]; the columns are the options of the first row; a
// note says what is wrong with a row.
FocusScope {
    id: grid

    property var rows: []
    property real questionWidth: 0  // wished for; 0: what the marks leave
    readonly property int count: rows.length
    readonly property var columns: rows[0]?.options ?? []
    readonly property bool alike: rows.every(row => (row.options ?? []).length === columns.length && columns.every((column, i) => column.text === row.options[i].text))
    // The bar of a scrolling pane is always counted in: it must not decide about the form.
    readonly property real room: width - Theme.answer - Theme.space
    readonly property real leastCell: Math.max(Theme.answer, widest(columns, metrics.height))
    readonly property bool tabular: alike && columns.length > 0 && room >= Theme.millimetres(45) + columns.length * (leastCell + Theme.spaceSmall)
    readonly property int headEvery: 5

    signal chosen(int row, int column)

    implicitWidth: Theme.millimetres(180)
    implicitHeight: pane.implicitHeight
    onTabularChanged: pane.scrollTo(0)

    // The width of the longest word; the font's height is read so that the binding follows the font.
    function widest(options: var, fontHeight: real): real {
        let most = 2 * fontHeight;
        for (const option of options)
            for (const word of (option.text ?? "").split(/\s+/))
                most = Math.max(most, metrics.advanceWidth(word));
        return Math.ceil(most) + 2;
    }

    // The questions need more room than the marks; with many columns less is left for them. A wish is followed as far as
    // both can still be read and hit.
    function cellWidth(width: real): real {
        if (questionWidth > 0)
            return Math.max(leastCell, Math.floor((width - Math.max(questionWidth, Theme.millimetres(45))) / Math.max(1, columns.length)) - Theme.spaceSmall);
        const share = columns.length <= 3 ? 0.54 : columns.length <= 5 ? 0.64 : 0.72;
        return Math.max(leastCell, Math.floor(share * width / Math.max(1, columns.length)) - Theme.spaceSmall);
    }

    function itemOf(row: int): Item {
        return (tabular ? bands : cards).itemAt(row);
    }

    // Moves the focus within a column.
    function step(row: int, column: int, by: int) {
        for (let at = row + by; at >= 0 && at < bands.count; at += by)
            if ((bands.itemAt(at) as AnswerGridRow).take(column))
                return;
    }

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.captionSize
    }
    ScrollPane {
        id: pane

        anchors.fill: parent
        spacing: grid.tabular ? Theme.spaceTiny : Theme.space

        Repeater {
            id: bands

            model: grid.tabular ? grid.count : 0

            AnswerGridRow {
                required property int index

                width: parent ? (parent as Item).width : 0
                row: grid.rows[index] ?? ({})
                columns: grid.columns
                headed: index % grid.headEvery === 0
                topPadding: headed && index > 0 ? Theme.space : 0
                cellWidth: grid.cellWidth(width)
                onChosen: column => grid.chosen(index, column)
                onMoved: (column, by) => grid.step(index, column, by)
            }
        }
        Repeater {
            id: cards

            model: grid.tabular ? 0 : grid.count

            GroupCard {
                id: card

                required property int index
                readonly property var row: grid.rows[index] ?? ({})

                width: parent ? (parent as Item).width : 0
                removable: false
                Accessible.name: row.text ?? ""

                RichText {
                    width: parent.width
                    text: card.row.text ?? ""
                    blocks: card.row.blocks ?? []
                    size: Theme.questionSize
                }
                Picture {
                    visible: (card.row.image ?? "") !== ""
                    width: parent.width
                    source: card.row.image ?? ""
                    label: card.row.imageText ?? ""
                }
                Notice {
                    visible: text !== ""
                    width: parent.width
                    kind: "warning"
                    text: card.row.note ?? ""
                }
                OptionList {
                    width: parent.width
                    multiple: card.row.multiple ?? false
                    model: card.row.options ?? []
                    onChosen: index => grid.chosen(card.index, index)
                }
            }
        }
    }
}
