pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Access
import Kiosk.ViewModels

// The one window.
Window {
    id: window

    required property Kiosk kiosk
    required property Comfort comfort
    property Guide guide: null
    property StaffArea staff: null // of a kiosk with a store

    color: Theme.canvas
    title: "Candor"
    // On the whole screen it stays, whoever asks; the demo's may be closed.
    onClosing: close => close.accepted = window.visibility !== Window.FullScreen

    KioskFlow {
        anchors.fill: parent
        focus: true
        kiosk: window.kiosk
        guide: window.guide
        comfort: window.comfort
        staff: window.staff
    }
}
