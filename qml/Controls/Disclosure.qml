pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A heading that shows or hides what belongs to it: help, a legal text. It opens in place; what lies below moves down. What
// is open is the reader's own affair and no answer, so this control keeps it itself.
FocusScope {
    id: control

    property string title
    property bool open: false
    default property alias content: body.data

    implicitWidth: Theme.millimetres(100)
    implicitHeight: head.height + (open ? Theme.spaceSmall + body.implicitHeight : 0)

    Tappable {
        id: head

        width: parent.width
        height: Math.max(Theme.answer, implicitHeight)
        focus: true
        text: control.title
        leftPadding: Theme.space
        rightPadding: Theme.space
        topPadding: Theme.spaceSmall
        bottomPadding: Theme.spaceSmall
        //: Said of a heading whose text can be opened and closed.
        Accessible.description: control.open ? qsTr("Open") : qsTr("Closed")
        onClicked: control.open = !control.open

        contentItem: Row {
            spacing: Theme.space
            LayoutMirroring.enabled: head.mirrored

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: control.open ? "up" : "down"
            }
            PlainText {
                width: Math.max(0, head.availableWidth - Theme.icon - Theme.space)
                anchors.verticalCenter: parent.verticalCenter
                text: control.title
                color: Theme.accent
                font.bold: true
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: head.cornerRadius
            color: head.down ? Theme.pressed : Theme.surface
            border.width: Math.max(1, Theme.outlineWidth / 2)
            border.color: Theme.outline
        }
    }
    Column {
        id: body

        visible: control.open
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.leftMargin: Theme.space
        anchors.rightMargin: Theme.space
        y: head.height + Theme.spaceSmall
        spacing: Theme.spaceSmall
    }
}
