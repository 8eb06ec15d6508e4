pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// How far along: a bar and words that say the same.
Item {
    id: bar

    property real value: 0  // 0 to 1
    property string label

    implicitWidth: Theme.millimetres(60)
    implicitHeight: column.implicitHeight
    Accessible.role: Accessible.ProgressBar
    Accessible.name: label

    Column {
        id: column

        width: parent.width
        spacing: Theme.spaceTiny

        CaptionText {
            visible: text !== ""
            width: parent.width
            text: bar.label
            font.pixelSize: Theme.fixedSize
            Accessible.ignored: true
        }
        Rectangle {
            id: track

            width: parent.width
            height: Theme.millimetres(2)
            radius: height / 2
            color: Theme.sunken
            border.width: 1
            border.color: Theme.outline

            Rectangle {
                anchors.left: parent.left
                height: parent.height
                radius: parent.radius
                width: parent.width * Math.max(0, Math.min(1, bar.value))
                color: Theme.accent

                Behavior on width {
                    NumberAnimation {
                        duration: Theme.gentle
                    }
                }
            }
        }
    }
}
