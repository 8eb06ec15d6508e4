pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// The person signs with the full name, for a form that wants it.
Frame {
    id: screen

    required property SurveySession session

    signal signed(string name)
    signal leave

    caption: session.title
    //: Button: one screen back
    backText: qsTr("Back")
    //: Button: signs and hands in the answers
    nextText: qsTr("Sign and finish")
    onNext: signed(name.current)
    actions: [
        QuietButton {
            //: Button: give up this survey (a second screen asks whether to delete the answers)
            text: qsTr("Stop")
            onClicked: screen.leave()
        }
    ]

    ScrollPane {
        anchors.fill: parent
        anchors.topMargin: screen.topFor(implicitHeight)
        spacing: Theme.space

        HeadingText {
            width: parent ? parent.width : 0
            text: qsTr("Please sign")
        }
        BodyText {
            width: parent ? parent.width : 0
            text: qsTr("Type your full name. With it you sign that your answers are right.")
        }
        ProblemNotice {
            width: parent ? parent.width : 0
            session: screen.session
        }
        TextEntry {
            id: name

            width: parent ? parent.width : 0
            //: Name of the field to sign with one's name, for a screen reader
            label: qsTr("Your full name")
            placeholder: qsTr("Tap here to write")
            maximumLength: 100
        }
    }
}
