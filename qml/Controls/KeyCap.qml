pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One key of a pad or keyboard: a letter or a sign. A tap does not take the focus from the field that is typed into.
Tappable {
    id: control

    property string sign                 // a sign from images/ instead of letters
    property string caption: text        // what stands on the key; `text` is its name
    property bool strong: false          // an acting key, such as Shift when on
    property bool repeats: false
    property color plate: Theme.surface

    focusPolicy: Qt.TabFocus
    autoRepeat: repeats
    autoRepeatDelay: Theme.repeatDelay
    autoRepeatInterval: Theme.repeatInterval
    font.pixelSize: Math.min(Theme.fixedSize, Math.round(0.72 * height))
    implicitWidth: Theme.target
    implicitHeight: Theme.target

    contentItem: Item {
        Icon {
            visible: control.sign !== ""
            anchors.centerIn: parent
            name: control.sign
            size: Math.min(Theme.icon, Math.round(control.height * 0.6))
        }
        PlainText {
            visible: control.sign === ""
            anchors.centerIn: parent
            text: control.caption
            font: control.font
            color: control.enabled ? Theme.ink : Theme.inkDisabled
            wrapMode: Text.NoWrap
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: control.cornerRadius
        color: control.down ? Theme.keyPressed : control.strong ? Theme.accentSoft : control.plate
        border.width: control.strong ? Theme.outlineWidth : Math.max(1, Theme.outlineWidth / 2)
        border.color: control.strong || control.down ? Theme.accent : Theme.outline
    }
}
