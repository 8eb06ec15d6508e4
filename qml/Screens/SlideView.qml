pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One of the practice's slides in one language: its picture or film beside or above its words.
Item {
    id: view

    property var slide: null // {language, title, text, picture, pictureText, clip, mirrored}
    property bool current: false // it is its turn: only then its film is played
    readonly property string spokenLanguage: slide?.language ?? ""
    readonly property bool portrait: Theme.portrait(width, height)
    property bool broken: false // its picture cannot be shown: its words are
    readonly property bool pictured: (slide?.picture ?? "") !== "" && !broken
    readonly property bool filmed: slide?.clip?.there ?? false
    readonly property bool stacked: portrait || !(pictured || filmed)

    signal ended  // its film
    signal failed

    // Not by `filmed`, which may still be that of the last slide.
    function follow() {
        if (current && (slide?.clip?.there ?? false))
            film.again();
        else
            film.stop();
    }

    onCurrentChanged: follow()
    onSlideChanged: {
        broken = false;
        if (slide?.clip?.there ?? false)
            film.clip = slide.clip;
        follow();
    }
    LayoutMirroring.enabled: slide?.mirrored ?? false
    LayoutMirroring.childrenInherit: true

    Rectangle {
        id: frame

        visible: view.pictured || view.filmed
        anchors.left: parent.left
        anchors.top: parent.top
        width: view.stacked ? parent.width : (parent.width - Theme.spaceHuge) * (view.filmed ? 0.6 : 0.5)
        height: !view.stacked ? parent.height : Math.max(0, Math.min(parent.height * 0.55, parent.height - words.implicitHeight - Theme.spaceLarge))
        radius: Theme.radiusLarge
        color: view.filmed ? "transparent" : Theme.sunken
        Accessible.role: Accessible.Graphic
        Accessible.name: view.slide?.pictureText ?? ""

        Image {
            id: picture

            visible: view.pictured
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
        FilmFrame {
            id: film

            visible: view.filmed
            anchors.fill: parent
            Accessible.ignored: true
            onEnded: view.ended()
            onFailed: view.failed()
        }
    }
    Column {
        id: words

        anchors.left: view.stacked ? parent.left : frame.right
        anchors.leftMargin: view.stacked ? 0 : Theme.spaceHuge
        anchors.right: parent.right
        y: view.stacked && frame.visible ? frame.height + Theme.spaceLarge : (view.height - implicitHeight) / 2
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
