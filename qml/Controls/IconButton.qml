pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A sign to tap; `text` is its name for those who do not see it.
Tappable {
    id: control

    property string sign
    property int signSize: Theme.icon
    property color plate: Theme.surface
    property color edge: Theme.outline

    contentItem: Item {
        implicitWidth: control.signSize
        implicitHeight: control.signSize

        Icon {
            anchors.centerIn: parent
            name: control.sign
            size: control.signSize
            opacity: control.enabled ? 1 : 0.35
        }
    }
    background: Rectangle {
        radius: control.cornerRadius
        color: control.down ? Theme.pressed : control.enabled ? control.plate : "transparent"
        border.width: Theme.outlineWidth
        border.color: control.enabled ? control.edge : Theme.hairline
    }
}
