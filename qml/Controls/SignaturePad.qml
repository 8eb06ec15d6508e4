pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A place to sign with the finger. `strokes` is what the owner set: [[{x, y, t}, …], …], x and y from 0 to 1 across the pad,
// t in milliseconds from the first touch; `edited` brings all strokes after each one, and none after "Clear". Never mirrored:
// a signature is a drawing.
FocusScope {
    id: pad

    property var strokes: []
    //: Name of the place to sign in.
    property string label: qsTr("Signature")
    readonly property bool blank: lengthOf(strokes) < leastLength
    readonly property real leastLength: 0.1  // of the pad's width: a dot or a slip is no signature
    readonly property real leastStep: 0.002
    readonly property int mostPoints: 5000

    signal edited(var strokes)

    implicitWidth: Theme.millimetres(130)
    implicitHeight: column.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // SVG path data in a box of 1000 by 400.
    function path(): string {
        return pathOf(strokes, 1000, 400);
    }

    // Smooth: a curve from the middle between two points to the middle between the next two.
    function pathOf(lines: var, wide: real, high: real): string {
        const at = (x, y) => (x * wide).toFixed(1) + " " + (y * high).toFixed(1);
        let text = "";
        for (const line of lines) {
            if (line.length === 0)
                continue;
            text += "M" + at(line[0].x, line[0].y);
            for (let i = 1; i + 1 < line.length; ++i)
                text += "Q" + at(line[i].x, line[i].y) + " " + at((line[i].x + line[i + 1].x) / 2, (line[i].y + line[i + 1].y) / 2);
            const last = line[line.length - 1];
            text += "L" + at(last.x, last.y);
        }
        return text;
    }

    function lengthOf(lines: var): real {
        let sum = 0;
        for (const line of lines)
            for (let i = 1; i < line.length; ++i)
                sum += Math.hypot(line[i].x - line[i - 1].x, (line[i].y - line[i - 1].y) * 0.4);
        return sum;
    }

    function pointsOf(lines: var): int {
        return lines.reduce((sum, line) => sum + line.length, 0);
    }

    QtObject {
        id: pen

        property var line: []    // the stroke under the finger
        property real began: 0   // when the first touch of all was, by the clock
        property int before: 0   // points of the strokes before

        function down(x: real, y: real) {
            before = pad.pointsOf(pad.strokes);
            // Time goes on where the strokes that are there end.
            if (pad.strokes.length === 0 || Date.now() - began < lastTime())
                began = Date.now() - lastTime();
            line = [];
            add(x, y);
        }

        function lastTime(): real {
            const last = pad.strokes[pad.strokes.length - 1];
            return last && last.length > 0 ? last[last.length - 1].t : 0;
        }

        function add(x: real, y: real) {
            const point = {
                "x": Math.max(0, Math.min(1, x)),
                "y": Math.max(0, Math.min(1, y)),
                "t": Math.max(0, Math.round(Date.now() - began))
            };
            const last = line[line.length - 1];
            const near = last && Math.hypot(point.x - last.x, (point.y - last.y) * 0.4) < pad.leastStep;
            if (!near && before + line.length < pad.mostPoints)
                line = line.concat([point]);
        }

        function up() {
            const all = line.length > 0 ? pad.strokes.concat([line]) : pad.strokes;
            line = [];
            if (all.length > pad.strokes.length)
                pad.edited(all);
        }
    }

    Column {
        id: column

        width: pad.width
        spacing: Theme.spaceSmall

        Rectangle {
            id: sheet

            width: parent.width
            height: Math.round(0.4 * width)
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.outlineWidth
            border.color: Theme.outline
            Accessible.role: Accessible.Graphic
            //: Said of a place to sign: nobody has signed yet; it is signed.
            Accessible.name: pad.label + ": " + (pad.blank ? qsTr("empty") : qsTr("signed"))

            // The line to sign on.
            Rectangle {
                x: Theme.spaceLarge
                y: Math.round(0.78 * parent.height)
                width: parent.width - 2 * Theme.spaceLarge
                height: Theme.outlineWidth
                color: Theme.hairline
            }
            PlainText {
                visible: pad.strokes.length === 0 && pen.line.length === 0
                anchors.centerIn: parent
                width: Math.min(implicitWidth, parent.width - 2 * Theme.space)
                //: Stands in an empty place to sign.
                text: qsTr("Sign here with your finger")
                color: Theme.inkQuiet
                horizontalAlignment: Text.AlignHCenter
                Accessible.ignored: true
            }
            SignatureInk {
                anchors.fill: parent
                path: pad.pathOf(pad.strokes, width, height)
            }
            SignatureInk {
                anchors.fill: parent
                path: pad.pathOf([pen.line], width, height)
            }
            MouseArea {
                objectName: "sheet"
                anchors.fill: parent
                preventStealing: true
                onPressed: mouse => pen.down(mouse.x / width, mouse.y / height)
                onPositionChanged: mouse => pen.add(mouse.x / width, mouse.y / height)
                onReleased: pen.up()
                onCanceled: pen.line = []
            }
        }
        SecondaryButton {
            width: Math.min(implicitWidth, parent.width)
            //: On a button: takes the signature away, to sign again.
            text: qsTr("Clear")
            enabled: pad.strokes.length > 0
            onClicked: pad.edited([])
        }
    }
}
