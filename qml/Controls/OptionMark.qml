pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The ring or box at the start of an option, filled when chosen.
Rectangle {
    id: mark

    property bool selected: false
    property bool box: false

    implicitWidth: Theme.icon
    implicitHeight: Theme.icon
    radius: box ? Theme.radius / 2 : width / 2
    color: selected ? Theme.accent : enabled ? Theme.surface : Theme.disabled
    border.width: Theme.outlineWidth
    border.color: selected ? Theme.accent : Theme.outline

    Icon {
        visible: mark.selected
        anchors.centerIn: parent
        name: "check"
        size: Math.round(mark.width * 0.75)
    }
}
