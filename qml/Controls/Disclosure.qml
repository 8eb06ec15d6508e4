pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Words that not everybody needs (help, legal text) behind a line to tap; open or closed is no answer, so it turns itself.
FocusScope {
    id: control

    property string title
    property bool open: false
    default property alias content: inside.data

    implicitWidth: Theme.millimetres(120)
    implicitHeight: head.implicitHeight + (open ? inside.implicitHeight + Theme.spaceSmall : 0)

    Tappable {
        id: head

        width: parent.width
        focus: true
        implicitHeight: Math.max(Theme.target, implicitContentHeight + topPadding + bottomPadding)
        padding: Theme.spaceSmall
        text: control.title
        //: Names of a line for a screen reader; %1 is what it is about. It shows or hides what is below it.
        Accessible.name: control.open ? qsTr("Hide: %1").arg(text) : qsTr("Show: %1").arg(text)
        onClicked: control.open = !control.open

        contentItem: Row {
            spacing: Theme.spaceSmall
            LayoutMirroring.enabled: head.mirrored

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                name: control.open ? "up" : "down"
            }
            PlainText {
                width: Math.max(0, head.availableWidth - Theme.icon - parent.spacing)
                anchors.verticalCenter: parent.verticalCenter
                text: control.title
                font.underline: true
                color: Theme.accent
                Accessible.ignored: true
            }
        }
        background: Rectangle {
            radius: head.cornerRadius
            color: head.down ? Theme.pressed : "transparent"
        }
    }
    Column {
        id: inside

        visible: control.open
        anchors.top: head.bottom
        anchors.topMargin: Theme.spaceSmall
        anchors.left: parent.left
        anchors.leftMargin: Theme.icon + 2 * Theme.spaceSmall
        anchors.right: parent.right
        spacing: Theme.spaceSmall
    }
}
