import QtQuick
import QtTest
import Kiosk.Controls
import Kiosk.Theme
import "../support"

Item {
    id: stage

    property var edits: []

    width: 900
    height: 1200

    Column {
        width: 800

        TimeEntry {
            id: clock

            width: parent.width
            onEdited: value => stage.edits.push(value)
        }
        DateTimeEntry {
            id: moment

            width: parent.width
            onEdited: value => stage.edits.push(value)
        }
    }
    TouchCase {
        name: "TimeEntry"

        function init() {
            Theme.density = 96 / 25.4;
            for (const entry of [clock, moment]) {
                entry.language = "en";
                entry.value = "2001-01-01T00:00:00Z";
                entry.value = "";
            }
            clock.seconds = false;
            moment.offset = "+01:00";
            moment.partial = false;
            stage.edits = [];
        }

        function test_steps_data() {
            return [
                {tag: "an hour on", from: "09:30:00", tap: "Hour +1", gives: "10:30:00"},
                {tag: "hours wrap within the morning", from: "11:30:00", tap: "Hour +1", gives: "00:30:00"},
                {tag: "and within the afternoon", from: "12:05:00", tap: "Hour −1", gives: "23:05:00"},
                {tag: "24 hours", language: "es", from: "11:30:00", tap: "Hour +1", gives: "12:30:00"},
                {tag: "24 hours wrap", language: "es", from: "23:30:00", tap: "Hour +1", gives: "00:30:00"},
                {tag: "minutes wrap and leave the hour", from: "09:59:00", tap: "Minute +1", gives: "09:00:00"},
                {tag: "ten minutes back", from: "09:05:00", tap: "Minute −10", gives: "09:55:00"},
                {tag: "the other half", from: "09:05:00", tap: "PM", gives: "21:05:00"},
                {tag: "and back", from: "21:05:00", tap: "AM", gives: "09:05:00"},
                {tag: "noon and midnight", from: "12:00:00", tap: "AM", gives: "00:00:00"},
                {tag: "seconds", seconds: true, from: "09:05:58", tap: "Second +1", gives: "09:05:59"},
                {tag: "seconds that are not asked for", from: "09:05:58", tap: "Hour +1", gives: "10:05:00"}
            ];
        }

        function test_steps(row) {
            clock.language = row.language ?? "en";
            clock.seconds = row.seconds ?? false;
            clock.value = row.from;
            tapName(clock, row.tap);
            compare(stage.edits, [row.gives]);
        }

        function test_tellsNothingUntilHourAndMinuteAreChosen() {
            find(clock, "Hour: –");
            tapName(clock, "Hour +1");
            compare(stage.edits, []);
            tapName(clock, "Minute +1");
            compare(stage.edits, ["08:00:00"]);
        }

        function test_noHalfOfTheDayUntilThereIsAnHour() {
            verify(!find(clock, "PM").enabled && !find(clock, "PM").selected && !find(clock, "AM").selected);
        }

        function test_showsTheClockOfTheLanguage() {
            clock.value = "00:05:00";
            find(clock, "Hour: 12");
            find(clock, "Minute: 05");
            verify(find(clock, "AM").selected && !find(clock, "PM").selected);
            clock.language = "es";
            find(clock, "Hour: 00");
            compare(seek(clock, "AM"), null);
        }

        function test_aMomentIsADayAndATime() {
            moment.value = "1958-09-30T21:05:00-05:00";
            find(moment, "Day: 30");
            find(moment, "Hour: 9");
            tapName(moment, "Minute +1");
            compare(stage.edits, ["1958-09-30T21:06:00+01:00"]);
        }

        function test_aMomentTellsNothingUntilBothAreThere() {
            for (const name of ["Day +1", "Month +1", "Year +1", "Hour +1"])
                tapName(moment, name);
            compare(stage.edits, []);
            tapName(moment, "Minute +1");
            compare(stage.edits.length, 1);
            verify(/^\d{4}-01-01T08:00:00\+01:00$/.test(stage.edits[0]), stage.edits[0]);
        }

        function test_aDateAloneWhereItMay() {
            moment.partial = true;
            tapName(moment, "Year +1");
            tapName(moment, "Month +1");
            verify(/^\d{4}-01$/.test(stage.edits[1]), stage.edits[1]);
            moment.value = "1958-09";
            find(moment, "Day: –");
        }

        function test_withoutAnOffsetItIsThatOfTheKiosk() {
            moment.offset = "";
            moment.value = "2024-07-01T09:00:00Z";
            tapName(moment, "Minute +1");
            const minutes = new Date("2024-07-01T09:01:00").getTime();
            compare(new Date(stage.edits[0]).getTime(), minutes);
        }

        function test_isLargeEnoughAndWordsFit_data() {
            return [{tag: "96 dpi", density: 3.78, width: 700}, {tag: "10 inch", density: 5.88, width: 700}];
        }

        function test_isLargeEnoughAndWordsFit(row) {
            Theme.density = row.density;
            clock.value = "21:05:00";
            moment.value = "1958-09-30T21:05:00-05:00";
            for (const entry of [clock, moment]) {
                for (const button of all(entry, item => item instanceof KeyCap)) {
                    verify(button.width >= Theme.target, button.text + " is " + button.width);
                    verify(button.height >= Theme.answer);
                }
                compare(cutTexts(entry), []);
            }
        }
    }
}
