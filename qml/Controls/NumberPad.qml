pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A number by big digits. `value` is what the owner set, with a point as the decimal sign; `edited` brings each change.
FocusScope {
    id: pad

    property string value
    property bool decimal: false
    property int maximumLength: 8
    property string unit
    //: Name of the field that shows the number.
    property string label: qsTr("Number")
    readonly property string current: shown.value

    signal edited(string value)

    implicitWidth: Theme.millimetres(70)
    implicitHeight: column.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    onValueChanged: take()
    Component.onCompleted: take()

    QtObject {
        id: shown

        property string value
    }

    // The owner repeats what was entered: "3." stays as it stands.
    function take() {
        if (value !== whole(shown.value))
            shown.value = value;
    }

    // Without a point that nothing follows yet.
    function whole(digits: string): string {
        return digits.endsWith(".") ? digits.slice(0, -1) : digits;
    }

    function put(digits: string) {
        const before = whole(shown.value);
        shown.value = digits;
        if (whole(digits) !== before)
            edited(whole(digits));
    }

    function press(key: string) {
        if (key === "back")
            put(shown.value.slice(0, -1));
        else if (shown.value.length < maximumLength && (key !== "." || decimal && !shown.value.includes(".")))
            put(join(shown.value, key));
    }

    // No leading zeros, no bare point.
    function join(before: string, key: string): string {
        if (key === ".")
            return before === "" ? "0." : before + ".";
        return before === "0" ? key : before + key;
    }

    Keys.onPressed: event => {
        if (/^[0-9.]$/.test(event.text))
            press(event.text);
        else if (event.key === Qt.Key_Backspace)
            press("back");
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
            height: Math.max(Theme.answer, Math.round(1.6 * Theme.headingSize))
            radius: Theme.radius
            color: Theme.surface
            border.width: Theme.outlineWidth
            border.color: Theme.outline
            Accessible.role: Accessible.StaticText
            Accessible.name: pad.label + ": " + shown.value

            PlainText {
                anchors.centerIn: parent
                text: (shown.value === "" ? "–" : shown.value) + (pad.unit === "" ? "" : " " + pad.unit)
                font.pixelSize: Theme.headingSize
                color: shown.value === "" ? Theme.inkQuiet : Theme.ink
                Accessible.ignored: true
            }
        }
        Grid {
            id: grid

            columns: 3
            spacing: Theme.spaceSmall

            Repeater {
                model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", ".", "0", "back"]

                KeyCap {
                    required property string modelData

                    width: Math.floor((pad.width - 2 * grid.spacing) / 3)
                    height: Theme.answer
                    //: Names of two keys of the number pad.
                    text: modelData === "back" ? qsTr("Delete") : modelData === "." ? qsTr("Decimal point") : modelData
                    caption: modelData
                    sign: modelData === "back" ? "backspace" : ""
                    font.pixelSize: Theme.questionSize
                    enabled: modelData !== "." || pad.decimal
                    opacity: enabled ? 1 : 0
                    repeats: modelData === "back"
                    onClicked: pad.press(modelData)
                }
            }
        }
    }
}
