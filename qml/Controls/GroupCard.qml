pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One entry of a list that can have several: its heading, its questions as children, and "Remove", which asks before the
// owner hears of it.
FocusScope {
    id: card

    property string title
    property bool removable: true
    property bool asking: false
    default property alias content: body.data

    signal removed

    implicitWidth: Theme.millimetres(120)
    implicitHeight: column.implicitHeight + 2 * Theme.space
    Accessible.role: Accessible.Grouping
    Accessible.name: title
    onRemovableChanged: asking = false

    function ask(wanted: bool, byKey: bool) {
        asking = wanted;
        if (byKey)
            foot.item.forceActiveFocus(Qt.TabFocusReason);
    }

    Rectangle {
        anchors.fill: parent
        radius: Theme.radiusLarge
        color: Theme.surface
        border.width: Theme.outlineWidth
        border.color: card.asking ? Theme.warning : Theme.outline
    }
    Column {
        id: column

        x: Theme.space
        y: Theme.space
        width: card.width - 2 * Theme.space
        spacing: Theme.space

        QuestionText {
            visible: text !== ""
            width: parent.width
            text: card.title
            font.bold: true
        }
        Column {
            id: body
            width: parent.width
            spacing: Theme.space
        }
        // A slot takes no tap for a moment: the second of two quick taps on "Remove" confirms nothing.
        Slot {
            id: foot
            visible: card.removable
            width: parent.width
            sourceComponent: card.asking ? question : offer
        }
    }
    Component {
        id: offer

        FocusScope {
            implicitHeight: remove.height

            QuietButton {
                id: remove

                anchors.right: parent.right
                width: Math.min(implicitWidth, parent.width)
                focus: true
                //: On a button in an entry of a list: takes this entry away.
                text: qsTr("Remove")
                Accessible.description: card.title
                onClicked: card.ask(true, visualFocus)
            }
        }
    }
    Component {
        id: question

        FocusScope {
            implicitHeight: notice.implicitHeight

            Notice {
                id: notice

                width: parent.width
                kind: "warning"
                //: Asked before an entry of a list, with its answers, is taken away.
                title: qsTr("Remove this entry?")
                text: qsTr("What was answered in it will be lost.")

                Flow {
                    width: parent.width
                    spacing: Theme.space

                    SecondaryButton {
                        width: Math.min(implicitWidth, parent.width)
                        focus: true
                        //: On a button: does not take the entry away.
                        text: qsTr("Keep it")
                        onClicked: card.ask(false, visualFocus)
                    }
                    SecondaryButton {
                        width: Math.min(implicitWidth, parent.width)
                        words: Theme.warning
                        edge: Theme.warning
                        text: qsTr("Yes, remove it")
                        onClicked: {
                            card.ask(false, visualFocus);
                            card.removed();
                        }
                    }
                }
            }
        }
    }
}
