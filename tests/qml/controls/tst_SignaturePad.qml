import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var edits: []

    width: 900
    height: 700

    ScrollPane {
        width: 800
        height: 400

        SignaturePad {
            id: pad

            width: 500
            onEdited: strokes => {
                stage.edits.push(strokes);
                pad.strokes = strokes;
            }
        }
        Item {
            width: 10
            height: 900
        }
    }
    TouchCase {
        name: "SignaturePad"

        function init() {
            Theme.density = 96 / 25.4;
            pad.width = 500;
            pad.strokes = [];
            stage.edits = [];
        }

        // A finger that goes through these points of the pad, in pixels.
        function draw(points) {
            settle(pad);
            const touch = touchEvent(pad);
            touch.press(1, pad, points[0][0], points[0][1]).commit();
            for (const [x, y] of points.slice(1))
                touch.move(1, pad, x, y).commit();
            const last = points[points.length - 1];
            touch.release(1, pad, last[0], last[1]).commit();
        }

        function scrawl() {
            return Array.from({length: 40}, (none, at) => [50 + 8 * at, 100 + 60 * Math.sin(at / 3)]);
        }

        function test_aStrokeIsToldOnceAtItsEndInPartsOfThePad() {
            draw([[100, 50], [200, 100], [300, 150]]);
            compare(stage.edits.length, 1);
            const stroke = stage.edits[0][0];
            compare(stroke[0].x, 0.2);
            compare(stroke[0].y, 0.25);
            compare(stroke[stroke.length - 1].x, 0.6);
            compare(stroke[stroke.length - 1].y, 0.75);
            for (let at = 1; at < stroke.length; ++at)
                verify(stroke[at].t >= stroke[at - 1].t);
        }

        function test_upAndDownIsAStrokeAndNoScrolling() {
            draw(Array.from({length: 15}, (none, at) => [200, 180 - 10 * at]));
            compare(stage.edits.length, 1);
            compare(pad.mapToItem(stage, 0, 0).y, 0);
        }

        function test_dotsAreNoSignature() {
            verify(pad.blank);
            draw([[100, 50]]);
            draw([[300, 50], [302, 51]]);
            compare(pad.strokes.length, 2);
            verify(pad.blank);
            draw(scrawl());
            verify(!pad.blank);
        }

        function test_startAgainTakesAllAway() {
            verify(!find(pad, "Start again").enabled);
            draw(scrawl());
            tapName(pad, "Start again");
            compare(stage.edits[1], []);
            verify(pad.blank);
        }

        // szimek/signature_pad#94: others are cleared by a change of size and still say that they are signed.
        function test_anotherSizeKeepsEveryStroke() {
            draw(scrawl());
            const before = pad.path();
            pad.width = 300;
            compare(pad.path(), before);
            verify(!pad.blank);
        }

        function test_offTheEdgeStaysOnIt() {
            draw([[400, 100], [480, 100], [560, 120], [460, 260]]);
            for (const point of pad.strokes[0])
                verify(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1);
        }

        function test_theExportIsPathDataInABoxOf1000By400() {
            pad.strokes = [[{x: 0, y: 0, t: 0}, {x: 1, y: 1, t: 8}], [{x: 0.5, y: 0.5, t: 90}]];
            compare(pad.path(), "M 0.0 0.0 Q 0.0 0.0 500.0 200.0 L 1000.0 400.0 M 500.0 200.0 L 500.0 200.0");
        }

        function test_whatIsDrawnIsSeen() {
            draw(Array.from({length: 30}, (none, at) => [100 + 10 * at, 60]));
            const picture = grabImage(pad);
            verify(picture.red(200, 60) < 100, "ink on the way of the finger");
            verify(picture.red(200, 100) > 200, "none beside it");
        }
    }
}
