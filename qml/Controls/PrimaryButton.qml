pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The way on. One on a screen.
ActionButton {
    plate: Theme.accent
    platePressed: Theme.accentPressed
    edge: "transparent"
    words: Theme.accentInk
}
