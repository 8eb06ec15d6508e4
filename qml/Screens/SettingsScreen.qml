pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// What the signed pack in force says. To be changed only by another pack.
Frame {
    id: screen

    required property var settings

    backText: qsTr("Back")

    HeadingText {
        id: heading

        width: parent.width
        text: qsTr("Settings")
    }
    ScrollPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.spaceSmall
        anchors.bottom: parent.bottom
        width: parent.width

        BodyText {
            width: parent ? parent.width : 0
            bottomPadding: Theme.space
            text: qsTr("Two people of the practice sign them. They cannot be changed here.")
        }
        FactRow {
            label: qsTr("Practice")
            value: screen.settings.practice ?? ""
        }
        FactRow {
            label: qsTr("Languages")
            value: (screen.settings.languages ?? []).join(", ")
        }
        FactRow {
            label: qsTr("Surveys")
            value: (screen.settings.instruments ?? []).join(", ")
        }
        FactRow {
            label: qsTr("Asks if somebody is there after")
            value: (screen.settings.idleWarning ?? "") + " s"
        }
        FactRow {
            label: qsTr("Then clears the screen after")
            value: (screen.settings.idleWipe ?? "") + " s"
        }
        FactRow {
            label: qsTr("Help in need")
            value: screen.settings.safetyPhone ? screen.settings.safetyName + ", " + screen.settings.safetyPhone : qsTr("Nobody is named")
        }
    }
}
