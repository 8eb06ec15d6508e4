pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The names of an AnswerGrid's columns. Not spoken: each cell says its own.
Row {
    id: head

    property var columns: []
    property real questionWidth: 0
    property real cellWidth: 0

    spacing: Theme.spaceSmall

    Item {
        width: head.questionWidth
        height: 1
    }
    Repeater {
        model: head.columns

        CaptionText {
            required property var modelData

            width: head.cellWidth
            text: modelData.text ?? ""
            horizontalAlignment: Text.AlignHCenter
            Accessible.ignored: true
        }
    }
}
