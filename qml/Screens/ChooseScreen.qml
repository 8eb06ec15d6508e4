pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The surveys on offer, each a card to tap.
Frame {
    id: screen

    required property var instruments // a model with instrumentId, title, description, minutes

    signal chosen(string instrumentId)

    //: Button: one screen back
    backText: qsTr("Back")

    Column {
        id: top

        width: parent.width
        spacing: Theme.spaceSmall

        HeadingText {
            width: parent.width
            //: Heading over the list of surveys
            text: qsTr("What would you like to tell us about?")
        }
        BodyText {
            visible: !screen.low
            width: parent.width
            //: Under the heading. "Locked away": encrypted
            text: qsTr("It is up to you. Your answers are locked away and go to the practice only.")
        }
    }
    ScrollPane {
        anchors.top: top.bottom
        anchors.topMargin: Theme.space
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        spacing: Theme.space

        Repeater {
            model: screen.instruments

            SurveyCard {
                required property string instrumentId

                brief: screen.low
                width: parent ? parent.width : 0
                onClicked: screen.chosen(instrumentId)
            }
        }
    }
}
