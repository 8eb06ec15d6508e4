pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Offers to be called: what it is for, what becomes of the name, and one button.
Rectangle {
    id: offer

    property string promise

    signal wanted

    implicitHeight: column.implicitHeight + 2 * Theme.space
    radius: Theme.radiusLarge
    color: Theme.accentSoft

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space
        spacing: Theme.spaceSmall

        QuestionText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Would you like us to call you?")
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Leave your name and number. They are sent apart from your answers.") + (offer.promise === "" ? "" : "\n" + offer.promise)
        }
        SecondaryButton {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(Math.max(implicitWidth, Theme.millimetres(60)), parent.width)
            //: Button on the last screen: to the form that asks for name and number
            text: qsTr("Yes, please call me")
            onClicked: offer.wanted()
        }
    }
}
