pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Several questions with the same answers: a row for each question, a column for each answer. Where that is too narrow, a card
// for each question with its answers in it. `rows`: [{text, blocks, multiple, options: [{text, selected, enabled}]}]; the first
// row's options name the columns.
FocusScope {
    id: control

    property var rows: []
    readonly property var heads: rows.length > 0 ? Array.from(rows[0].options, option => option.text) : []
    readonly property real cell: Math.ceil(Math.max(Theme.answer, widest(heads, metrics.height)))
    readonly property real questionWidth: width - heads.length * (cell + Theme.spaceSmall)
    readonly property bool inCards: questionWidth < Theme.millimetres(50)

    signal chosen(int row, int column)

    implicitWidth: Theme.millimetres(180)
    implicitHeight: column.implicitHeight

    // The width of the longest word; the font's height is read so that the binding follows the font.
    function widest(texts: var, fontHeight: real): real {
        let most = 2 * fontHeight;
        for (const text of texts)
            for (const word of text.split(/\s+/))
                most = Math.max(most, metrics.advanceWidth(word));
        return most + 2;
    }

    FontMetrics {
        id: metrics
        font.family: Theme.fontFamily
        font.pixelSize: Theme.captionSize
    }

    Column {
        id: column

        width: parent.width
        spacing: control.inCards ? Theme.space : Theme.spaceTiny

        Row {
            visible: !control.inCards
            spacing: Theme.spaceSmall

            Item {
                width: control.questionWidth
                height: 1
            }
            Repeater {
                model: control.inCards ? [] : control.heads

                CaptionText {
                    required property string modelData

                    width: control.cell
                    anchors.bottom: parent ? parent.bottom : undefined
                    text: modelData
                    horizontalAlignment: Text.AlignHCenter
                    Accessible.ignored: true
                }
            }
        }
        Repeater {
            model: control.rows.length

            Slot {
                id: row

                required property int index
                readonly property var entry: control.rows[index] ?? ({})

                width: column.width
                sourceComponent: control.inCards ? card : line

                Component {
                    id: line

                    Rectangle {
                        implicitHeight: Math.max(words.implicitHeight + 2 * Theme.spaceSmall, Theme.answer + 2 * Theme.spaceTiny)
                        radius: Theme.radius
                        color: row.index % 2 === 0 ? Theme.sunken : "transparent"

                        RichText {
                            id: words

                            anchors.left: parent.left
                            anchors.leftMargin: Theme.spaceSmall
                            anchors.verticalCenter: parent.verticalCenter
                            width: control.questionWidth - 2 * Theme.spaceSmall
                            text: row.entry.text ?? ""
                            blocks: row.entry.blocks ?? []
                        }
                        Row {
                            anchors.right: parent.right
                            anchors.verticalCenter: parent.verticalCenter
                            spacing: Theme.spaceSmall

                            Repeater {
                                model: control.heads.length

                                AnswerCell {
                                    required property int index
                                    readonly property var option: row.entry.options?.[index] ?? ({})

                                    width: control.cell
                                    text: row.entry.text + ": " + (option.text ?? "")
                                    selected: option.selected ?? false
                                    enabled: option.enabled ?? true
                                    multiple: row.entry.multiple ?? false
                                    onChosen: control.chosen(row.index, index)
                                }
                            }
                        }
                    }
                }
                Component {
                    id: card

                    GroupCard {
                        removable: false
                        title: row.entry.text ?? ""

                        OptionList {
                            width: parent ? (parent as Item).width : 0
                            model: row.entry.options ?? []
                            multiple: row.entry.multiple ?? false
                            onChosen: index => control.chosen(row.index, index)
                        }
                    }
                }
            }
        }
    }
}
