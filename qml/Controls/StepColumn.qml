pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One part of a date or time: its head, what it is, and the buttons over and under it.
Column {
    id: column

    property string name
    property string shown
    property var steps: [1]

    signal stepped(int by)

    spacing: Theme.spaceSmall

    CaptionText {
        width: column.width
        text: column.name
        horizontalAlignment: Text.AlignHCenter
    }
    DateSteps {
        width: column.width
        name: column.name
        steps: column.steps
        forward: true
        onStepped: by => column.stepped(by)
    }
    Rectangle {
        width: column.width
        height: Math.max(Theme.answer, Math.round(1.6 * Theme.questionSize))
        radius: Theme.radius
        color: Theme.accentSoft
        Accessible.role: Accessible.StaticText
        Accessible.name: column.name + ": " + face.text

        PlainText {
            id: face
            anchors.fill: parent
            text: column.shown
            font.pixelSize: Theme.questionSize
            fontSizeMode: Text.HorizontalFit
            minimumPixelSize: Theme.bodySize
            wrapMode: Text.NoWrap
            horizontalAlignment: Text.AlignHCenter
            verticalAlignment: Text.AlignVCenter
            Accessible.ignored: true
        }
    }
    DateSteps {
        width: column.width
        name: column.name
        steps: column.steps
        forward: false
        onStepped: by => column.stepped(by)
    }
}
