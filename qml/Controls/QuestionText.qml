pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

PlainText {
    font.pixelSize: Theme.questionSize
    font.bold: true
    Accessible.role: Accessible.Heading
}
