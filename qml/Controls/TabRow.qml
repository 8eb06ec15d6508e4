pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Parts of a form to go to, in one row where their words fit, else in several. The current one is told by weight and a bar,
// a finished one by a tick. `model`: [{text, enabled, done}]; enabled is true where nothing is said.
FocusScope {
    id: row

    property var model: []
    property int currentIndex: -1
    readonly property int count: model.length
    readonly property real extra: 2 * Theme.space + Theme.icon + Theme.spaceSmall  // around the words of a tab
    readonly property real wanted: Math.max(Theme.answer, widest(model, metrics.height) + extra)
    readonly property int columns: Math.max(1, Math.min(count, Math.floor((width + grid.spacing) / (wanted + grid.spacing))))
    readonly property real tallest: {
        let most = Theme.answer;
        for (let i = 0; i < tabs.count; ++i)
            most = Math.max(most, tabs.itemAt(i)?.implicitHeight ?? 0);
        return most;
    }

    signal chosen(int index)

    implicitWidth: Theme.millimetres(150)
    implicitHeight: grid.implicitHeight
    Accessible.role: Accessible.PageTabList

    // Words of a tab up to a third of the row stay in one line, and no word is broken; the font's height is read so that the
    // binding follows the font.
    function widest(tabs: var, fontHeight: real): real {
        let most = 2 * fontHeight;
        let longest = 0;
        for (const tab of tabs) {
            most = Math.max(most, metrics.advanceWidth(tab.text ?? ""));
            for (const word of (tab.text ?? "").split(" "))
                longest = Math.max(longest, metrics.advanceWidth(word));
        }
        const third = Math.max(Theme.millimetres(45), Math.floor((width - 2 * grid.spacing) / 3) - extra - 1);
        return Math.max(Math.ceil(longest) + 2, Math.min(Math.ceil(most) + 2, third));
    }

    // Moves the focus to the next tab in that direction that can be chosen.
    function step(from: int, by: int) {
        for (let at = from + by; at >= 0 && at < tabs.count; at += by) {
            const tab = tabs.itemAt(at);
            if (tab.enabled) {
                tab.forceActiveFocus(by > 0 ? Qt.TabFocusReason : Qt.BacktabFocusReason);
                return;
            }
        }
    }

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.bodySize
        font.bold: true
    }
    Grid {
        id: grid

        width: row.width
        columns: row.columns
        spacing: Theme.spaceSmall

        Repeater {
            id: tabs

            model: row.count

            Tab {
                required property int index
                readonly property var part: row.model[index] ?? ({})

                width: Math.floor((row.width + grid.spacing) / row.columns - grid.spacing)
                height: row.tallest
                text: part.text ?? ""
                enabled: part.enabled ?? true
                done: part.done ?? false
                current: row.currentIndex === index
                onClicked: row.chosen(index)
                Keys.onLeftPressed: row.step(index, mirrored ? 1 : -1)
                Keys.onRightPressed: row.step(index, mirrored ? -1 : 1)
            }
        }
    }

    component Tab: Tappable {
        id: tab

        property bool current: false
        property bool done: false

        leftPadding: Theme.space
        rightPadding: Theme.space
        topPadding: Theme.spaceSmall
        bottomPadding: Theme.spaceSmall + Theme.spaceTiny
        Accessible.role: Accessible.PageTab
        Accessible.selectable: true
        Accessible.selected: current
        //: Said of a part of a form in which everything is answered.
        Accessible.description: done ? qsTr("Done") : ""

        contentItem: Row {
            spacing: Theme.spaceSmall
            LayoutMirroring.enabled: tab.mirrored

            OptionMark {
                visible: tab.done
                anchors.verticalCenter: parent.verticalCenter
                selected: true
            }
            PlainText {
                width: tab.availableWidth - (tab.done ? Theme.icon + Theme.spaceSmall : 0)
                anchors.verticalCenter: parent.verticalCenter
                text: tab.text
                font.bold: tab.current
                color: !tab.enabled ? Theme.inkDisabled : tab.current ? Theme.accent : Theme.ink
                horizontalAlignment: tab.done ? Text.AlignLeft : Text.AlignHCenter
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: tab.cornerRadius
            color: !tab.enabled ? Theme.disabled : tab.down ? Theme.pressed : tab.current ? Theme.accentSoft : Theme.surface
            border.width: Math.max(1, Theme.outlineWidth / 2)
            border.color: tab.enabled ? Theme.outline : Theme.hairline

            Rectangle {
                visible: tab.current
                anchors.bottom: parent.bottom
                width: parent.width
                height: Theme.spaceTiny
                radius: height / 2
                color: Theme.accent
            }
        }
    }
}
