pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Words of a form with the little dress that is safe: bold, italic, underlined, struck out, a legible colour; headings,
// lists, quotes. `blocks` is what kiosk/core/richtext makes of Markdown or XHTML: [{kind: "paragraph" | "heading" | "item" |
// "quote" | "rule", level, marker, runs: [{text, bold, italic, underline, strike, colour: "#rrggbb"}]}]. Without blocks,
// `text` as it stands. All markup is written here, around escaped words: nothing of a form reaches Qt's parser as markup.
FocusScope {
    id: control

    property string text
    property var blocks: []
    property int size: Theme.bodySize
    property color ink: Theme.ink
    property bool heading: false  // all of it bold: the question itself
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

    implicitWidth: column.implicitWidth
    implicitHeight: column.implicitHeight

    function escaped(words: string): string {
        const safe = words.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");
        return safe.replace(/\r?\n/g, "<br>");
    }

    function markupOf(run: var): string {
        let made = escaped(run.text ?? "");
        for (const [wanted, tag] of [[run.bold, "b"], [run.italic, "i"], [run.underline, "u"], [run.strike, "s"]])
            if (wanted)
                made = "<" + tag + ">" + made + "</" + tag + ">";
        return !Theme.highContrast && /^#[0-9a-f]{6}$/i.test(run.colour ?? "") ? "<font color=\"" + run.colour + "\">" + made + "</font>" : made;
    }

    function wordsOf(runs: var): string {
        return (runs ?? []).map(run => run.text ?? "").join("");
    }

    function sizeOf(block: var): int {
        return block.kind === "heading" ? Math.round(size * (block.level <= 1 ? 1.5 : block.level === 2 ? 1.2 : 1)) : size;
    }

    Column {
        id: column

        width: control.width
        spacing: Theme.spaceSmall

        Repeater {
            model: control.shown

            Item {
                id: line

                required property var modelData
                readonly property string kind: modelData.kind ?? "paragraph"
                readonly property bool marked: kind === "item"
                readonly property int depth: kind === "item" || kind === "quote" ? Math.max(1, Math.min(6, modelData.level ?? 1)) : 0
                readonly property real indent: depth * Theme.spaceLarge + (marked ? markerWidth : 0)
                readonly property real markerWidth: Math.max(0, marker.implicitWidth + Theme.spaceSmall - Theme.spaceLarge)

                width: column.width
                implicitHeight: kind === "rule" ? 2 * Theme.space : words.implicitHeight
                implicitWidth: indent + words.implicitWidth

                Rectangle {
                    visible: line.kind === "rule"
                    anchors.verticalCenter: parent.verticalCenter
                    width: parent.width
                    height: Theme.outlineWidth
                    color: Theme.outline
                }
                Rectangle {
                    visible: line.kind === "quote"
                    anchors.left: parent.left
                    anchors.leftMargin: (line.depth - 1) * Theme.spaceLarge + Theme.spaceSmall
                    width: Theme.spaceTiny
                    height: parent.height
                    color: Theme.outline
                }
                PlainText {
                    id: marker
                    visible: line.marked
                    anchors.left: parent.left
                    anchors.leftMargin: (line.depth - 1) * Theme.spaceLarge
                    text: line.modelData.marker ?? ""
                    font.pixelSize: control.size
                    font.bold: control.heading
                    color: control.ink
                    wrapMode: Text.NoWrap
                }
                PlainText {
                    id: words
                    visible: line.kind !== "rule"
                    anchors.left: parent.left
                    anchors.leftMargin: line.indent
                    width: parent.width - line.indent
                    textFormat: Text.StyledText
                    text: (line.modelData.runs ?? []).map(run => control.markupOf(run)).join("")
                    font.pixelSize: control.sizeOf(line.modelData)
                    font.bold: control.heading || line.kind === "heading"
                    color: control.ink
                    Accessible.role: line.kind === "heading" ? Accessible.Heading : Accessible.StaticText
                    Accessible.name: control.wordsOf(line.modelData.runs)
                }
            }
        }
    }
}
