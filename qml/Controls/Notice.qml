pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Something the person should know before going on. `kind` "info", "warning" or "safety"; told apart by sign and words too.
// Children go below the text (buttons, a telephone number).
Rectangle {
    id: notice

    property string title
    property string text
    property string kind: "info"
    property alias textSize: body.font.pixelSize
    default property alias content: extra.data
    readonly property color sign: kind === "safety" ? Theme.safety : kind === "warning" ? Theme.warning : Theme.info

    implicitWidth: Theme.readingWidth / 2
    implicitHeight: column.implicitHeight + 2 * Theme.space
    radius: Theme.radiusLarge
    color: kind === "safety" ? Theme.safetySoft : kind === "warning" ? Theme.warningSoft : Theme.infoSoft
    border.width: Theme.outlineWidth
    border.color: sign
    Accessible.role: kind === "info" ? Accessible.Note : Accessible.AlertMessage
    Accessible.name: title === "" ? text : title + ". " + text

    Icon {
        id: icon
        name: notice.kind
        size: Math.round(1.36 * Theme.questionSize)  // the height of the title's line
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.space
    }
    Column {
        id: column

        anchors.left: icon.right
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.space
        spacing: Theme.spaceSmall

        QuestionText {
            visible: text !== ""
            width: parent.width
            text: notice.title
            color: notice.sign
        }
        BodyText {
            id: body
            visible: text !== ""
            width: parent.width
            text: notice.text
        }
        Column {
            id: extra
            visible: children.length > 0
            width: parent.width
            spacing: Theme.spaceSmall
        }
    }
}
