pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// A fact: what it is, and how much or which; below each other where both do not fit on one line.
Item {
    id: row

    property string label
    property string value
    readonly property real named: widthOf(label, metrics.height)
    readonly property real told: widthOf(value, metrics.height)
    readonly property bool stacked: named + told + Theme.space > width

    width: parent ? parent.width : 0
    implicitHeight: (stacked ? name.height + fact.height : Math.max(name.height, fact.height)) + 2 * Theme.spaceSmall
    Accessible.role: Accessible.StaticText
    Accessible.name: (label + ": " + value).replace(/[\u2066-\u2069]/g, "") // isolates are for the eye

    // Words that keep their own direction beside others: a date or a name in a line of the other direction.
    function isolated(words: string): string {
        return "\u2068" + words + "\u2069";
    }

    // Several such parts go the way of the screen, one alone goes its own.
    function directed(words: string): string {
        return (row.LayoutMirroring.enabled ? "\u200F" : "\u200E") + (words.includes("\u2068") ? words : isolated(words));
    }

    // The height of the font is read so that the binding follows the font.
    function widthOf(words: string, fontHeight: real): real {
        return Math.ceil(metrics.advanceWidth(words)) + 1;
    }

    FontMetrics {
        id: metrics
        font: name.font
    }
    CaptionText {
        id: name

        anchors.left: parent.left
        y: Theme.spaceSmall
        width: row.stacked ? parent.width : row.named
        text: row.directed(row.label)
        Accessible.ignored: true
    }
    BodyText {
        id: fact

        anchors.right: parent.right
        y: row.stacked ? name.y + name.height : Theme.spaceSmall
        width: row.stacked ? parent.width : row.told
        horizontalAlignment: row.stacked ? Text.AlignLeft : Text.AlignRight
        text: row.directed(row.value)
        Accessible.ignored: true
    }
    Rectangle {
        anchors.bottom: parent.bottom
        width: parent.width
        height: Math.max(1, Theme.outlineWidth / 2)
        color: Theme.hairline
    }
}
