pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The answers of a choice, one below the other or side by side; scrolls, with buttons, when they do not fit.
// `model`: a JavaScript array or QVariantList of {text, selected, enabled, prefix, blocks, image, imageText} (see OptionRow). Rows
// stay while only their data change.
FocusScope {
    id: list

    property var model: []
    property bool multiple: false
    property int columns: 1  // read downwards, one after the other; fewer where a word would have to break
    property bool horizontal: false  // read across; with one column: as many as fit
    property real room: 0    // height that the rows may grow into
    readonly property int columnsThatFit: Math.max(1, Math.min(model.length, Math.floor((grid.width + grid.spacing) / (narrowest + grid.spacing))))
    readonly property int columnsUsed: horizontal && columns === 1 ? columnsThatFit : Math.min(columns, columnsThatFit)
    readonly property int rowCount: Math.max(1, Math.ceil(model.length / columnsUsed))
    readonly property real narrowest: widest(words, metrics.height) + Theme.icon + 3 * Theme.space
    readonly property real rowHeight: Math.max(Theme.answer, Math.min(Theme.millimetres(20), (room + Theme.spaceSmall) / rowCount - Theme.spaceSmall))

    // All the words: when they change, other options are shown, from the first on.
    readonly property string words: {
        let all = "";
        for (const option of model)
            all += option.text + "\n";
        return all;
    }

    // Side by side they are of one height.
    readonly property real tallest: {
        let most = 0;
        for (let at = 0; at < rows.count; ++at)
            most = Math.max(most, rows.itemAt(at)?.implicitHeight ?? 0);
        return most;
    }

    signal chosen(int index)

    implicitWidth: pane.implicitWidth
    implicitHeight: pane.implicitHeight
    onWordsChanged: pane.scrollTo(0)

    // The width of the longest word; the font's height is read so that the binding follows the font.
    function widest(texts: string, fontHeight: real): real {
        let most = 2 * fontHeight;
        for (const word of texts.split(/\s+/))
            most = Math.max(most, metrics.advanceWidth(word));
        return Math.ceil(most) + 2;
    }

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
    }
    ScrollPane {
        id: pane

        anchors.fill: parent

        Grid {
            id: grid

            width: parent ? parent.width : 0
            columns: list.horizontal ? list.columnsUsed : -1
            rows: list.horizontal ? -1 : list.rowCount
            flow: list.horizontal ? Grid.LeftToRight : Grid.TopToBottom
            spacing: Theme.spaceSmall

            Repeater {
                id: rows

                model: list.model.length

                OptionRow {
                    required property int index
                    readonly property var option: list.model[index] ?? ({})

                    width: Math.floor((grid.width + grid.spacing) / list.columnsUsed - grid.spacing)
                    height: Math.max(implicitHeight, list.rowHeight, list.columnsUsed > 1 ? list.tallest : 0)
                    text: option.text ?? ""
                    selected: option.selected ?? false
                    enabled: option.enabled ?? true
                    prefix: option.prefix ?? ""
                    blocks: option.blocks ?? []
                    image: option.image ?? ""
                    imageText: option.imageText ?? ""
                    multiple: list.multiple
                    onChosen: list.chosen(index)
                    Keys.onUpPressed: list.step(index, list.horizontal ? -list.columnsUsed : -1)
                    Keys.onDownPressed: list.step(index, list.horizontal ? list.columnsUsed : 1)
                    Keys.onLeftPressed: list.step(index, (mirrored ? 1 : -1) * (list.horizontal ? 1 : list.rowCount))
                    Keys.onRightPressed: list.step(index, (mirrored ? -1 : 1) * (list.horizontal ? 1 : list.rowCount))
                }
            }
        }
    }

    // Moves the focus to the next row in that direction that can be chosen.
    function step(from: int, by: int) {
        for (let at = from + by; at >= 0 && at < rows.count; at += by) {
            const row = rows.itemAt(at);
            if (row.enabled) {
                row.forceActiveFocus(by > 0 ? Qt.TabFocusReason : Qt.BacktabFocusReason);
                return;
            }
        }
    }
}
