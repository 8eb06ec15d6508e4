pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What the program has noted, newest first: of its own doing, never of patients.
Frame {
    id: screen

    property var lines: []

    backText: qsTr("Back")

    HeadingText {
        id: heading

        width: parent.width
        text: qsTr("Notes of the program")
    }
    ScrollPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        width: parent.width
        spacing: Theme.spaceSmall

        Repeater {
            model: screen.lines

            CaptionText {
                required property string modelData

                width: parent ? parent.width : 0
                LayoutMirroring.enabled: false // written from left to right in any language
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
                text: modelData
            }
        }
    }
}
