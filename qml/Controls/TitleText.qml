pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

PlainText {
    font.pixelSize: Theme.titleSize
    font.bold: true
    lineHeight: 1.1
    Accessible.role: Accessible.Heading
}
