pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The words on a SurveyCard. The card itself has the name for a screen reader.
Column {
    id: words

    required property string title
    required property string description
    required property string duration

    spacing: Theme.spaceTiny

    Item {
        width: parent.width
        height: Math.max(name.height, time.height)

        PlainText {
            id: name

            anchors.left: parent.left
            anchors.right: time.left
            anchors.rightMargin: Theme.space
            text: words.title
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
            text: words.duration
            Accessible.ignored: true
        }
    }
    PlainText {
        visible: text !== ""
        width: parent.width
        text: words.description
        Accessible.ignored: true
    }
}
