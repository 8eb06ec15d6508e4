import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var edits: []

    width: 800
    height: 600

    DateEntry {
        id: entry

        width: 700
        onEdited: value => stage.edits.push(value)
    }
    TouchCase {
        name: "DateEntry"

        function init() {
            Theme.density = 96 / 25.4;
            entry.value = "2001-01-01";
            entry.value = "";
            entry.language = "en";
            entry.minimum = "1900-01-01";
            entry.maximum = "2100-12-31";
            entry.startYear = 2024;
            entry.coarsest = "day";
            stage.edits = [];
        }

        function test_steps_data() {
            return [
                {tag: "a day on", from: "1958-09-29", tap: "Day +1", to: "1958-09-30"},
                {tag: "days wrap", from: "1958-09-30", tap: "Day +1", to: "1958-09-01"},
                {tag: "days wrap back", from: "1958-09-01", tap: "Day −1", to: "1958-09-30"},
                {tag: "months wrap", from: "1958-12-05", tap: "Month +1", to: "1958-01-05"},
                {tag: "months wrap back", from: "1958-01-05", tap: "Month −1", to: "1958-12-05"},
                {tag: "31 January, a month on", from: "2023-01-31", tap: "Month +1", to: "2023-02-28"},
                {tag: "31 January of a leap year", from: "2024-01-31", tap: "Month +1", to: "2024-02-29"},
                {tag: "29 February, a year on", from: "2024-02-29", tap: "Year +1", to: "2025-02-28"},
                {tag: "29 February, a year back to 1900", from: "1904-02-29", tap: "Year −10", to: "1900-02-28"},
                {tag: "2000 is a leap year", from: "2010-02-28", tap: "Year −10", to: "2000-02-28"},
                {tag: "ten years back", from: "1958-09-30", tap: "Year −10", to: "1948-09-30"},
                {tag: "not before the first year", from: "1905-09-30", tap: "Year −10", to: "1900-09-30"},
                {tag: "not after the last day", from: "2024-05-20", tap: "Day +1", maximum: "2024-05-20", to: "2024-05-20"},
                {tag: "not after the last month", from: "2023-08-20", tap: "Year +1", maximum: "2024-05-20", to: "2024-05-20"},
                {tag: "a year as the last", from: "2023-08-20", tap: "Year +1", maximum: "2023", to: "2023-08-20"},
                {tag: "a month as the last", from: "2024-02-20", tap: "Month +1", maximum: "2024-02", to: "2024-02-29"},
                {tag: "within the month that is the last", from: "2024-02-20", tap: "Day +1", maximum: "2024-02", to: "2024-02-21"},
                {tag: "a month as the first", from: "2024-03-20", tap: "Month −1", minimum: "2024-03", to: "2024-03-01"},
                {tag: "not before the first day", from: "2024-05-20", tap: "Month −1", minimum: "2024-05-01", to: "2024-05-01"}
            ];
        }

        function test_steps(row) {
            entry.minimum = row.minimum ?? "1900-01-01";
            entry.maximum = row.maximum ?? "2100-12-31";
            entry.value = row.from;
            tapName(entry, row.tap);
            compare(stage.edits, [row.to]);
        }

        function test_tellsNothingUntilAllPartsAreChosen() {
            find(entry, "Day: –");
            tapName(entry, "Day −1");
            tapName(entry, "Month +1");
            compare(stage.edits, []);
            tapName(entry, "Year −1");
            compare(stage.edits, ["2024-01-31"]);
        }

        function test_aYearOrMonthWillDoWhereItMay() {
            entry.coarsest = "year";
            tapName(entry, "Year +1");
            tapName(entry, "Month +1");
            tapName(entry, "Day +1");
            compare(stage.edits, ["2024", "2024-01", "2024-01-01"]);
            tapName(entry, "Only month and year");
            tapName(entry, "Only the year");
            compare(stage.edits.slice(3), ["2024-01", "2024"]);
            verify(!find(entry, "Only the year").enabled);
        }

        function test_aMonthIsTheLeastWhereAYearWillNotDo() {
            entry.coarsest = "month";
            tapName(entry, "Year +1");
            compare(stage.edits, []);
            tapName(entry, "Month +1");
            compare(stage.edits, ["2024-01"]);
            compare(seek(entry, "Only the year"), null);
        }

        function test_lessThanADayStaysWithinTheBounds() {
            entry.coarsest = "year";
            entry.maximum = "2024-05-20";
            entry.value = "2024-05";
            tapName(entry, "Month +1");
            tapName(entry, "Year +1");
            compare(stage.edits, ["2024-05", "2024-05"]);
        }

        function test_aDayWithoutAMonthSaysNothing() {
            entry.coarsest = "year";
            tapName(entry, "Day +1");
            tapName(entry, "Year +1");
            compare(stage.edits, ["2024"]);
        }

        function test_speaksTheLanguage() {
            entry.value = "1958-09-30";
            find(entry, "Month: September");
            const x = name => find(entry, name).mapToItem(entry, 0, 0).x;
            verify(x("Month +1") < x("Day +1"));
            entry.language = "es";
            find(entry, "Month: septiembre");
            verify(x("Day +1") < x("Month +1"));
        }

        function test_holdingRepeats() {
            entry.value = "1958-09-01";
            const button = find(entry, "Day +1");
            press(button, 1);
            tryVerify(() => entry.day >= 4, patience);
            release(button, 1);
        }

        function test_buttonsAreAnswerTargetsAndWordsFit_data() {
            return [{tag: "96 dpi", density: 3.78}, {tag: "10 inch", density: 5.88}];
        }

        function test_buttonsAreAnswerTargetsAndWordsFit(row) {
            Theme.density = row.density;
            entry.language = "es";
            entry.value = "1958-09-30";
            for (const button of all(entry, item => item instanceof KeyCap)) {
                verify(button.width >= Theme.answer, button.text + " is " + button.width);
                verify(button.height >= Theme.answer);
            }
            compare(cutTexts(entry), []);
        }

        function test_noDateIsImpossible() {
            entry.value = "2024-01-31";
            for (const name of ["Month +1", "Day +1", "Year +1", "Month −1", "Day −1", "Year −10", "Month +1", "Day −1"])
                tapName(entry, name);
            compare(stage.edits.length, 8);
            for (const date of stage.edits)
                compare(new Date(date + "T12:00:00Z").toISOString().slice(0, 10), date);
        }
    }
}
