pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The parts of a form to go to, in any order; in further lines where they do not fit. `model`: {text, enabled, done}, `done`
// shown as a check mark. The owner shows the part and sets `currentIndex`.
FocusScope {
    id: control

    property var model: []
    property int currentIndex: 0

    signal chosen(int index)

    implicitWidth: Theme.millimetres(150)
    implicitHeight: flow.implicitHeight
    Accessible.role: Accessible.PageTabList

    function step(from: int, by: int) {
        for (let at = from + by; at >= 0 && at < tabs.count; at += by) {
            if (tabs.itemAt(at).enabled) {
                tabs.itemAt(at).forceActiveFocus(by > 0 ? Qt.TabFocusReason : Qt.BacktabFocusReason);
                return;
            }
        }
    }

    Flow {
        id: flow

        width: parent.width
        spacing: Theme.spaceSmall

        Repeater {
            id: tabs

            model: control.model.length

            ActionButton {
                id: tab

                required property int index
                readonly property var entry: control.model[index] ?? ({})
                readonly property real markWidth: entry.done ?? false ? Theme.icon + Theme.spaceSmall : 0
                readonly property bool current: control.currentIndex === index

                width: Math.min(implicitWidth, control.width)
                leftPadding: Theme.space
                rightPadding: Theme.space
                text: entry.text ?? ""
                enabled: entry.enabled ?? true
                plate: current ? Theme.accent : Theme.surface
                platePressed: current ? Theme.accentPressed : Theme.pressed
                edge: current ? Theme.accent : Theme.outline
                words: current ? Theme.accentInk : Theme.ink
                font.bold: current
                implicitWidth: Math.ceil(label.implicitWidth) + markWidth + leftPadding + rightPadding
                Accessible.role: Accessible.PageTab
                Accessible.selected: current
                //: Name of a tab for a screen reader; %1 is a part of the form in which all is answered.
                Accessible.name: entry.done ?? false ? qsTr("%1, done").arg(text) : text
                onClicked: control.chosen(index)
                Keys.onLeftPressed: control.step(index, mirrored ? 1 : -1)
                Keys.onRightPressed: control.step(index, mirrored ? -1 : 1)

                contentItem: Row {
                    spacing: Theme.spaceSmall
                    LayoutMirroring.enabled: tab.mirrored

                    OptionMark {
                        visible: tab.entry.done ?? false
                        anchors.verticalCenter: parent.verticalCenter
                        selected: true
                    }
                    PlainText {
                        id: label

                        width: Math.max(0, tab.availableWidth - tab.markWidth)
                        anchors.verticalCenter: parent.verticalCenter
                        text: tab.text
                        font: tab.font
                        color: tab.enabled ? tab.words : Theme.inkDisabled
                        Accessible.ignored: true
                    }
                }
            }
        }
    }
}
