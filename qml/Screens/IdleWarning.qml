pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Covers everything, answers too, before the screen is cleared. One tap anywhere goes on.
Frame {
    id: screen

    property int secondsLeft: 20

    signal stay

    edge: Theme.margin
    //: Button: the person is still there
    nextText: qsTr("I am still here")
    onNext: stay()

    // Below the button: the whole rest of the screen does the same, however long the finger rests.
    MouseArea {
        parent: screen
        anchors.fill: parent
        z: -1
        onClicked: screen.stay()
    }

    CenteredPane {
        spacing: Theme.space

        TitleText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Are you still there?")
        }
        TitleText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: Theme.titleSize * 2
            color: Theme.accent
            text: screen.secondsLeft
        }
        BodyText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("When the count ends, the screen is cleared, so that nobody else sees your answers. Tap anywhere to go on.")
        }
    }
}
