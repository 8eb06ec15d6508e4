pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One number of a NumberScale. The chosen one is filled, and its digits are bold: not told by colour alone.
OptionRow {
    id: control

    implicitWidth: Theme.answer
    font.pixelSize: Theme.questionSize
    leftPadding: 0
    rightPadding: 0
    topPadding: 0
    bottomPadding: 0

    contentItem: PlainText {
        text: control.text
        font.pixelSize: control.font.pixelSize
        font.bold: control.selected
        color: control.selected ? Theme.accentInk : Theme.ink
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: control.cornerRadius
        color: control.selected ? Theme.accent : control.down ? Theme.pressed : Theme.surface
        border.width: Theme.outlineWidth
        border.color: control.selected ? Theme.accent : Theme.outline
    }
}
