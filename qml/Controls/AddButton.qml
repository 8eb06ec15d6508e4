pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One more of the same: another medicine, another child.
SecondaryButton {
    id: control

    //: On a button: adds another entry to a list, for example another medicine.
    text: qsTr("Add another")

    contentItem: Item {
        implicitWidth: Theme.icon + Theme.space + words.implicitWidth
        implicitHeight: Math.max(Theme.icon, words.implicitHeight)

        Row {
            anchors.centerIn: parent
            spacing: Theme.space

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: "plus"
                opacity: control.enabled ? 1 : 0.35
            }
            PlainText {
                id: words

                width: Math.min(implicitWidth, control.availableWidth - Theme.icon - Theme.space)
                anchors.verticalCenter: parent.verticalCenter
                text: control.text
                font: control.font
                color: control.enabled ? control.words : Theme.inkDisabled
                Accessible.ignored: true
            }
        }
    }
}
