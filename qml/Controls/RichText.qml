pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Words of a form with their marks. `blocks` are those of kiosk/core/richtext: {kind, level, marker, runs}, a run {text, bold,
// italic, underline, strike, colour}; where there are none, `text` is shown as it is. Every character of a run is escaped, and
// only the marks of this file reach Text.StyledText: nothing in a form can draw, load or link.
Column {
    id: rich

    property string text
    property var blocks: []
    property int size: Theme.bodySize
    property color ink: Theme.ink
    property bool bold: false
    readonly property var shown: blocks && blocks.length > 0 ? blocks : text === "" ? [] : [
        {
            "kind": "paragraph",
            "runs": [
                {
                    "text": text
                }
            ]
        }
    ]

    spacing: Theme.spaceSmall

    function escaped(words: string): string {
        return words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;").replace(/\n/g, "<br>");
    }

    function tagged(words: string, tag: string, wanted: bool): string {
        return wanted ? "<" + tag + ">" + words + "</" + tag + ">" : words;
    }

    function styled(run: var): string {
        let words = escaped(String(run.text));
        words = tagged(words, "b", run.bold ?? false);
        words = tagged(words, "i", run.italic ?? false);
        words = tagged(words, "u", run.underline ?? false);
        words = tagged(words, "s", run.strike ?? false);
        return /^#[0-9a-f]{6}$/.test(run.colour ?? "") ? "<font color=\"" + run.colour + "\">" + words + "</font>" : words;
    }

    function plain(block: var): string {
        return Array.from(block.runs, run => run.text).join("");
    }

    Repeater {
        model: rich.shown.length

        Item {
            id: part

            required property int index
            readonly property var block: rich.shown[index] ?? ({
                    "kind": "rule",
                    "runs": []
                })
            readonly property string kind: block.kind
            readonly property real indent: kind === "item" ? Theme.spaceLarge * (block.level - 1) : kind === "quote" ? Theme.spaceLarge * block.level : 0
            readonly property real markerWidth: kind === "item" ? Math.max(Theme.spaceLarge, marker.implicitWidth + Theme.spaceSmall) : 0

            width: rich.width
            height: kind === "rule" ? Theme.spaceSmall : words.implicitHeight
            LayoutMirroring.enabled: rich.LayoutMirroring.enabled

            Rectangle {
                visible: part.kind === "rule"
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width
                height: Theme.outlineWidth
                color: Theme.hairline
            }
            Rectangle {
                visible: part.kind === "quote"
                anchors.left: parent.left
                anchors.leftMargin: part.indent - Theme.space
                width: Theme.focusWidth
                height: parent.height
                color: Theme.hairline
            }
            PlainText {
                id: marker

                visible: part.kind === "item"
                anchors.left: parent.left
                anchors.leftMargin: part.indent
                text: part.block.marker ?? ""
                font.pixelSize: rich.size
                font.bold: rich.bold
                color: rich.ink
                wrapMode: Text.NoWrap
                Accessible.ignored: true
            }
            PlainText {
                id: words

                visible: part.kind !== "rule"
                anchors.left: parent.left
                anchors.leftMargin: part.indent + part.markerWidth
                anchors.right: parent.right
                text: Array.from(part.block.runs, run => rich.styled(run)).join("")
                textFormat: Text.StyledText
                font.pixelSize: part.kind === "heading" ? Math.round(1.2 * rich.size) : rich.size
                font.bold: rich.bold || part.kind === "heading"
                color: rich.ink
                Accessible.role: part.kind === "heading" ? Accessible.Heading : Accessible.StaticText
                Accessible.name: (marker.visible ? marker.text + " " : "") + rich.plain(part.block)
                Accessible.ignored: rich.Accessible.ignored
            }
        }
    }
}
