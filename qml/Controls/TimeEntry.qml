pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A time of day by − and +. `value` is "HH:MM:SS" or empty; `edited` comes once hour and minute are chosen. Hours as the
// language writes them: 1 to 12 with morning or afternoon in English, else 0 to 23. All parts wrap. Not mirrored: a clock is
// read from the left everywhere.
FocusScope {
    id: entry

    property string value
    property string language: "en"
    property bool seconds: false  // false: they are 00
    property int hour: -1         // 0 to 23; -1: not chosen yet
    property int minute: -1
    property int second: 0
    readonly property bool halves: language === "en"
    readonly property bool complete: hour >= 0 && minute >= 0
    readonly property var parts: seconds ? ["hour", "minute", "second"] : ["hour", "minute"]
    readonly property int columnCount: parts.length + (halves ? 1 : 0)
    readonly property real columnWidth: Math.floor((width + Theme.space) / columnCount - Theme.space)
    // The head of a part would be broken: each part gets a row of its own.
    readonly property bool lying: isTight(heads.height)

    signal edited(string value)

    implicitWidth: Math.round(Theme.textScale * Theme.millimetres(40) * columnCount)
    implicitHeight: columns.implicitHeight
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true
    onValueChanged: take(value)
    Component.onCompleted: take(value)

    function take(time: string) {
        const parts = /^(\d{2}):(\d{2}):(\d{2})/.exec(time);
        hour = parts ? Number(parts[1]) : -1;
        minute = parts ? Number(parts[2]) : -1;
        second = parts ? Number(parts[3]) : 0;
    }

    // The height of the font is read so that the binding follows the font.
    function isTight(headHeight: real): bool {
        return parts.some(part => heads.advanceWidth(nameOf(part)) + 2 > columnWidth);
    }

    function two(number: int): string {
        return String(number).padStart(2, "0");
    }

    function wrap(number: int, count: int): int {
        return (number % count + count) % count;
    }

    function step(part: string, by: int) {
        if (part === "hour")
            hour = hour < 0 ? firstHour(by) : nextHour(by);
        else if (part === "minute")
            minute = minute < 0 ? (by > 0 ? 0 : 59) : wrap(minute + by, 60);
        else
            second = wrap(second + by, 60);
        settle();
    }

    function chooseHalf(afternoon: bool) {
        hour = hour % 12 + (afternoon ? 12 : 0);
        settle();
    }

    function settle() {
        if (complete)
            edited(two(hour) + ":" + two(minute) + ":" + two(seconds ? second : 0));
    }

    // Within the half of the day that is chosen.
    function nextHour(by: int): int {
        return halves ? (hour >= 12 ? 12 : 0) + wrap(hour % 12 + by, 12) : wrap(hour + by, 24);
    }

    // A visit is by day: the first tap is not at midnight.
    function firstHour(by: int): int {
        return by > 0 ? 8 : 17;
    }

    function shown(part: string): string {
        const number = part === "minute" ? minute : part === "second" ? second : hour;
        if (number < 0)
            return "–";
        if (part === "hour")
            return halves ? String(hour % 12 === 0 ? 12 : hour % 12) : two(hour);
        return two(number);
    }

    function nameOf(part: string): string {
        switch (part) {
        case "hour":
            //: Heads of the columns of a time.
            return qsTr("Hour");
        case "minute":
            return qsTr("Minute");
        }
        return qsTr("Second");
    }

    FontMetrics {
        id: heads
        font.family: Theme.fontFamily
        font.pixelSize: Theme.captionSize
    }
    Grid {
        id: columns

        width: entry.width
        columns: entry.lying ? 1 : entry.columnCount
        spacing: Theme.space
        verticalItemAlignment: Grid.AlignVCenter

        Repeater {
            model: entry.parts

            StepColumn {
                required property string modelData

                lying: entry.lying
                width: lying ? entry.width : entry.columnWidth
                name: entry.nameOf(modelData)
                shown: entry.shown(modelData)
                steps: modelData === "minute" || modelData === "second" ? [10, 1] : [1]
                onStepped: by => entry.step(modelData, by)
            }
        }
        Grid {
            visible: entry.halves
            columns: entry.lying ? 2 : 1
            spacing: Theme.spaceSmall

            Repeater {
                model: [Qt.locale(entry.language).amText, Qt.locale(entry.language).pmText]

                OptionRow {
                    required property string modelData
                    required property int index

                    width: entry.lying ? (entry.width - Theme.spaceSmall) / 2 : entry.columnWidth
                    text: modelData
                    selected: entry.hour >= 0 && (entry.hour >= 12) === (index === 1)
                    enabled: entry.hour >= 0
                    onChosen: entry.chooseHalf(index === 1)
                }
            }
        }
    }
}
