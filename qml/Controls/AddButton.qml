pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Below the cards of a repeating group: one more.
SecondaryButton {
    id: control

    //: Button: another entry of the same kind, such as a further medicine.
    text: qsTr("Add another")
    implicitWidth: Math.ceil(label.implicitWidth) + Theme.icon + Theme.spaceSmall + leftPadding + rightPadding

    contentItem: Row {
        spacing: Theme.spaceSmall
        LayoutMirroring.enabled: control.mirrored

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: "plus"
            opacity: control.enabled ? 1 : 0.35
        }
        PlainText {
            id: label

            width: Math.max(0, control.availableWidth - Theme.icon - Theme.spaceSmall)
            anchors.verticalCenter: parent.verticalCenter
            text: control.text
            font: control.font
            color: control.enabled ? control.words : Theme.inkDisabled
            Accessible.ignored: true
        }
    }
}
