pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One of our own signs from images/, drawn at the size asked for.
Image {
    property string name
    property int size: Theme.icon

    source: name === "" ? "" : Qt.resolvedUrl((Theme.highContrast ? "images/dark/" : "images/") + name + ".svg")
    width: size
    height: size
    sourceSize.width: size
    sourceSize.height: size
    Accessible.ignored: true
}
