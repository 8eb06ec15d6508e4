pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// Everything of this kiosk is erased: asked twice, and it says what would be lost.
Frame {
    id: screen

    required property StaffArea staff
    property bool isSecond: false
    readonly property var status: staff.status
    readonly property int unsent: (status.waiting ?? 0) + (status.refused?.length ?? 0)

    //: Button: nothing is erased
    backText: qsTr("No, keep everything")

    ScrollPane {
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.topFor(implicitHeight)
        width: Math.min(parent.width, Theme.millimetres(170))
        height: Math.min(implicitHeight, parent.height - y)
        spacing: Theme.spaceLarge

        HeadingText {
            width: parent ? parent.width : 0
            text: screen.isSecond ? qsTr("Are you sure? This cannot be undone.") : qsTr("Erase everything on this kiosk?")
        }
        Notice {
            visible: screen.staff.problem === StaffArea.Problem.NotErased
            width: parent ? parent.width : 0
            kind: "warning"
            text: qsTr("This kiosk cannot be erased from here. Nothing was erased.")
        }
        Notice {
            visible: screen.unsent > 0
            width: parent ? parent.width : 0
            kind: "safety"
            title: qsTr("Records that would be lost for good: %1").arg(screen.unsent)
            text: qsTr("They have not reached the server. Take them out by USB stick first.")
        }
        BodyText {
            width: parent ? parent.width : 0
            text: qsTr("Keys, settings and all records on it go. To be used again it has to be enrolled as a new kiosk.")
        }
        SecondaryButton {
            // On the other side the second time: who taps twice in one place means the first only.
            anchors.right: screen.isSecond ? parent?.right : undefined
            width: Math.min((parent?.width ?? 0) / 2, implicitWidth)
            text: screen.isSecond ? qsTr("Yes, I am sure: erase it") : qsTr("Erase everything")
            onClicked: screen.staff.confirmReset()
        }
    }
}
