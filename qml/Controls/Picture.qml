pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A picture beside words: never larger than it is drawn, nor than its place. One that cannot be shown says what it would show.
Item {
    id: picture

    property alias source: image.source
    property string label  // what it shows, for those who do not see it
    property real tallest: Theme.millimetres(60)
    readonly property alias status: image.status

    implicitWidth: Theme.millimetres(100)
    implicitHeight: image.status === Image.Error ? words.implicitHeight : image.height
    Accessible.role: Accessible.Graphic
    Accessible.name: label

    Image {
        id: image

        width: picture.width
        height: status === Image.Ready ? Math.min(picture.tallest, implicitHeight) : picture.tallest
        sourceSize.width: Math.max(1, picture.width)
        sourceSize.height: Math.max(1, picture.tallest)
        asynchronous: true
        cache: false
        fillMode: Image.PreserveAspectFit
        horizontalAlignment: Image.AlignLeft
        Accessible.ignored: true
    }
    CaptionText {
        id: words

        visible: image.status === Image.Error
        width: picture.width
        text: picture.label
        Accessible.ignored: true
    }
}
