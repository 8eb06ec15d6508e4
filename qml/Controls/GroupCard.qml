pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One entry of a repeating group: its heading, what is in it, and "Remove", which asks first. `removed` comes once that is
// confirmed; the owner takes the entry away.
Rectangle {
    id: card

    property string title
    property bool removable: true
    property bool asking: false
    default property alias content: inside.data

    signal removed

    implicitWidth: Theme.millimetres(150)
    implicitHeight: column.implicitHeight + 2 * Theme.space
    radius: Theme.radiusLarge
    color: Theme.canvas
    border.width: Theme.outlineWidth
    border.color: Theme.outline
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space
        spacing: Theme.space

        QuestionText {
            visible: text !== ""
            width: parent.width
            text: card.title
        }
        Column {
            id: inside

            width: parent.width
            spacing: Theme.space
        }
        QuietButton {
            visible: card.removable && !card.asking
            width: Math.min(implicitWidth, parent.width)
            //: Button: takes this entry of a list away; asks first.
            text: qsTr("Remove")
            //: Its name for a screen reader; %1 is the heading of the entry.
            Accessible.name: card.title === "" ? text : qsTr("Remove: %1").arg(card.title)
            onClicked: card.asking = true
        }
        Notice {
            visible: card.removable && card.asking
            width: parent.width
            kind: "warning"
            //: Asked before an entry is taken away.
            title: qsTr("Remove this entry?")
            text: qsTr("What you answered in it will be deleted.")

            Flow {
                width: parent ? (parent as Item).width : 0
                spacing: Theme.spaceSmall

                SecondaryButton {
                    //: Button: does not remove the entry.
                    text: qsTr("Keep it")
                    onClicked: card.asking = false
                }
                SecondaryButton {
                    //: Button: removes the entry.
                    text: qsTr("Yes, remove")
                    onClicked: {
                        card.asking = false;
                        card.removed();
                    }
                }
            }
        }
    }
}
