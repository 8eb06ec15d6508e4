pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A date by − and +, no drag, no impossible day. Day and month wrap; a day that the month lacks becomes its last.
// `value` is "YYYY-MM-DD" or empty; `edited` comes once all three parts are chosen, within `minimum` and `maximum`, which
// may also be a year or a month, all of it.
FocusScope {
    id: entry

    property string value
    property string language: "en"
    property string minimum: "1900-01-01"
    property string maximum: "2100-12-31"
    property int startYear: new Date().getFullYear()  // the first tap on the year
    property int day: 0
    property int month: 0
    property int year: 0
    readonly property bool complete: day > 0 && month > 0 && year > 0
    readonly property var order: language === "en" ? ["month", "day", "year"] : ["day", "month", "year"]
    readonly property int firstYear: Number(minimum.slice(0, 4))
    readonly property int lastYear: Number(maximum.slice(0, 4))

    signal edited(string value)

    implicitWidth: Theme.millimetres(130)
    implicitHeight: columns.implicitHeight
    onValueChanged: take(value)
    Component.onCompleted: take(value)

    function take(date: string) {
        const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
        year = parts ? Number(parts[1]) : 0;
        month = parts ? Number(parts[2]) : 0;
        day = parts ? Number(parts[3]) : 0;
    }

    function text(): string {
        const two = number => String(number).padStart(2, "0");
        return String(year).padStart(4, "0") + "-" + two(month) + "-" + two(day);
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
        if (text() < firstDay(minimum))
            take(firstDay(minimum));
        else if (text() > lastDay(maximum))
            take(lastDay(maximum));
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

    Row {
        id: columns

        readonly property real share: (entry.width - 2 * spacing) / 10

        width: entry.width
        spacing: Theme.space

        Repeater {
            model: entry.order

            Column {
                id: column

                required property string modelData
                readonly property bool years: modelData === "year"

                width: Math.floor(columns.share * (modelData === "day" ? 2.4 : modelData === "month" ? 4 : 3.6))
                spacing: Theme.spaceSmall

                CaptionText {
                    width: column.width
                    text: entry.nameOf(column.modelData)
                    horizontalAlignment: Text.AlignHCenter
                }
                DateSteps {
                    width: column.width
                    name: entry.nameOf(column.modelData)
                    steps: column.years ? [10, 1] : [1]
                    forward: true
                    onStepped: by => entry.step(column.modelData, by)
                }
                Rectangle {
                    width: column.width
                    height: Math.max(Theme.answer, Math.round(1.6 * Theme.questionSize))
                    radius: Theme.radius
                    color: Theme.accentSoft
                    Accessible.role: Accessible.StaticText
                    Accessible.name: entry.nameOf(column.modelData) + ": " + face.text

                    PlainText {
                        id: face
                        anchors.fill: parent
                        text: entry.shown(column.modelData)
                        font.pixelSize: Theme.questionSize
                        fontSizeMode: Text.HorizontalFit
                        minimumPixelSize: Theme.bodySize
                        wrapMode: Text.NoWrap
                        horizontalAlignment: Text.AlignHCenter
                        verticalAlignment: Text.AlignVCenter
                        Accessible.ignored: true
                    }
                }
                DateSteps {
                    width: column.width
                    name: entry.nameOf(column.modelData)
                    steps: column.years ? [10, 1] : [1]
                    forward: false
                    onStepped: by => entry.step(column.modelData, by)
                }
            }
        }
    }
}
