pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One survey to choose: title, what it is about, how long it takes.
Tappable {
    id: card

    required property string title
    required property string description
    required property int minutes

    text: title
    leftPadding: Theme.spaceLarge
    rightPadding: Theme.spaceLarge
    topPadding: Theme.space
    bottomPadding: Theme.space
    cornerRadius: Theme.radiusLarge
    implicitHeight: Math.max(Theme.answer, implicitContentHeight + topPadding + bottomPadding)
    Accessible.description: card.description + " " + time.text

    contentItem: Column {
        spacing: Theme.spaceTiny

        Item {
            width: parent.width
            height: Math.max(name.height, time.height)

            PlainText {
                id: name

                anchors.left: parent.left
                anchors.right: time.left
                anchors.rightMargin: Theme.space
                text: card.title
                font.pixelSize: Theme.questionSize
                font.bold: true
                color: Theme.accent
                Accessible.ignored: true
            }
            CaptionText {
                id: time

                anchors.right: parent.right
                anchors.baseline: name.baseline
                wrapMode: Text.NoWrap
                //: How long a survey takes; %1 is a number of minutes
                text: qsTr("%1 min").arg(card.minutes)
                Accessible.ignored: true
            }
        }
        PlainText {
            visible: text !== ""
            width: parent.width
            text: card.description
            Accessible.ignored: true
        }
    }
    background: Rectangle {
        radius: card.cornerRadius
        color: card.down ? Theme.pressed : Theme.surface
        border.width: Theme.outlineWidth
        border.color: Theme.outline
    }
}
