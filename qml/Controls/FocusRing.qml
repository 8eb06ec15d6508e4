pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The ring around the control that the keyboard or switch is on. It stands off by a gap, so that it shows on any ground.
Rectangle {
    property real around: Theme.radius

    anchors.fill: parent
    anchors.margins: -2 * Theme.focusWidth
    radius: around + 2 * Theme.focusWidth
    color: "transparent"
    border.width: Theme.focusWidth
    border.color: Theme.focus
}
