pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Slides that take turns with what is there when nothing moves (`at` is -1 then). They fade over each other, slowly; none
// flashes, none slides in. A touch anywhere on `watched` brings back what is there when nothing moves, for a while.
Item {
    id: show

    property var slides: []          // as SlideView takes them, their pictures by name
    property var addressOf: null     // where a picture of that name is
    property int each: 12000         // milliseconds
    property bool still: false       // somebody is there
    property Item watched: show
    property int at: -1
    readonly property bool turning: !still && slides.length > 0 && visible

    function turn() {
        const next = at + 1 < slides.length ? at + 1 : -1;
        if (next >= 0)
            (next % 2 === 0 ? even : odd).slide = Object.assign({}, slides[next], {
                "picture": addressOf(slides[next].picture)
            });
        at = next;
    }

    function rest() {
        at = -1;
        if (turning)
            timer.restart();
    }

    onTurningChanged: rest()
    onSlidesChanged: rest()

    Timer {
        id: timer

        interval: show.each
        repeat: true
        running: show.turning
        onTriggered: show.turn()
    }
    PointHandler {
        parent: show.watched
        onActiveChanged: if (active)
            show.rest()
    }
    SlideView {
        id: even

        anchors.fill: parent
        visible: opacity > 0
        opacity: show.at >= 0 && show.at % 2 === 0 ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.slow
            }
        }
    }
    SlideView {
        id: odd

        anchors.fill: parent
        visible: opacity > 0
        opacity: show.at >= 0 && show.at % 2 === 1 ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.slow
            }
        }
    }
}
