pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Said beside the main thing: progress, hints, units.
PlainText {
    font.pixelSize: Theme.captionSize
    color: Theme.inkQuiet
}
