pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A number on a line: drag, tap on the line, − and +, arrow keys. The number travels as a decimal with as many places as the
// step has: no 0.30000000000000004. No knob until there is a value, so that none is suggested. Never mirrored: the way the
// scale runs is part of its meaning.
FocusScope {
    id: control

    property real from: 0
    property real to: 10
    property real step: 1
    property string value  // empty: none
    property string unit
    property string lowLabel
    property string highLabel
    //: Name of a slider.
    property string label: qsTr("Slider")
    // All is counted in steps from `from`; -1: no value.
    readonly property int steps: Math.max(0, Math.floor((to - from) / step + 1e-6))
    readonly property int places: Math.max(placesOf(from), placesOf(step))
    readonly property int chosenStep: value === "" ? -1 : Math.max(0, Math.min(steps, Math.round((Number(value) - from) / step)))
    readonly property int shownStep: track.draggedStep >= 0 ? track.draggedStep : chosenStep
    readonly property string shown: track.draggedStep >= 0 ? textOf(track.draggedStep) : value

    signal chosen(string value)

    implicitWidth: Theme.millimetres(150)
    implicitHeight: column.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // How many decimal places a number is written with, up to six.
    function placesOf(number: real): int {
        for (let places = 0; places < 6; ++places) {
            const scaled = number * Math.pow(10, places);
            if (Math.abs(scaled - Math.round(scaled)) < 1e-6)
                return places;
        }
        return 6;
    }

    // By whole numbers, so that each value is exact.
    function textOf(count: int): string {
        const scale = Math.pow(10, places);
        return ((Math.round(from * scale) + count * Math.round(step * scale)) / scale).toFixed(places);
    }

    function choose(count: int) {
        const text = textOf(Math.max(0, Math.min(steps, count)));
        if (text !== value)
            chosen(text);
    }

    // The first step begins at the end it comes from.
    function move(by: int) {
        if (chosenStep < 0)
            choose(by > 0 ? 0 : steps);
        else
            choose(chosenStep + by);
    }

    function withUnit(number: string): string {
        return unit === "" ? number : number + " " + unit;
    }

    function labelled(count: int, words: string): string {
        return words === "" ? withUnit(textOf(count)) : textOf(count) + " = " + words;
    }

    Column {
        id: column

        width: control.width
        spacing: Theme.spaceSmall

        PlainText {
            width: parent.width
            text: control.shown === "" ? "–" : control.withUnit(control.shown)
            font.pixelSize: Theme.titleSize
            font.bold: true
            color: control.shown === "" ? Theme.inkQuiet : Theme.accent
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
        Row {
            width: parent.width
            spacing: Theme.space

            KeyCap {
                width: Theme.answer
                height: Theme.answer
                sign: "minus"
                //: Names of the buttons beside a slider.
                text: qsTr("Less")
                repeats: true
                enabled: control.chosenStep !== 0
                onClicked: control.move(-1)
            }
            SliderTrack {
                id: track

                width: parent.width - 2 * (Theme.answer + Theme.space)
                height: Theme.answer
                focus: true
                steps: control.steps
                at: control.shownStep
                onPicked: step => control.choose(step)
                onMoved: by => control.move(by)
                Accessible.name: control.label + ": " + (control.value === "" ? "–" : control.withUnit(control.value))
            }
            KeyCap {
                width: Theme.answer
                height: Theme.answer
                sign: "plus"
                text: qsTr("More")
                repeats: true
                enabled: control.chosenStep !== control.steps
                onClicked: control.move(1)
            }
        }
        Item {
            width: parent.width
            height: Math.max(low.implicitHeight, high.implicitHeight)

            CaptionText {
                id: low
                anchors.left: parent.left
                width: parent.width * 0.48
                text: control.labelled(0, control.lowLabel)
            }
            CaptionText {
                id: high
                anchors.right: parent.right
                width: parent.width * 0.48
                text: control.labelled(control.steps, control.highLabel)
                horizontalAlignment: Text.AlignRight
            }
        }
    }
}
