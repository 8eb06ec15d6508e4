pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// Of a question that takes several typed answers: those that are given, and one more.
Column {
    id: given

    required property Question question

    spacing: Theme.spaceSmall

    Repeater {
        model: given.question.given

        Row {
            id: row

            required property string modelData
            required property int index

            spacing: Theme.space

            PlainText {
                width: Math.min(implicitWidth, given.width - remove.width - Theme.space)
                anchors.verticalCenter: parent.verticalCenter
                text: row.modelData
                font.bold: true
            }
            QuietButton {
                id: remove

                //: Button beside one of several answers
                text: qsTr("Remove")
                //: Name of that button for a screen reader; %1 is the answer
                Accessible.name: qsTr("Remove: %1").arg(row.modelData)
                onClicked: given.question.removeGiven(row.index)
            }
        }
    }
    AddButton {
        visible: given.question.takesMore
        onClicked: given.question.addAnother()
    }
}
