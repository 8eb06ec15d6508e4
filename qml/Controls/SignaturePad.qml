pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// A place to sign. `strokes` is what the owner set: lists of points {x, y, t}, x and y in parts of the pad's width and height,
// t in milliseconds since the first touch, so that nothing is lost or bent when the pad changes its size. `edited` comes when
// the finger lifts and on "Start again". `blank` is told by the ink, not by whether somebody touched the pad: a dot or two
// is no signature.
FocusScope {
    id: pad

    property var strokes: []
    //: Name of the place to sign.
    property string label: qsTr("Sign here with your finger")
    readonly property bool blank: inkOf(strokes) < 0.2
    readonly property int mostPoints: 6000
    property var current: []  // the stroke under the finger
    property double begun: 0  // when the first touch was

    signal edited(var strokes)

    implicitWidth: Theme.millimetres(150)
    implicitHeight: frame.height + Theme.spaceSmall + again.implicitHeight

    // The length of all lines in widths of the pad; a pad is two and a half times as wide as high.
    function inkOf(lines: var): real {
        let sum = 0;
        for (const line of lines)
            for (let at = 1; at < line.length; ++at)
                sum += Math.hypot(line[at].x - line[at - 1].x, (line[at].y - line[at - 1].y) / 2.5);
        return sum;
    }

    function countOf(lines: var): int {
        return lines.reduce((sum, line) => sum + line.length, 0);
    }

    // SVG path data in a box of 1000 by 400.
    function path(): string {
        return Array.from(strokes, stroke => curve(stroke, 1000, 400)).join(" ");
    }

    // Through the middles between the points, bent by the points: smooth, and never further out than they are.
    function curve(stroke: var, width: real, height: real): string {
        const at = point => (point.x * width).toFixed(1) + " " + (point.y * height).toFixed(1);
        if (stroke.length === 0)
            return "";
        let made = "M " + at(stroke[0]);
        for (let next = 1; next < stroke.length; ++next) {
            const a = stroke[next - 1];
            const b = stroke[next];
            made += " Q " + at(a) + " " + at({
                "x": (a.x + b.x) / 2,
                "y": (a.y + b.y) / 2
            });
        }
        return made + " L " + at(stroke[stroke.length - 1]);
    }

    function addPoint(x: real, y: real) {
        if (countOf(strokes) + current.length >= mostPoints)
            return;
        const within = part => Math.max(0, Math.min(1, part));
        current = current.concat([
            {
                "x": within(x / frame.width),
                "y": within(y / frame.height),
                "t": Math.round(Date.now() - begun)
            }
        ]);
    }

    function endStroke() {
        const stroke = current;
        current = [];
        if (stroke.length > 0)
            edited(Array.from(strokes).concat([stroke]));
    }

    Rectangle {
        id: frame

        width: parent.width
        height: Math.round(width / 2.5)
        radius: Theme.radius
        color: Theme.surface
        border.width: Theme.outlineWidth
        border.color: finger.pressed ? Theme.accent : Theme.outline
        clip: true
        Accessible.role: Accessible.Canvas
        Accessible.name: pad.label

        CaptionText {
            visible: pad.strokes.length === 0 && pad.current.length === 0
            anchors.top: parent.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.margins: Theme.space
            text: pad.label
            Accessible.ignored: true
        }
        Rectangle {
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.bottom: parent.bottom
            anchors.leftMargin: Theme.spaceLarge
            anchors.rightMargin: Theme.spaceLarge
            anchors.bottomMargin: parent.height / 5
            height: Theme.outlineWidth
            color: Theme.hairline
        }
        Shape {
            anchors.fill: parent

            ShapePath {
                strokeColor: Theme.ink
                strokeWidth: Math.max(2, Theme.millimetres(0.7))
                fillColor: "transparent"
                capStyle: ShapePath.RoundCap
                joinStyle: ShapePath.RoundJoin

                PathSvg {
                    path: Array.from(pad.strokes).concat([pad.current]).map(stroke => pad.curve(stroke, frame.width, frame.height)).join(" ")
                }
            }
        }
        MouseArea {
            id: finger

            anchors.fill: parent
            preventStealing: true
            onPressed: mouse => {
                if (pad.strokes.length === 0)
                    pad.begun = Date.now();
                pad.addPoint(mouse.x, mouse.y);
            }
            onPositionChanged: mouse => pad.addPoint(mouse.x, mouse.y)
            onReleased: pad.endStroke()
            onCanceled: pad.endStroke()
        }
    }
    QuietButton {
        id: again

        anchors.top: frame.bottom
        anchors.topMargin: Theme.spaceSmall
        anchors.right: parent.right
        //: Button: takes away what was drawn in the place to sign.
        text: qsTr("Start again")
        enabled: pad.strokes.length > 0
        onClicked: pad.edited([])
    }
}
