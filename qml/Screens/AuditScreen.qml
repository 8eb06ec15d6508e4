pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The newest rows of the audit log, as they stand there.
Frame {
    id: screen

    required property var events

    backText: qsTr("Back")

    HeadingText {
        id: heading

        width: parent.width
        text: qsTr("Who did what")
    }
    ScrollPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        width: parent.width

        Repeater {
            model: screen.events

            FactRow {
                required property var modelData

                label: isolated(Qt.formatDateTime(new Date(modelData.when), "yyyy-MM-dd HH:mm:ss")) + (modelData.who === "" ? "" : "  " + isolated(modelData.who))
                value: isolated(modelData.what) + (modelData.detail === "" ? "" : ": " + isolated(modelData.detail))
            }
        }
    }
}
