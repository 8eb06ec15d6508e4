pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// The person signs for a form that wants it: draws the signature, types the full name, or both.
Frame {
    id: screen

    required property SurveySession session

    // `drawing`: SVG path data in a box of 1000 by 400; empty: nothing is drawn.
    signal signed(string name, string drawing)
    signal leave

    caption: session.title
    //: Button: one screen back
    backText: qsTr("Back")
    //: Button: signs and hands in the answers
    nextText: qsTr("Sign and finish")
    onNext: signed(name.current, pad.blank ? "" : pad.path())
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
            text: qsTr("With your signature you say that your answers are right. Draw it with your finger, or type your full name.")
        }
        ProblemNotice {
            width: parent ? parent.width : 0
            session: screen.session
        }
        SignaturePad {
            id: pad

            width: parent ? Math.min(parent.width, implicitWidth) : 0
            onEdited: lines => strokes = lines
        }
        TextEntry {
            id: name

            width: parent ? parent.width : 0
            //: Name of the field to sign with one's name, for a screen reader
            label: qsTr("Your full name")
            //: In the empty field to sign with one's name
            placeholder: qsTr("Type your full name")
            maximumLength: 100
        }
    }
}
