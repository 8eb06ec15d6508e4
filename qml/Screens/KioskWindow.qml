pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// The one window.
Window {
    id: window

    required property Kiosk kiosk
    property StaffArea staff: null // of a kiosk with a store

    color: Theme.canvas
    title: "Candor"

    KioskFlow {
        anchors.fill: parent
        focus: true
        kiosk: window.kiosk
        staff: window.staff
    }
}
