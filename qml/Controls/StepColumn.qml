pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// One part of a date or time: its head, what it is, and the buttons over and under it; beside it where it is `lying`, because
// large letters leave no room for columns.
Column {
    id: column

    property string name
    property string shown
    property var steps: [1]
    property bool lying: false
    readonly property real key: steps.length > 1 ? Math.round(1.4 * Theme.answer) : Theme.answer
    readonly property real beside: lying ? steps.length * (key + Theme.spaceSmall) : 0  // each side

    signal stepped(int by)

    spacing: Theme.spaceSmall

    CaptionText {
        width: column.width
        text: column.name
        horizontalAlignment: Text.AlignHCenter
    }
    DateSteps {
        visible: !column.lying
        width: column.width
        name: column.name
        steps: column.steps
        forward: true
        onStepped: by => column.stepped(by)
    }
    Item {
        width: column.width
        height: plate.height

        DateSteps {
            visible: column.lying
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            width: column.beside - Theme.spaceSmall
            name: column.name
            steps: column.steps
            forward: false
            onStepped: by => column.stepped(by)
        }
        Rectangle {
            id: plate

            x: column.beside
            width: column.width - 2 * column.beside
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
                minimumPixelSize: Theme.fixedSize
                wrapMode: Text.NoWrap
                horizontalAlignment: Text.AlignHCenter
                verticalAlignment: Text.AlignVCenter
                Accessible.ignored: true
            }
        }
        DateSteps {
            visible: column.lying
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            width: column.beside - Theme.spaceSmall
            name: column.name
            steps: Array.from(column.steps).reverse()
            forward: true
            onStepped: by => column.stepped(by)
        }
    }
    DateSteps {
        visible: !column.lying
        width: column.width
        name: column.name
        steps: column.steps
        forward: false
        onStepped: by => column.stepped(by)
    }
}
