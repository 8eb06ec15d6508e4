pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The last that a kiosk shows before it switches off.
Frame {
    HeadingText {
        anchors.centerIn: parent
        width: Math.min(parent.width, Theme.millimetres(170))
        horizontalAlignment: Text.AlignHCenter
        text: qsTr("The kiosk is being erased and switches off")
    }
}
