pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One question of an AnswerGrid with its cells, under the names of the columns where it is `headed`. A whole cell is the target.
Column {
    id: band

    property var row: ({})
    property var columns: []
    property bool headed: false
    property real cellWidth: 0
    readonly property var options: row.options ?? []
    readonly property bool multiple: row.multiple ?? false
    readonly property real questionWidth: width - options.length * (cellWidth + line.spacing)

    signal chosen(int column)
    signal moved(int column, int by)  // Up and Down: to the same column of another row

    spacing: Theme.spaceTiny

    function take(column: int): bool {
        const cell = cells.itemAt(column);
        if (cell && cell.enabled)
            cell.forceActiveFocus(Qt.TabFocusReason);
        return cell !== null && cell.enabled;
    }

    function step(from: int, by: int) {
        for (let at = from + by; at >= 0 && at < cells.count; at += by)
            if (take(at))
                return;
    }

    AnswerGridHead {
        visible: band.headed
        columns: band.columns
        questionWidth: band.questionWidth
        cellWidth: band.cellWidth
    }
    Notice {
        visible: text !== ""
        width: parent.width
        kind: "warning"
        text: band.row.note ?? ""
    }
    Rectangle {
        width: parent.width
        height: line.height
        radius: Theme.radius
        color: Theme.surface
        border.width: 1
        border.color: Theme.hairline
        Accessible.role: Accessible.Grouping
        Accessible.name: band.row.text ?? ""

        Row {
            id: line

            spacing: Theme.spaceSmall

            Item {
                width: band.questionWidth
                height: Math.max(Theme.answer, implicitHeight)
                implicitHeight: words.implicitHeight + 2 * Theme.spaceSmall

                Column {
                    id: words

                    anchors.verticalCenter: parent.verticalCenter
                    anchors.horizontalCenter: parent.horizontalCenter
                    width: parent.width - 2 * Theme.spaceSmall
                    spacing: Theme.spaceSmall

                    RichText {
                        width: parent.width
                        text: band.row.text ?? ""
                        blocks: band.row.blocks ?? []
                    }
                    Picture {
                        visible: (band.row.image ?? "") !== ""
                        width: parent.width
                        tallest: Theme.millimetres(30)
                        source: band.row.image ?? ""
                        label: band.row.imageText ?? ""
                    }
                }
            }
            Repeater {
                id: cells

                model: band.options.length

                Cell {
                    required property int index
                    readonly property var option: band.options[index] ?? ({})

                    width: band.cellWidth
                    height: line.height
                    text: (band.row.text ?? "") + ": " + (option.text ?? "")
                    selected: option.selected ?? false
                    enabled: option.enabled ?? true
                    multiple: band.multiple
                    onChosen: band.chosen(index)
                    Keys.onLeftPressed: band.step(index, mirrored ? 1 : -1)
                    Keys.onRightPressed: band.step(index, mirrored ? -1 : 1)
                    Keys.onUpPressed: band.moved(index, -1)
                    Keys.onDownPressed: band.moved(index, 1)
                }
            }
        }
    }

    component Cell: OptionRow {
        id: cell

        topPadding: 0
        bottomPadding: 0
        leftPadding: 0
        rightPadding: 0

        contentItem: Item {
            OptionMark {
                anchors.centerIn: parent
                width: Theme.millimetres(9)
                height: width
                selected: cell.selected
                box: cell.multiple
                enabled: cell.enabled
            }
        }
        background: Rectangle {
            radius: cell.cornerRadius
            color: cell.down ? Theme.pressed : cell.selected ? Theme.accentSoft : "transparent"
        }
    }
}
