pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Five faces, worst to best, each with its words. Side by side where the words fit, else one below the other. Not mirrored:
// the way the scale runs is part of its meaning.
FocusScope {
    id: control

    property var model: []
    property int currentIndex: -1
    property real room: 0 // height that the faces may grow into
    readonly property int count: model.length
    readonly property bool stacked: width < count * (longestWord + 2 * Theme.spaceSmall) + (count - 1) * grid.columnSpacing
    readonly property real longestWord: widest(model, metrics.height)
    readonly property real cell: stacked ? width : Math.floor((width + grid.columnSpacing) / count - grid.columnSpacing)
    readonly property int faceSize: Math.max(Theme.millimetres(19), Math.min(cell - 2 * Theme.spaceLarge, 0.6 * room, Theme.millimetres(44)))
    readonly property real tallest: {
        let most = Theme.answer;
        for (let i = 0; i < faces.count; ++i)
            most = Math.max(most, faces.itemAt(i)?.implicitHeight ?? 0);
        return most;
    }

    signal chosen(int index)

    implicitWidth: count * Theme.millimetres(38)
    implicitHeight: grid.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    // The width of the longest word; the font's height is read so that the binding follows the font.
    function widest(texts: var, fontHeight: real): real {
        let most = 2 * fontHeight;
        for (const text of texts)
            for (const word of text.split(/\s+/))
                most = Math.max(most, metrics.advanceWidth(word));
        return Math.ceil(most) + 2;
    }

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
    }

    Grid {
        id: grid

        width: control.width
        columns: control.stacked ? 1 : control.count
        columnSpacing: Theme.spaceSmall
        rowSpacing: Theme.spaceSmall

        Repeater {
            id: faces

            model: control.count

            FaceButton {
                required property int index

                width: control.cell
                height: control.stacked ? implicitHeight : control.tallest
                text: control.model[index] ?? ""
                face: index + 1
                beside: control.stacked
                tallFace: control.faceSize
                selected: control.currentIndex === index
                onChosen: control.chosen(index)
            }
        }
    }
}
