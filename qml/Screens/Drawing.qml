import QtQuick
import Kiosk.Theme

// A drawing of ours in the colours of the moment: {accent}, {half}, {soft} and {ink} in its lines (SVG) stand for them.
Image {
    id: drawing

    required property string lines
    readonly property var colours: ({
            "accent": Theme.accent,
            "half": Theme.brand.mix(Theme.accent, Theme.canvas, 0.5),
            "soft": Theme.brand.mix(Theme.accent, Theme.canvas, 0.82),
            "ink": Theme.accentInk
        })

    source: "data:image/svg+xml;base64," + Qt.btoa(lines.replace(/\{(\w+)\}/g, (whole, name) => drawing.colours[name]))
    sourceSize.width: Math.round(width)
    sourceSize.height: Math.round(height)
    Accessible.ignored: true
}
