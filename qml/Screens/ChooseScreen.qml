pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The surveys on offer, each a card to tap.
Frame {
    id: screen

    required property var instruments // a model with instrumentId, title, description, minutes
    property bool hasCodes: false      // some people come with a number

    signal chosen(string instrumentId)

    //: Button: one screen back
    backText: qsTr("Back")
    //: Button: to where the number is typed that the practice gave to some people
    otherText: hasCodes ? qsTr("I have a number") : ""

    ScrollPane {
        anchors.fill: parent
        spacing: Theme.space

        Column {
            width: parent ? parent.width : 0
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
