pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

Window {
    id: window

    property int page: 0
    readonly property alias pages: gallery.pages
    property string language: "en"
    property real density: 0  // 0: the screen's own

    visible: true
    color: Theme.canvas
    title: "Candor controls"
    Component.onCompleted: if (density > 0) Theme.density = density

    Gallery {
        id: gallery

        anchors.fill: parent
        page: window.page
        language: window.language
    }
}
