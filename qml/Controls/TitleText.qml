pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

PlainText {
    font.pixelSize: Theme.titleSize
    font.bold: true
    lineHeight: 0.9
    Accessible.role: Accessible.Heading
}
