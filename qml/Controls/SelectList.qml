pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A drop-down: shows what is chosen; a tap opens the options in place, below it, and what follows on the page moves down. One
// choice closes it again; where several may be chosen, its own button does. `model` as for OptionList.
FocusScope {
    id: control

    property var model: []
    property bool multiple: false
    //: In a closed list from which nothing is chosen yet.
    property string placeholder: qsTr("Tap to choose")
    property string label
    property bool open: false
    readonly property string chosenText: {
        const chosen = [];
        for (const option of model)
            if (option.selected)
                chosen.push(option.text);
        //: Between answers that are chosen from a list.
        return chosen.join(qsTr(", "));
    }

    readonly property string shown: chosenText === "" ? placeholder : chosenText

    signal chosen(int index)

    implicitWidth: Theme.millimetres(120)
    implicitHeight: head.implicitHeight + (open ? list.implicitHeight + Theme.spaceSmall : 0)

    function take(index: int) {
        if (!multiple)
            close();
        chosen(index);
    }

    // The focus stays in the control: with a keyboard one goes on from its head.
    function close() {
        const inside = list.activeFocus;
        open = false;
        if (inside)
            head.forceActiveFocus(Qt.OtherFocusReason);
    }

    Keys.onEscapePressed: event => {
        event.accepted = open;
        close();
    }

    Tappable {
        id: head

        width: parent.width
        focus: true
        implicitHeight: Math.max(Theme.answer, implicitContentHeight + topPadding + bottomPadding)
        leftPadding: Theme.space
        rightPadding: Theme.space
        topPadding: Theme.spaceSmall
        bottomPadding: Theme.spaceSmall
        Accessible.role: Accessible.ComboBox
        Accessible.name: (control.label === "" ? "" : control.label + ": ") + control.shown
        onClicked: control.open ? control.close() : control.open = true

        contentItem: Row {
            spacing: Theme.space
            LayoutMirroring.enabled: head.mirrored

            PlainText {
                width: Math.max(0, head.availableWidth - Theme.icon - Theme.space)
                anchors.verticalCenter: parent.verticalCenter
                text: control.shown
                color: control.chosenText === "" ? Theme.inkQuiet : Theme.ink
                Accessible.ignored: true
            }
            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: control.open ? "up" : "down"
            }
        }
        background: Rectangle {
            radius: head.cornerRadius
            color: !head.enabled ? Theme.disabled : head.down ? Theme.pressed : control.chosenText !== "" ? Theme.accentSoft : Theme.surface
            border.width: control.open ? Theme.focusWidth : Theme.outlineWidth
            border.color: control.open || control.chosenText !== "" ? Theme.accent : Theme.outline
        }
    }
    OptionList {
        id: list

        visible: control.open
        anchors.top: head.bottom
        anchors.topMargin: Theme.spaceSmall
        anchors.left: parent.left
        anchors.leftMargin: Theme.spaceLarge
        anchors.right: parent.right
        height: Math.min(implicitHeight, control.height - head.height - Theme.spaceSmall)
        model: control.open ? control.model : []
        multiple: control.multiple
        onChosen: index => control.take(index)
    }
}
