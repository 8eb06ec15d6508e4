pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A number by big digits. `value` is what the owner set, with a point as the decimal sign; `edited` brings each change.
FocusScope {
    id: pad

    property string value
    property bool decimal: false
    property bool negative: false  // a key for the sign
    property real step: 0          // above 0: − and + beside the number
    property int maximumLength: 8
    property string unit
    property int grouping: 0       // digits that are shown together; 0: all
    //: Name of the field that shows the number.
    readonly property string defaultLabel: qsTr("Number")
    property string label: defaultLabel
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

    // Without a point or after a sign that nothing follows yet.
    function whole(digits: string): string {
        return digits === "-" ? "" : digits.endsWith(".") ? digits.slice(0, -1) : digits;
    }

    function grouped(digits: string): string {
        return grouping > 0 ? (digits.match(new RegExp(".{1," + grouping + "}", "g")) ?? []).join(" ") : digits;
    }

    function placesOf(text: string): int {
        return text.includes(".") ? text.length - text.indexOf(".") - 1 : 0;
    }

    // By whole numbers of the last decimal place, so that each sum is exact.
    function stepBy(sign: int) {
        const places = Math.max(placesOf(String(step)), placesOf(shown.value));
        const scale = Math.pow(10, places);
        const sum = Math.round(Number(whole(shown.value)) * scale) + sign * Math.round(step * scale);
        const text = (sum / scale).toFixed(places);
        if ((negative || sum >= 0) && text.length <= maximumLength)
            put(text);
    }

    function turnSign() {
        put(shown.value.startsWith("-") ? shown.value.slice(1) : "-" + shown.value);
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
        else if (key === "-" && negative)
            turnSign();
        else if (key !== "-" && shown.value.length < maximumLength && (key !== "." || decimal && !shown.value.includes(".")))
            put(join(shown.value, key));
    }

    // No leading zeros, no bare point.
    function join(before: string, key: string): string {
        if (key === ".")
            return before === "" || before === "-" ? before + "0." : before + ".";
        return before === "0" || before === "-0" ? before.slice(0, -1) + key : before + key;
    }

    Keys.onPressed: event => {
        if (/^[0-9.\-]$/.test(event.text))
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

        Row {
            spacing: Theme.spaceSmall

            KeyCap {
                visible: pad.negative
                width: Theme.answer
                height: face.height
                //: Name of a key: makes the number negative or positive.
                text: qsTr("Sign")
                caption: "±"
                font.pixelSize: Math.ceil(1.2 * Theme.fixedSize)
                onClicked: pad.press("-")
            }
            KeyCap {
                visible: pad.step > 0
                width: Theme.answer
                height: face.height
                sign: "minus"
                //: Names of the keys beside the number: by one step.
                text: qsTr("Less")
                repeats: true
                onClicked: pad.stepBy(-1)
            }
            Rectangle {
                id: face

                width: pad.width - (pad.negative ? 1 : 0) * (Theme.answer + Theme.spaceSmall) - (pad.step > 0 ? 2 : 0) * (Theme.answer + Theme.spaceSmall)
                height: Math.max(Theme.answer, Math.round(1.6 * Theme.headingSize))
                radius: Theme.radius
                color: Theme.surface
                border.width: Theme.outlineWidth
                border.color: Theme.outline
                Accessible.role: Accessible.StaticText
                Accessible.name: pad.label + ": " + pad.grouped(shown.value)

                PlainText {
                    anchors.fill: parent
                    anchors.margins: Theme.spaceTiny
                    text: (shown.value === "" ? "–" : pad.grouped(shown.value)) + (pad.unit === "" ? "" : " " + pad.unit)
                    font.pixelSize: Theme.headingSize
                    fontSizeMode: Text.Fit
                    minimumPixelSize: Theme.bodySize
                    color: shown.value === "" ? Theme.inkQuiet : Theme.ink
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignVCenter
                    Accessible.ignored: true
                }
                }
            KeyCap {
                visible: pad.step > 0
                width: Theme.answer
                height: face.height
                sign: "plus"
                text: qsTr("More")
                repeats: true
                onClicked: pad.stepBy(1)
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
                    font.pixelSize: Math.min(Math.ceil(1.2 * Theme.fixedSize), Math.round(0.72 * height))
                    enabled: modelData !== "." || pad.decimal
                    opacity: enabled ? 1 : 0
                    repeats: modelData === "back"
                    onClicked: pad.press(modelData)
                }
            }
        }
    }
}
