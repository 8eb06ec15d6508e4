pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Kiosk.Theme

// Draws SVG path data as the trace of a pen.
Shape {
    id: ink

    property string path

    ShapePath {
        strokeColor: Theme.ink
        strokeWidth: Math.max(2, Theme.millimetres(0.7))
        fillColor: "transparent"
        capStyle: ShapePath.RoundCap
        joinStyle: ShapePath.RoundJoin

        PathSvg {
            path: ink.path
        }
    }
}
