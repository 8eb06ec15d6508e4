pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The practice's logo, whole and in its own proportions; on a light plate where the ground is dark, for which it was not
// drawn. The name of the practice stands elsewhere.
Item {
    id: mark

    property string source
    property real tall: Theme.millimetres(12)
    property real widest: Theme.millimetres(45)
    readonly property real shape: image.implicitHeight > 0 ? image.implicitWidth / image.implicitHeight : 1
    readonly property real rim: Theme.highContrast ? Theme.spaceTiny : 0

    visible: image.status === Image.Ready
    width: visible ? image.width + 2 * rim : 0
    height: visible ? image.height + 2 * rim : 0
    Accessible.ignored: true

    Rectangle {
        visible: Theme.highContrast
        anchors.fill: parent
        radius: Theme.radius
        color: "white"
    }
    Image {
        id: image

        x: mark.rim
        y: mark.rim
        width: Math.min(mark.widest, mark.tall * mark.shape)
        height: width / mark.shape
        source: mark.source
        sourceSize.height: 2 * mark.tall // drawings are made as large as they are shown, and sharp
        fillMode: Image.PreserveAspectFit
        mipmap: true
    }
}
