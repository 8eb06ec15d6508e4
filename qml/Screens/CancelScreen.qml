pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Asks before answers are deleted.
Frame {
    id: screen

    property bool handedIn: false // something of this visit is with the practice already

    //: Button: deletes the answers and ends the survey
    backText: handedIn ? qsTr("Delete this") : qsTr("Delete my answers")
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
            text: screen.handedIn ? qsTr("If you stop now, what you entered here is deleted. What you finished before stays with the practice.") : qsTr("If you stop now, your answers are deleted. Nobody will see them.")
        }
    }
}
