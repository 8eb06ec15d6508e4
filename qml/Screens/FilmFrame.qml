pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Film
import Kiosk.Theme
import Kiosk.Controls

// A film with its words below it, in letters of the theme: what is said, white on black whatever the film shows. Their place is
// kept while nobody speaks, so that nothing jumps.
Item {
    id: frame

    property alias clip: film.clip
    property alias playing: film.playing
    readonly property alias atEnd: film.atEnd
    readonly property alias broken: film.broken
    readonly property alias caption: film.caption
    readonly property real captionRoom: longest.height + 2 * Theme.spaceSmall + Theme.spaceTiny
    property string label // what it shows, for those who do not see it

    signal ended
    signal failed

    function again() {
        film.again();
    }
    function stop() {
        film.stop();
    }

    Accessible.role: Accessible.Graphic
    Accessible.name: label

    FilmView {
        id: film

        anchors.top: parent.top
        anchors.bottom: ground.top
        anchors.bottomMargin: Theme.spaceTiny
        width: parent.width
        onEnded: frame.ended()
        onFailed: frame.failed()
    }
    Rectangle {
        id: ground

        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.min(parent.height * 0.5, longest.height + 2 * Theme.spaceSmall)
        radius: Theme.radius
        color: Theme.captionGround

        CaptionText {
            id: words

            anchors.centerIn: parent
            width: parent.width - 2 * Theme.spaceSmall
            height: Math.min(implicitHeight, parent.height)
            font.pixelSize: Theme.fixedSize
            fontSizeMode: Text.Fit
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            text: film.caption
            color: Theme.captionInk
            Accessible.ignored: true
        }
    }
    CaptionText {
        id: longest

        visible: false
        width: words.width
        font.pixelSize: Theme.fixedSize
        text: film.clip.longestCaption
        Accessible.ignored: true
    }
}
