pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// How it stands with this kiosk: counts, room, clock, versions. As it was when the screen was opened.
Frame {
    id: screen

    required property var status

    // The words for what the server says of an envelope it does not take.
    function reason(refused: string): string {
        const parts = refused.split(" ");
        return qsTr("Number %1: %2").arg(parts[0]).arg(parts[1]);
    }

    function local(iso: string): string {
        return Qt.formatDateTime(new Date(iso), "yyyy-MM-dd HH:mm");
    }

    backText: qsTr("Back")

    HeadingText {
        id: heading

        width: parent.width
        text: qsTr("How is this kiosk?")
    }
    ScrollPane {
        anchors.top: heading.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: parent.bottom
        width: parent.width

        Notice {
            visible: screen.status.refused?.length > 0
            width: parent ? parent.width : 0
            kind: "warning"
            title: qsTr("The server refused some records")
            text: (screen.status.refused ?? []).map(screen.reason).join("\n")
        }
        FactRow {
            label: qsTr("Waiting to be sent")
            value: screen.status.waiting ?? ""
        }
        FactRow {
            label: qsTr("Safe with the server")
            value: screen.status.receipted ?? ""
        }
        FactRow {
            label: qsTr("Finished on this kiosk")
            value: screen.status.sealed ?? ""
        }
        FactRow {
            label: qsTr("Refused by the server")
            value: screen.status.refused?.length ?? ""
        }
        FactRow {
            label: qsTr("Room left on the disk")
            value: ((screen.status.freeBytes ?? 0) / 1e9).toFixed(1) + " GB"
        }
        FactRow {
            label: qsTr("Clock of the kiosk")
            value: screen.local(screen.status.clock ?? "")
        }
        FactRow {
            label: qsTr("Version of the program")
            value: screen.status.version ?? ""
        }
        FactRow {
            label: qsTr("Version of forms and settings")
            value: screen.status.packVersion ?? ""
        }
        FactRow {
            label: qsTr("They need renewal by")
            value: screen.local(screen.status.packExpires ?? "")
        }
        FactRow {
            label: qsTr("Number of the device")
            value: screen.status.device ?? ""
        }
    }
}
