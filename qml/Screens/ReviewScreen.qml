pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// All answers to look over before they are sealed; each can be changed.
Frame {
    id: screen

    required property SurveySession session

    signal edit(string address)
    signal leave

    caption: session.title
    //: Button: one screen back
    backText: session.canChange && !session.anyOrder ? qsTr("Back") : ""
    //: Button: hands in the answers
    nextText: qsTr("Finish")
    actions: [
        QuietButton {
            //: Button: give up this survey (a second screen asks whether to delete the answers)
            text: qsTr("Stop")
            onClicked: screen.leave()
        }
    ]

    ScrollPane {
        anchors.fill: parent
        spacing: Theme.spaceSmall

        Column {
            width: parent ? parent.width : 0
            spacing: Theme.spaceSmall
            bottomPadding: Theme.spaceSmall

            HeadingText {
                width: parent.width
                //: Heading of the list of answers, before they are handed in
                text: screen.session.anyOrder ? qsTr("Choose any question") : qsTr("Please check your answers")
            }
            BodyText {
                width: parent.width
                text: qsTr("If all is right, tap Finish. After that nobody can change them, and only the practice can read them.")
            }
        }
        Repeater {
            model: screen.session.review

            ReviewRow {
                required property string address

                width: parent ? parent.width : 0
                changeable: asked && screen.session.canChange
                onChange: screen.edit(address)
            }
        }
        CaptionText {
            visible: text !== ""
            width: parent ? parent.width : 0
            text: screen.session.notice
        }
    }
}
