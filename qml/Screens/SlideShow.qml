pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Slides that take turns with what is there when nothing moves (`at` is -1 then). They fade over each other, slowly; none
// flashes, none slides in. A film stays to its end; one that cannot be played is passed over from then on. A touch anywhere on `watched` brings back what is there when nothing moves, for a while.
Item {
    id: show

    property var slides: []          // as SlideView takes them, their pictures by name
    property var addressOf: null     // where a picture of that name is
    property var clipOf: null        // the film of these names: its own and that of its captions
    property var passedOver: []      // films that cannot be played
    property int each: 12000         // milliseconds
    property bool still: false       // somebody is there
    property Item watched: show
    property int at: -1
    readonly property bool turning: !still && slides.length > 0 && visible

    function filmOf(slide: var): string {
        return slide?.film ?? "";
    }

    function turn() {
        let next = at + 1;
        while (next < slides.length && passedOver.includes(filmOf(slides[next])))
            ++next;
        if (next < slides.length)
            prepare(next);
        at = next < slides.length ? next : -1;
        wait();
    }

    // A film says itself when it is over.
    function wait() {
        if (turning && filmOf(slides[at]) === "")
            timer.restart();
        else
            timer.stop();
    }

    function prepare(next: int) {
        const slide = slides[next];
        const picture = addressOf;
        const clip = clipOf;
        (next % 2 === 0 ? even : odd).slide = Object.assign({}, slide, {
            "picture": picture(slide.picture),
            "clip": filmOf(slide) !== "" ? clip(slide.film, slide.captions) : null
        });
    }

    function passOver() {
        passedOver = passedOver.concat([slides[at].film]);
        turn();
    }

    function rest() {
        at = -1;
        wait();
    }

    onTurningChanged: rest()
    onSlidesChanged: {
        passedOver = [];
        rest();
    }

    Timer {
        id: timer

        interval: show.each
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
        current: show.at >= 0 && show.at % 2 === 0
        opacity: current ? 1 : 0
        onEnded: show.turn()
        onFailed: show.passOver()

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
        current: show.at >= 0 && show.at % 2 === 1
        opacity: current ? 1 : 0
        onEnded: show.turn()
        onFailed: show.passOver()

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.slow
            }
        }
    }
}
