pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.ViewModels

// The one window.
Window {
    id: window

    required property Kiosk kiosk

    color: Theme.canvas
    title: "Candor"

    KioskFlow {
        anchors.fill: parent
        focus: true
        kiosk: window.kiosk
    }
}
