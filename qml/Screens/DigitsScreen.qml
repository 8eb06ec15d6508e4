pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Digits to be typed: beside the keys, or above them, what for, and what was wrong with them. The keys are the one child.
Frame {
    id: screen

    property string heading
    property string advice
    property string trouble
    default property alias keys: parts.data
    readonly property real room: parts.parent?.width ?? 0
    readonly property bool stacked: portrait || Theme.textScale > 1.5

    ScrollPane {
        anchors.fill: parent
        anchors.topMargin: Math.max(0, (parent.height - implicitHeight) / 3)
        focus: true

        Grid {
            id: parts

            readonly property Item pad: children.length > 1 ? children[1] : null

            x: (screen.room - width) / 2
            columns: screen.stacked ? 1 : 2
            spacing: screen.stacked ? Theme.spaceLarge : Theme.spaceHuge
            horizontalItemAlignment: Grid.AlignHCenter

            Column {
                width: screen.stacked ? screen.room : screen.room - (parts.pad?.width ?? 0) - parts.spacing
                spacing: Theme.space

                HeadingText {
                    width: parent.width
                    text: screen.heading
                }
                BodyText {
                    visible: text !== ""
                    width: parent.width
                    text: screen.advice
                }
                Notice {
                    visible: text !== ""
                    width: parent.width
                    kind: "warning"
                    text: screen.trouble
                }
            }
        }
    }
}
