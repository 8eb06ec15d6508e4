pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

PlainText {
    font.pixelSize: Theme.headingSize
    font.bold: true
    Accessible.role: Accessible.Heading
}
