pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A few words in the middle of a screen; where they are too many, they scroll.
ScrollPane {
    property real widest: Theme.millimetres(180)

    anchors.fill: parent
    anchors.leftMargin: Math.max(0, (parent.width - widest) / 2)
    anchors.rightMargin: anchors.leftMargin
    anchors.topMargin: Math.max(0, (parent.height - implicitHeight) / 2)
    spacing: Theme.space
}
