pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A button with words, as a plate; PrimaryButton, SecondaryButton and QuietButton give it its colours.
Tappable {
    id: control

    property color plate: Theme.surface
    property color platePressed: Theme.pressed
    property color edge: Theme.outline
    property color words: Theme.ink

    implicitHeight: Math.max(Theme.answer, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.spaceLarge
    rightPadding: Theme.spaceLarge
    topPadding: Theme.spaceSmall
    bottomPadding: Theme.spaceSmall
    font.bold: true
    font.pixelSize: Theme.fixedSize

    contentItem: PlainText {
        text: control.text
        font: control.font
        color: control.enabled ? control.words : Theme.inkDisabled
        horizontalAlignment: Text.AlignHCenter
        verticalAlignment: Text.AlignVCenter
        Accessible.ignored: true
    }
    background: Rectangle {
        radius: control.cornerRadius
        color: !control.enabled ? Theme.disabled : control.down ? control.platePressed : control.plate
        border.width: control.edge.a > 0 && control.enabled ? Theme.outlineWidth : 0
        border.color: control.edge

        Behavior on color {
            ColorAnimation {
                duration: Theme.quick
            }
        }
    }
}
