pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The line of a SliderScale with its knob. `picked` comes when the finger lifts, wherever it has gone: a drag is not a tap.
Item {
    id: track

    property int steps: 10
    property int at: -1  // -1: no knob
    readonly property int draggedStep: finger.pressed ? stepAt(finger.mouseX) : -1
    readonly property real knob: Theme.millimetres(11)
    readonly property real travel: width - knob

    signal picked(int step)
    signal moved(int by)  // by keys

    activeFocusOnTab: true
    Accessible.role: Accessible.Slider
    Accessible.focusable: true
    Accessible.onIncreaseAction: track.moved(1)
    Accessible.onDecreaseAction: track.moved(-1)
    Keys.onPressed: event => {
        const by = strideOf(event.key);
        if (by !== 0)
            track.moved(by);
        else if (event.key === Qt.Key_Home || event.key === Qt.Key_End)
            track.picked(event.key === Qt.Key_Home ? 0 : steps);
        else
            return;
        event.accepted = true;
    }

    function strideOf(key: int): int {
        switch (key) {
        case Qt.Key_Right:
        case Qt.Key_Up:
            return 1;
        case Qt.Key_Left:
        case Qt.Key_Down:
            return -1;
        case Qt.Key_PageUp:
            return Math.max(1, Math.round(steps / 10));
        case Qt.Key_PageDown:
            return -Math.max(1, Math.round(steps / 10));
        }
        return 0;
    }

    function stepAt(x: real): int {
        return Math.max(0, Math.min(steps, Math.round((x - knob / 2) / travel * steps)));
    }

    Rectangle {
        id: line

        x: track.knob / 2
        anchors.verticalCenter: parent.verticalCenter
        width: track.travel
        height: Theme.millimetres(3)
        radius: height / 2
        color: Theme.sunken
        border.width: Theme.outlineWidth
        border.color: Theme.outline

        Rectangle {
            visible: track.at > 0
            width: handle.x
            height: parent.height
            radius: parent.radius
            color: Theme.accent
        }
    }
    Repeater {
        // Marks only where they can be told apart.
        model: track.steps > 1 && track.travel / track.steps >= Theme.spaceLarge ? track.steps + 1 : 0

        Rectangle {
            required property int index

            x: track.knob / 2 + track.travel * index / track.steps - width / 2
            y: line.y + line.height + Theme.spaceTiny
            width: Theme.outlineWidth
            height: Theme.spaceSmall
            color: Theme.outline
        }
    }
    Rectangle {
        id: handle

        visible: track.at >= 0
        x: track.steps > 0 ? track.travel * Math.max(0, track.at) / track.steps : 0
        anchors.verticalCenter: parent.verticalCenter
        width: track.knob
        height: track.knob
        radius: width / 2
        color: finger.pressed ? Theme.accentPressed : Theme.accent
        border.width: 2 * Theme.outlineWidth
        border.color: Theme.surface
    }
    MouseArea {
        id: finger

        anchors.fill: parent
        preventStealing: true
        onReleased: mouse => track.picked(track.stepAt(mouse.x))
    }
    FocusRing {
        visible: track.activeFocus && !finger.pressed
        around: Theme.radius
    }
}
