pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Always at hand, seldom wanted: leave, change the language, help. Underlined, so that it reads as something to tap.
ActionButton {
    plate: "transparent"
    edge: "transparent"
    words: Theme.accent
    leftPadding: Theme.space
    rightPadding: Theme.space
    font.bold: false
    font.underline: true
}
