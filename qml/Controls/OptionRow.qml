pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One answer to choose: a whole row is the target. Never changes by itself: whoever owns the answer sets `selected`.
Tappable {
    id: control

    property bool selected: false
    property bool multiple: false  // a box to tick instead of a ring
    property string prefix         // "a)", before the text
    property var blocks: []        // the text with its marks, as for RichText
    property string image          // its address
    property string imageText      // what the image shows, for those who do not see it
    readonly property string spoken: Array.from([prefix, text, imageText]).filter(words => words !== "").join(" ")

    signal chosen

    // With the prefix before the first words.
    function prefixed(parts: var): var {
        if (prefix === "" || parts.length === 0)
            return parts;
        const first = Object.assign({}, parts[0]);
        first.runs = Array.from([
            {
                "text": prefix + " "
            }
        ]).concat(Array.from(first.runs));
        return Array.from([first]).concat(Array.from(parts).slice(1));
    }

    implicitHeight: Math.max(Theme.answer, implicitContentHeight + topPadding + bottomPadding)
    leftPadding: Theme.space
    rightPadding: Theme.space
    topPadding: Theme.spaceSmall
    bottomPadding: Theme.spaceSmall
    Accessible.role: multiple ? Accessible.CheckBox : Accessible.RadioButton
    Accessible.name: spoken
    Accessible.checkable: true
    Accessible.checked: selected
    onClicked: chosen()

    contentItem: Row {
        spacing: Theme.space
        LayoutMirroring.enabled: control.mirrored

        OptionMark {
            anchors.verticalCenter: parent.verticalCenter
            selected: control.selected
            box: control.multiple
            enabled: control.enabled
        }
        Column {
            width: Math.max(0, control.availableWidth - Theme.icon - Theme.space)
            anchors.verticalCenter: parent.verticalCenter
            spacing: Theme.spaceSmall

            Image {
                visible: control.image !== ""
                width: parent.width
                height: visible ? Math.min(Theme.millimetres(32), width * 0.75) : 0
                source: control.image
                sourceSize.height: Theme.millimetres(32)
                asynchronous: true
                fillMode: Image.PreserveAspectFit
                horizontalAlignment: Image.AlignLeft
                opacity: control.enabled ? 1 : 0.5
                Accessible.ignored: true
            }
            PlainText {
                visible: text !== "" && control.blocks.length === 0
                width: parent.width
                text: control.prefix === "" ? control.text : control.prefix + " " + control.text
                color: control.enabled ? Theme.ink : Theme.inkDisabled
                Accessible.ignored: true
            }
            RichText {
                visible: control.blocks.length > 0
                width: parent.width
                blocks: control.prefixed(control.blocks)
                ink: control.enabled ? Theme.ink : Theme.inkDisabled
                Accessible.ignored: true
            }
        }
    }
    background: Rectangle {
        radius: control.cornerRadius
        color: !control.enabled ? Theme.disabled : control.down ? Theme.pressed : control.selected ? Theme.accentSoft : Theme.surface
        border.width: control.selected ? 2 * Theme.outlineWidth : Theme.outlineWidth
        border.color: !control.enabled ? Theme.hairline : control.selected ? Theme.accent : Theme.outline
    }
}
