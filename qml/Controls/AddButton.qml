pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One more of the same: another medicine, another child.
SecondaryButton {
    id: control

    readonly property real besideSign: Theme.icon + Theme.space

    leftPadding: Theme.spaceLarge + (mirrored ? 0 : besideSign)
    rightPadding: Theme.spaceLarge + (mirrored ? besideSign : 0)
    //: On a button: adds another entry to a list, for example another medicine.
    text: qsTr("Add another")

    Icon {
        x: control.mirrored ? control.width - width - Theme.spaceLarge : Theme.spaceLarge
        y: (control.height - height) / 2
        name: "plus"
        opacity: control.enabled ? 1 : 0.35
    }
}
