pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Who signs in. Nothing here says anything about the practice's patients.
Frame {
    id: screen

    property var names: []
    property bool notKept: false // the disk refuses

    signal chosen(int index)

    //: Button: back to the screen for patients
    backText: qsTr("Back")

    HeadingText {
        id: heading

        width: parent.width
        //: Over the names of the staff
        text: qsTr("Staff: who are you?")
    }
    ScrollPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.spaceLarge
        anchors.bottom: parent.bottom
        width: Math.min(parent.width, Theme.millimetres(150))
        spacing: Theme.spaceSmall

        Notice {
            visible: screen.notKept
            width: parent ? parent.width : 0
            kind: "warning"
            text: qsTr("The kiosk cannot look this up: its disk refuses. Please try again.")
        }
        Repeater {
            model: screen.names

            SecondaryButton {
                required property string modelData
                required property int index

                width: parent ? parent.width : 0
                text: modelData
                onClicked: screen.chosen(index)
            }
        }
    }
}
