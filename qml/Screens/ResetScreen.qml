pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// Everything of this kiosk is erased: asked twice, and it says what would be lost.
Frame {
    id: screen

    required property StaffArea staff
    readonly property bool isSecond: staff.place === StaffArea.Place.ResetAgain
    readonly property bool isErasing: staff.place === StaffArea.Place.Erasing
    readonly property int unsent: (staff.status.waiting ?? 0) + (staff.status.refused?.length ?? 0)

    //: Button: nothing is erased
    backText: isErasing ? "" : qsTr("No, keep everything")

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.topFor(implicitHeight)
        width: Math.min(parent.width, Theme.millimetres(170))
        spacing: Theme.spaceLarge

        HeadingText {
            width: parent.width
            text: screen.isErasing ? qsTr("The kiosk is being erased and switches off") : screen.isSecond ? qsTr("Are you sure? This cannot be undone.") : qsTr("Erase everything on this kiosk?")
        }
        Notice {
            visible: screen.staff.problem === StaffArea.Problem.NotErased
            width: parent.width
            kind: "warning"
            text: qsTr("This kiosk cannot be erased from here. Nothing was erased.")
        }
        Notice {
            visible: !screen.isErasing && screen.unsent > 0
            width: parent.width
            kind: "safety"
            title: qsTr("Records that would be lost for good: %1").arg(screen.unsent)
            text: qsTr("They have not reached the server. Take them out by USB stick first.")
        }
        BodyText {
            visible: !screen.isErasing
            width: parent.width
            text: qsTr("Keys, settings and all records on it go. To be used again it has to be enrolled as a new kiosk.")
        }
        SecondaryButton {
            visible: !screen.isErasing
            width: Math.min(parent.width, implicitWidth)
            text: screen.isSecond ? qsTr("Yes, I am sure: erase it") : qsTr("Erase everything")
            onClicked: screen.staff.confirmReset()
        }
    }
}
