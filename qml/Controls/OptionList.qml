pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The answers of a choice, one below the other; scrolls, with buttons, when they do not fit.
// `model`: a JavaScript array or QVariantList of {text, selected, enabled}. Rows stay while only their data change.
FocusScope {
    id: list

    property var model: []
    property bool multiple: false
    property int columns: 1  // read downwards, one after the other
    property real room: 0    // height that the rows may grow into
    readonly property real rowHeight: Math.max(Theme.answer, Math.min(Theme.millimetres(20), (room + Theme.spaceSmall) / grid.rows - Theme.spaceSmall))

    // All the words: when they change, other options are shown, from the first on.
    readonly property string words: {
        let all = "";
        for (const option of model)
            all += option.text + "\n";
        return all;
    }

    signal chosen(int index)

    implicitWidth: pane.implicitWidth
    implicitHeight: pane.implicitHeight
    onWordsChanged: pane.scrollTo(0)

    ScrollPane {
        id: pane

        anchors.fill: parent

        Grid {
            id: grid

            width: parent ? parent.width : 0
            rows: Math.max(1, Math.ceil(list.model.length / list.columns))
            flow: Grid.TopToBottom
            spacing: Theme.spaceSmall

            Repeater {
                id: rows

                model: list.model.length

                OptionRow {
                    required property int index
                    readonly property var option: list.model[index] ?? ({})

                    width: Math.floor((grid.width + grid.spacing) / list.columns - grid.spacing)
                    height: Math.max(implicitHeight, list.rowHeight)
                    text: option.text ?? ""
                    selected: option.selected ?? false
                    enabled: option.enabled ?? true
                    multiple: list.multiple
                    onChosen: list.chosen(index)
                    Keys.onUpPressed: list.step(index, -1)
                    Keys.onDownPressed: list.step(index, 1)
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
