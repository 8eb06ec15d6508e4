pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// A day and a time of it. `value` is "YYYY-MM-DDThh:mm:ss±hh:mm" or empty; where `partial`, also a date without a time, as
// precise as a DateEntry's. `offset` is the time zone's; empty: that of the kiosk on that day. Days and clocks as they are
// written in `value`: nothing is moved to another zone.
FocusScope {
    id: entry

    property string value
    property string language: "en"
    property string minimum: "1900-01-01"
    property string maximum: "2100-12-31"
    property bool partial: false
    property string offset
    property string day  // as edited so far
    property string time

    signal edited(string value)

    implicitWidth: Theme.millimetres(150)
    implicitHeight: column.implicitHeight
    onValueChanged: take()
    Component.onCompleted: take()

    function take() {
        const parts = value.split("T");
        day = parts[0];
        time = (parts[1] ?? "").slice(0, 8);
    }

    function settle() {
        if (day.length === 10 && time !== "")
            edited(day + "T" + time + (offset !== "" ? offset : offsetOn(day, time)));
        else if (partial && day !== "")
            edited(day);
    }

    // Of the kiosk's own clock.
    function offsetOn(date: string, clock: string): string {
        const minutes = -new Date(date + "T" + clock).getTimezoneOffset();
        const two = number => String(Math.floor(number)).padStart(2, "0");
        return (minutes < 0 ? "-" : "+") + two(Math.abs(minutes) / 60) + ":" + two(Math.abs(minutes) % 60);
    }

    Column {
        id: column

        width: entry.width
        spacing: Theme.spaceLarge

        DateEntry {
            width: parent.width
            language: entry.language
            minimum: entry.minimum.slice(0, 10)
            maximum: entry.maximum.slice(0, 10)
            coarsest: entry.partial ? "year" : "day"
            value: entry.day
            onEdited: value => {
                entry.day = value;
                entry.settle();
            }
        }
        TimeEntry {
            width: Math.min(parent.width, implicitWidth)
            language: entry.language
            value: entry.time
            onEdited: value => {
                entry.time = value;
                entry.settle();
            }
        }
    }
}
