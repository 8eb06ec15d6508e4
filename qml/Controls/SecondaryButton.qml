pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Another thing to do here: back, skip, change an answer.
ActionButton {
    words: Theme.accent
    edge: Theme.accent
}
