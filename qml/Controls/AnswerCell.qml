pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One cell of an AnswerGrid: a mark alone; its name says row and column.
OptionRow {
    id: control

    implicitWidth: Theme.answer
    padding: 0
    leftPadding: 0
    rightPadding: 0

    contentItem: Item {
        OptionMark {
            anchors.centerIn: parent
            selected: control.selected
            box: control.multiple
            enabled: control.enabled
        }
    }
}
