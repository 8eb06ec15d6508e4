pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Asks before answers are deleted.
Frame {
    id: screen

    //: Button: deletes the answers and ends the survey
    backText: qsTr("Delete my answers")
    //: Button: back to the question
    nextText: qsTr("Keep going")

    CenteredPane {
        spacing: Theme.space

        HeadingText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Do you want to stop?")
        }
        BodyText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("If you stop now, your answers are deleted. Nobody will see them.")
        }
    }
}
