pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A date by − and +, no drag, no impossible day. Day and month wrap; a day that the month lacks becomes its last.
// `value` is "YYYY-MM-DD" or empty; `edited` comes once all three parts are chosen, within `minimum` and `maximum`, which
// may also be a year or a month, all of it. Where `coarsest` is "month" or "year" a date may also be "YYYY-MM" or "YYYY":
// `edited` comes from the year on, and buttons take the rest back.
FocusScope {
    id: entry

    property string value
    property string language: "en"
    property string minimum: "1900-01-01"
    property string maximum: "2100-12-31"
    property string coarsest: "day"  // or "month", "year"
    property int startYear: new Date().getFullYear()  // the first tap on the year
    property int day: 0
    property int month: 0
    property int year: 0
    readonly property bool complete: year > 0 && (coarsest === "year" || month > 0) && (coarsest !== "day" || day > 0)
    readonly property var order: language === "en" ? ["month", "day", "year"] : ["day", "month", "year"]
    readonly property int firstYear: Number(minimum.slice(0, 4))
    readonly property int lastYear: Number(maximum.slice(0, 4))

    // The head of a part would be broken, or a month cut: each part gets a row of its own.
    readonly property bool lying: isTight(heads.height, months.height)

    signal edited(string value)

    implicitWidth: Theme.millimetres(130)
    implicitHeight: all.implicitHeight
    onValueChanged: take(value)
    Component.onCompleted: take(value)

    function take(date: string) {
        const parts = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(date) ?? [];
        year = Number(parts[1] ?? 0);
        month = Number(parts[2] ?? 0);
        day = Number(parts[3] ?? 0);
    }

    // As precise as it is; a day of no month says nothing.
    function text(): string {
        const two = number => "-" + String(number).padStart(2, "0");
        return String(year).padStart(4, "0") + (month > 0 ? two(month) + (day > 0 ? two(day) : "") : "");
    }

    function forgetBelow(part: string) {
        day = 0;
        month = part === "year" ? 0 : month;
        settle();
    }

    // Without a year 29 February stays possible.
    function daysIn(aMonth: int, aYear: int): int {
        return aMonth === 0 ? 31 : new Date(aYear > 0 ? aYear : 2000, aMonth, 0).getDate();
    }

    function wrap(number: int, first: int, last: int): int {
        const count = last - first + 1;
        return first + ((number - first) % count + count) % count;
    }

    function step(part: string, by: int) {
        if (part === "day")
            day = day === 0 ? (by > 0 ? 1 : daysIn(month, year)) : wrap(day + by, 1, daysIn(month, year));
        else if (part === "month")
            month = month === 0 ? (by > 0 ? 1 : 12) : wrap(month + by, 1, 12);
        else
            year = Math.max(firstYear, Math.min(lastYear, year === 0 ? startYear : year + by));
        settle();
    }

    function settle() {
        day = Math.min(day, daysIn(month, year));
        if (!complete)
            return;
        const length = text().length;
        if (text() < firstDay(minimum).slice(0, length))
            take(firstDay(minimum).slice(0, length));
        else if (text() > lastDay(maximum).slice(0, length))
            take(lastDay(maximum).slice(0, length));
        edited(text());
    }

    function firstDay(bound: string): string {
        const parts = bound.split("-");
        return parts[0] + "-" + (parts[1] ?? "01") + "-" + (parts[2] ?? "01");
    }

    function lastDay(bound: string): string {
        const parts = bound.split("-");
        const last = parts[1] ?? "12";
        return parts[0] + "-" + last + "-" + (parts[2] ?? daysIn(Number(last), Number(parts[0])));
    }

    function shown(part: string): string {
        const number = part === "day" ? day : part === "month" ? month : year;
        if (number === 0)
            return "–";
        return part === "month" ? Qt.locale(language).standaloneMonthName(number - 1) : String(number);
    }

    function nameOf(part: string): string {
        //: Heads of the columns of a date.
        return part === "day" ? qsTr("Day") : part === "month" ? qsTr("Month") : qsTr("Year");
    }

    function partWidth(part: string): real {
        return Math.floor((width - 2 * Theme.space) / 10 * (part === "day" ? 2.4 : part === "month" ? 4 : 3.6));
    }

    // The heights of the fonts are read so that the binding follows the fonts.
    function isTight(headHeight: real, monthHeight: real): bool {
        return order.some(part => heads.advanceWidth(nameOf(part)) + 2 > partWidth(part)) || longestMonth() + 2 > partWidth("month");
    }

    function longestMonth(): real {
        let most = 0;
        for (let at = 0; at < 12; ++at)
            most = Math.max(most, months.advanceWidth(Qt.locale(language).standaloneMonthName(at)));
        return most;
    }

    FontMetrics {
        id: months
        font.family: Theme.fontFamily
        font.pixelSize: Theme.fixedSize
    }
    FontMetrics {
        id: heads
        font.family: Theme.fontFamily
        font.pixelSize: Theme.captionSize
    }
    Column {
        id: all

        width: entry.width
        spacing: Theme.space

        Grid {
            width: parent.width
            columns: entry.lying ? 1 : 3
            spacing: Theme.space

            Repeater {
                model: entry.order

                StepColumn {
                    required property string modelData

                    lying: entry.lying
                    width: lying ? entry.width : entry.partWidth(modelData)
                    name: entry.nameOf(modelData)
                    shown: entry.shown(modelData)
                    steps: modelData === "year" ? [10, 1] : [1]
                    onStepped: by => entry.step(modelData, by)
                }
            }
        }
        Flow {
            visible: entry.coarsest !== "day"
            width: parent.width
            spacing: Theme.spaceSmall

            SecondaryButton {
                width: Math.min(implicitWidth, entry.width)
                //: Button: the day of a date is not known.
                text: qsTr("Only month and year")
                enabled: entry.day > 0
                onClicked: entry.forgetBelow("month")
            }
            SecondaryButton {
                visible: entry.coarsest === "year"
                width: Math.min(implicitWidth, entry.width)
                //: Button: neither day nor month of a date are known.
                text: qsTr("Only the year")
                enabled: entry.day > 0 || entry.month > 0
                onClicked: entry.forgetBelow("year")
            }
        }
    }
}
