pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One of the practice's slides in one language: its picture beside or above its words.
Item {
    id: view

    property var slide: null // {language, title, text, picture, pictureText, mirrored}
    readonly property string spokenLanguage: slide?.language ?? ""
    readonly property bool portrait: Theme.portrait(width, height)
    property bool broken: false // its picture cannot be shown: its words are
    readonly property bool pictured: (slide?.picture ?? "") !== "" && !broken
    readonly property bool stacked: portrait || !pictured

    onSlideChanged: broken = false
    LayoutMirroring.enabled: slide?.mirrored ?? false
    LayoutMirroring.childrenInherit: true

    Rectangle {
        id: frame

        visible: view.pictured
        anchors.left: parent.left
        anchors.top: parent.top
        width: view.stacked ? parent.width : (parent.width - Theme.spaceHuge) / 2
        height: !view.stacked ? parent.height : Math.max(0, Math.min(parent.height * 0.55, parent.height - words.implicitHeight - Theme.spaceLarge))
        radius: Theme.radiusLarge
        color: Theme.sunken
        Accessible.role: Accessible.Graphic
        Accessible.name: view.slide?.pictureText ?? ""

        Image {
            id: picture

            anchors.fill: parent
            anchors.margins: Theme.spaceTiny
            source: view.slide?.picture ?? ""
            sourceSize.width: Math.max(1, Math.round(width))
            sourceSize.height: Math.max(1, Math.round(height))
            asynchronous: true
            cache: false
            fillMode: Image.PreserveAspectFit
            Accessible.ignored: true
            onStatusChanged: if (status === Image.Error)
                view.broken = true
        }
    }
    Column {
        id: words

        anchors.left: view.stacked ? parent.left : frame.right
        anchors.leftMargin: view.stacked ? 0 : Theme.spaceHuge
        anchors.right: parent.right
        y: view.stacked && view.pictured ? frame.height + Theme.spaceLarge : (view.height - implicitHeight) / 2
        spacing: Theme.space

        HeadingText {
            width: parent.width
            horizontalAlignment: view.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: view.slide?.title ?? ""
        }
        BodyText {
            visible: text !== ""
            width: parent.width
            horizontalAlignment: view.stacked ? Text.AlignHCenter : Text.AlignLeft
            text: view.slide?.text ?? ""
        }
    }
}
