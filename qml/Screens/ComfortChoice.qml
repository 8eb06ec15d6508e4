pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// One thing that can be more or less, in steps with names.
Column {
    id: choice

    property string title
    property var steps: []  // [{text, value}], of which one is chosen
    property real value

    signal chosen(real value)

    spacing: Theme.spaceSmall
    Accessible.role: Accessible.Grouping
    Accessible.name: title

    BodyText {
        width: parent.width
        text: choice.title
        font.bold: true
    }
    Flow {
        width: parent.width
        spacing: Theme.spaceSmall

        Repeater {
            model: choice.steps

            NumberButton {
                required property var modelData

                width: Math.min(choice.width, Math.max(Theme.millimetres(26), implicitContentWidth + 2 * Theme.space))
                text: modelData.text
                selected: Math.abs(choice.value - modelData.value) < 0.01
                onChosen: choice.chosen(modelData.value)
            }
        }
    }
}
