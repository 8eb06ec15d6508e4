pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One answer to choose: a whole row is the target. Never changes by itself: whoever owns the answer sets `selected`.
Tappable {
    id: control

    property bool selected: false
    property bool multiple: false  // a box to tick instead of a ring

    signal chosen

    implicitHeight: Math.max(Theme.answer, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space
    rightPadding: Theme.space
    topPadding: Theme.spaceSmall
    bottomPadding: Theme.spaceSmall
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.checkable: true
    Accessible.checked: selected
    onClicked: chosen()

    contentItem: Row {
        spacing: Theme.space
        LayoutMirroring.enabled: control.mirrored

        OptionMark {
            anchors.verticalCenter: parent.verticalCenter
            selected: control.selected
            box: control.multiple
            enabled: control.enabled
        }
        PlainText {
            width: Math.max(0, control.availableWidth - Theme.icon - Theme.space)
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            color: control.enabled ? Theme.ink : Theme.inkDisabled
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: control.cornerRadius
        color: !control.enabled ? Theme.disabled : control.down ? Theme.pressed : control.selected ? Theme.accentSoft : Theme.surface
        border.width: control.selected ? 2 * Theme.outlineWidth : Theme.outlineWidth
        border.color: !control.enabled ? Theme.hairline : control.selected ? Theme.accent : Theme.outline
    }
}
