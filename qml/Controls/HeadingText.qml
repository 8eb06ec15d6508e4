pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

PlainText {
    font.pixelSize: Theme.headingSize
    font.bold: true
    lineHeight: 0.95
    Accessible.role: Accessible.Heading
}
