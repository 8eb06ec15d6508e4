pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Shown at once when an answer says that the person may be in danger. Words and number come from the practice's settings.
Frame {
    id: screen

    property string name
    property string phone
    property string words

    //: Button under the words of help
    nextText: qsTr("I understand")

    ScrollPane {
        anchors.fill: parent
        anchors.topMargin: screen.topFor(implicitHeight)
        spacing: screen.low ? Theme.space : Theme.spaceLarge

        HeadingText {
            width: parent ? parent.width : 0
            //: Heading of the screen for somebody who may be in danger
            text: qsTr("You are not alone with this")
            color: Theme.safety
        }
        Notice {
            width: parent ? parent.width : 0
            kind: "safety"
            title: screen.name
            text: screen.words

            HeadingText {
                visible: screen.phone !== ""
                width: parent.width
                //: %1 is a telephone number
                text: qsTr("Call %1").arg(screen.phone)
                color: Theme.safety
            }
        }
        BodyText {
            width: parent ? parent.width : 0
            text: qsTr("You can also talk to the front desk right now. They are here to help.")
        }
    }
}
