pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Whole numbers to choose one from, with words at both ends: in one row where each number is a full answer target and can be
// read, else in as few as that needs. Never mirrored: digits and the way the scale runs are part of its meaning.
FocusScope {
    id: control

    property int from: 0
    property int to: 10
    property var value: undefined  // undefined or below `from`: none
    property real room: 0          // height that the numbers may grow into
    property string lowLabel
    property string highLabel
    readonly property int count: to - from + 1
    readonly property real leastCell: Math.max(Theme.answer, Math.ceil(Math.max(metrics.advanceWidth(String(from)), metrics.advanceWidth(String(to)))) + 2 * Theme.spaceTiny)
    readonly property int rows: Math.ceil(count / Math.max(1, Math.floor((width + grid.columnSpacing) / (leastCell + grid.columnSpacing))))
    readonly property bool severalRows: rows > 1

    signal chosen(int value)

    implicitWidth: count * (Theme.answer + Theme.spaceSmall)
    implicitHeight: column.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.questionSize
        font.bold: true
    }
    Column {
        id: column

        width: grid.width
        spacing: Theme.spaceSmall

        CaptionText {
            visible: control.severalRows && text !== ""
            width: parent.width
            text: control.labelled(control.from, control.lowLabel)
        }
        Grid {
            id: grid

            readonly property real cell: Math.floor((control.width + columnSpacing) / columns - columnSpacing)

            columns: Math.ceil(control.count / control.rows)
            columnSpacing: Theme.spaceSmall
            rowSpacing: Theme.spaceSmall

            Repeater {
                model: control.count

                NumberButton {
                    required property int index

                    width: grid.cell
                    height: Math.max(Theme.answer, metrics.height, Math.min(Theme.millimetres(22), control.room / control.rows))
                    font.pixelSize: Math.min(Theme.questionSize, Math.round(0.72 * width))
                    text: control.from + index
                    selected: control.value === control.from + index
                    onChosen: control.chosen(control.from + index)
                }
            }
        }
        Item {
            visible: !control.severalRows
            width: parent.width
            height: visible ? Math.max(low.implicitHeight, high.implicitHeight) : 0

            CaptionText {
                id: low
                anchors.left: parent.left
                width: parent.width * 0.45
                text: control.labelled(control.from, control.lowLabel)
            }
            CaptionText {
                id: high
                anchors.right: parent.right
                width: parent.width * 0.45
                text: control.labelled(control.to, control.highLabel)
                horizontalAlignment: Text.AlignRight
            }
        }
        CaptionText {
            visible: control.severalRows && text !== ""
            width: parent.width
            text: control.labelled(control.to, control.highLabel)
            horizontalAlignment: Text.AlignRight
        }
    }

    function labelled(number: int, words: string): string {
        return words === "" ? "" : number + " = " + words;
    }
}
