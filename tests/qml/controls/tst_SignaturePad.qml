import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var edits: []

    width: 800
    height: 600

    SignaturePad {
        id: pad

        width: 500
        onEdited: strokes => stage.edits.push(strokes)
    }
    TouchCase {
        name: "SignaturePad"

        function init() {
            Theme.density = 96 / 25.4;
            stage.LayoutMirroring.enabled = false;
            stage.LayoutMirroring.childrenInherit = true;
            pad.strokes = [];
            stage.edits = [];
        }

        function sheet() {
            const found = all(pad, item => item.objectName === "sheet")[0];
            settle(found);
            return found;
        }

        // A finger along points of the sheet, from 0 to 1.
        function draw(points) {
            const on = sheet();
            const at = point => [point[0] * on.width, point[1] * on.height];
            touchEvent(on).press(1, on, ...at(points[0])).commit();
            for (const point of points.slice(1))
                touchEvent(on).move(1, on, ...at(point)).commit();
            touchEvent(on).release(1, on, ...at(points[points.length - 1])).commit();
        }

        function test_aStrokeIsToldWhenTheFingerLifts() {
            draw([[0.1, 0.5], [0.3, 0.25], [0.5, 0.75]]);
            compare(stage.edits.length, 1);
            compare(pad.strokes, [], "the owner sets, not the pad");
            const stroke = stage.edits[0][0];
            verify(stroke.length >= 2);
            fuzzyCompare(stroke[0].x, 0.1, 0.01);
            fuzzyCompare(stroke[0].y, 0.5, 0.01);
            fuzzyCompare(stroke[stroke.length - 1].x, 0.5, 0.01);
            compare(stroke[0].t, 0);
        }

        function test_strokesAreAddedToWhatTheOwnerHolds() {
            pad.strokes = [[{x: 0.1, y: 0.1, t: 0}, {x: 0.2, y: 0.1, t: 900}]];
            draw([[0.5, 0.5], [0.9, 0.5]]);
            compare(stage.edits[0].length, 2);
            compare(stage.edits[0][0], pad.strokes[0]);
            verify(stage.edits[0][1][0].t >= 900, "time goes on");
        }

        function test_aDotIsNoSignature() {
            verify(pad.blank);
            find(pad, "Signature: empty");
            pad.strokes = [[{x: 0.5, y: 0.5, t: 0}], [{x: 0.5, y: 0.5, t: 5}, {x: 0.55, y: 0.5, t: 9}]];
            verify(pad.blank);
            pad.strokes = [[{x: 0.2, y: 0.5, t: 0}, {x: 0.5, y: 0.5, t: 9}]];
            verify(!pad.blank);
            find(pad, "Signature: signed");
        }

        function test_outsideTheSheetCountsAsItsEdge() {
            draw([[0.9, 0.5], [1.3, 0.5], [1.3, -0.4]]);
            for (const point of stage.edits[0][0])
                verify(point.x >= 0 && point.x <= 1 && point.y >= 0 && point.y <= 1);
        }

        function test_clearingTellsAndCanBeDoneByKey() {
            verify(!find(pad, "Clear").enabled);
            pad.strokes = [[{x: 0.2, y: 0.5, t: 0}, {x: 0.5, y: 0.5, t: 9}]];
            tapName(pad, "Clear");
            compare(stage.edits, [[]]);
            find(pad, "Clear").forceActiveFocus(Qt.TabFocusReason);
            keyClick(Qt.Key_Space);
            compare(stage.edits, [[], []]);
        }

        function test_pathIsSvgInABoxOf1000By400() {
            compare(pad.path(), "");
            pad.strokes = [[{x: 0, y: 0, t: 0}, {x: 0.5, y: 0.5, t: 1}, {x: 1, y: 1, t: 2}], [{x: 0.25, y: 0.75, t: 5}]];
            compare(pad.path(), "M0.0 0.0Q500.0 200.0 750.0 300.0L1000.0 400.0M250.0 300.0L250.0 300.0");
        }

        function test_aStrokeIsDrawn() {
            const on = sheet();
            const blankSheet = grabImage(on.parent);
            pad.strokes = [[{x: 0.1, y: 0.2, t: 0}, {x: 0.5, y: 0.2, t: 9}, {x: 0.9, y: 0.2, t: 19}]];
            const at = [Math.round(0.4 * on.width), Math.round(0.2 * on.height)];
            verify(!Qt.colorEqual(blankSheet.pixel(...at), Theme.ink));
            tryVerify(() => Qt.colorEqual(grabImage(on.parent).pixel(...at), Theme.ink), patience);
        }

        function test_endlessScribblingIsBounded() {
            const line = [];
            for (let i = 0; i < pad.mostPoints - 3; ++i)
                line.push({x: i % 2, y: 0.5, t: i});
            pad.strokes = [line];
            draw([[0.1, 0.1], [0.2, 0.2], [0.3, 0.3], [0.4, 0.4], [0.5, 0.5], [0.6, 0.6]]);
            verify(pad.pointsOf(stage.edits[0]) <= pad.mostPoints);
            pad.strokes = stage.edits[0];
            draw([[0.1, 0.1], [0.9, 0.9]]);
            compare(stage.edits.length, 1);
        }

        function test_rightToLeftIsDrawnTheSame() {
            stage.LayoutMirroring.enabled = true;
            draw([[0.1, 0.5], [0.5, 0.5]]);
            fuzzyCompare(stage.edits[0][0][0].x, 0.1, 0.01);
        }

        function test_wordsFit() {
            pad.width = 260;
            compare(cutTexts(pad), []);
            pad.width = 500;
        }
    }
}
