pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Digits that nobody is to read over a shoulder: what was pressed goes out at once, only dots are left to see.
FocusScope {
    id: pad

    property int typed: 0
    property bool open: true // takes digits
    readonly property real key: Math.floor((width - 2 * Theme.spaceSmall) / 3)

    signal pressed(int digit)
    signal erased
    signal entered

    implicitWidth: Math.round(Math.max(Theme.millimetres(70), 9 * Theme.fixedSize))
    implicitHeight: column.implicitHeight
    readonly property bool saidAloud: false // who stands near would hear the PIN
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    Keys.onPressed: event => {
        if (/^[0-9]$/.test(event.text))
            pad.pressed(Number(event.text));
        else if (event.key === Qt.Key_Backspace)
            pad.erased();
        else if (event.key === Qt.Key_Return || event.key === Qt.Key_Enter)
            pad.entered();
        else
            return;
        event.accepted = true;
    }

    Column {
        id: column

        width: parent.width
        spacing: Theme.spaceSmall

        Rectangle {
            width: parent.width
            height: Theme.target
            radius: Theme.radius
            color: pad.open ? Theme.surface : Theme.disabled
            border.width: Theme.outlineWidth
            border.color: Theme.outline
            Accessible.role: Accessible.StaticText
            //: Name of the field that hides a PIN: how many digits were typed.
            Accessible.name: qsTr("Digits typed: %1").arg(pad.typed)

            Row {
                anchors.centerIn: parent
                spacing: Theme.spaceTiny

                Repeater {
                    model: pad.typed

                    Rectangle {
                        width: Theme.millimetres(3.4)
                        height: width
                        radius: width / 2
                        color: Theme.ink
                    }
                }
            }
        }
        Grid {
            columns: 3
            spacing: Theme.spaceSmall

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "", "0", "back"]

                KeyCap {
                    required property string modelData

                    width: pad.key
                    height: Math.max(Theme.answer, Math.round(1.7 * Theme.fixedSize))
                    //: Name of the key that takes away the last digit.
                    text: modelData === "back" ? qsTr("Delete") : modelData
                    caption: modelData
                    sign: modelData === "back" ? "backspace" : ""
                    font.pixelSize: Math.round(1.2 * Theme.fixedSize)
                    enabled: pad.open && modelData !== ""
                    opacity: modelData !== "" ? 1 : 0
                    Accessible.ignored: modelData === ""
                    repeats: modelData === "back"
                    onClicked: modelData === "back" ? pad.erased() : pad.pressed(Number(modelData))
                }
            }
        }
    }
}
