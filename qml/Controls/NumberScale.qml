pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Whole numbers to choose one from, with words at both ends: in one row where each number is a full answer target, else in
// two. Never mirrored: digits and the way the scale runs are part of its meaning.
FocusScope {
    id: control

    property int from: 0
    property int to: 10
    property var value: undefined  // undefined or below `from`: none
    property real room: 0          // height that the numbers may grow into
    property string lowLabel
    property string highLabel
    readonly property int count: to - from + 1
    readonly property bool twoRows: width < count * Theme.answer + (count - 1) * grid.columnSpacing

    signal chosen(int value)

    implicitWidth: count * (Theme.answer + Theme.spaceSmall)
    implicitHeight: column.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    Column {
        id: column

        width: grid.width
        spacing: Theme.spaceSmall

        CaptionText {
            visible: control.twoRows && text !== ""
            width: parent.width
            text: control.labelled(control.from, control.lowLabel)
        }
        Grid {
            id: grid

            readonly property real cell: Math.floor((control.width + columnSpacing) / columns - columnSpacing)

            columns: control.twoRows ? Math.ceil(control.count / 2) : control.count
            columnSpacing: Theme.spaceSmall
            rowSpacing: Theme.spaceSmall

            Repeater {
                model: control.count

                NumberButton {
                    required property int index

                    width: grid.cell
                    height: Math.max(Theme.answer, Math.min(Theme.millimetres(22), control.room / (control.twoRows ? 2 : 1)))
                    text: control.from + index
                    selected: control.value === control.from + index
                    onChosen: control.chosen(control.from + index)
                }
            }
        }
        Item {
            visible: !control.twoRows
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
            visible: control.twoRows && text !== ""
            width: parent.width
            text: control.labelled(control.to, control.highLabel)
            horizontalAlignment: Text.AlignRight
        }
    }

    function labelled(number: int, words: string): string {
        return words === "" ? "" : number + " = " + words;
    }
}
