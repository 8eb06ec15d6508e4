pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The buttons over or under one part of a DateEntry: by one step, for years also by ten. Holding repeats.
Row {
    id: row

    property string name
    property var steps: [1]
    property bool forward: true

    signal stepped(int by)

    spacing: Theme.spaceSmall

    Repeater {
        model: row.steps

        KeyCap {
            required property int modelData
            readonly property string by: (row.forward ? "+" : "−") + modelData

            width: Math.floor((row.width + row.spacing) / row.steps.length - row.spacing)
            height: Theme.answer
            text: row.name + " " + by
            caption: by
            sign: row.steps.length > 1 ? "" : row.forward ? "plus" : "minus"
            repeats: true
            onClicked: row.stepped(row.forward ? modelData : -modelData)
        }
    }
}
