pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One face of a FaceScale with its words under or beside it.
OptionRow {
    id: control

    property int face: 3         // 1 worst … 5 best
    property bool beside: false  // words beside the face
    property int tallFace: Theme.millimetres(19) // size of the face over its words
    readonly property int faceSize: beside ? Theme.answer - 2 * Theme.spaceTiny : tallFace

    topPadding: beside ? Theme.spaceTiny : Theme.spaceLarge
    bottomPadding: topPadding
    leftPadding: beside ? Theme.space : Theme.spaceSmall
    rightPadding: leftPadding

    OptionMark {
        visible: control.selected
        selected: true
        anchors.right: parent.right
        anchors.rightMargin: Theme.spaceSmall
        y: control.beside ? (control.height - height) / 2 : Theme.spaceSmall
    }

    contentItem: Grid {
        columns: control.beside ? 2 : 1
        columnSpacing: Theme.space
        rowSpacing: Theme.spaceSmall
        horizontalItemAlignment: control.beside ? Grid.AlignLeft : Grid.AlignHCenter
        verticalItemAlignment: control.beside ? Grid.AlignVCenter : Grid.AlignTop

        Icon {
            name: "face-" + control.face
            size: control.faceSize
        }
        PlainText {
            width: control.availableWidth - (control.beside ? control.faceSize + Theme.icon + 2 * Theme.space : 0)
            text: control.text
            horizontalAlignment: control.beside ? Text.AlignLeft : Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
