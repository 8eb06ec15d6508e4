pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.ViewModels

// PIN, one-time code, or a PIN to be chosen, typed twice.
DigitsScreen {
    id: screen

    required property StaffArea staff
    readonly property int place: staff.place
    readonly property bool shut: staff.waitSeconds > 0 || staff.problem === StaffArea.Problem.Closed || staff.problem === StaffArea.Problem.PinClosed

    function headingOf(place: int): string {
        switch (place) {
        case StaffArea.Place.Code:
            return qsTr("Enter your one-time code");
        case StaffArea.Place.ChoosePin:
            return qsTr("Choose a PIN");
        case StaffArea.Place.RepeatPin:
            return qsTr("Enter the PIN again");
        }
        return qsTr("Enter your PIN");
    }

    function adviceOf(place: int): string {
        switch (place) {
        case StaffArea.Place.Code:
            return qsTr("The 12 digits you were given. They work once on this kiosk.");
        case StaffArea.Place.ChoosePin:
            return qsTr("6 to 12 digits that only you know. No date, no row such as 123456.");
        case StaffArea.Place.RepeatPin:
            return qsTr("So that no slip of the finger locks you out.");
        }
        return "";
    }

    function troubleOf(problem: int): string {
        switch (problem) {
        case StaffArea.Problem.Wrong:
            return place === StaffArea.Place.Code ? qsTr("This code is not right, or it was used before.") : qsTr("This PIN is not right.");
        case StaffArea.Problem.Wait:
            return qsTr("Too many wrong tries. You can try again in %1.").arg(waiting(staff.waitSeconds));
        case StaffArea.Problem.PinClosed:
            return qsTr("This PIN is closed after too many wrong tries. Use a one-time code to choose another.");
        case StaffArea.Problem.Closed:
            return qsTr("Nobody can sign in now: this kiosk may have been put back to an old state. It opens when it has reached the server.");
        case StaffArea.Problem.TooShort:
            return qsTr("A PIN has at least 6 digits.");
        case StaffArea.Problem.TooSimple:
            return qsTr("This PIN is easy to guess. Please choose another.");
        case StaffArea.Problem.NotSame:
            return qsTr("The two were not the same. Please choose again.");
        case StaffArea.Problem.NotKept:
            return qsTr("The kiosk could not save this. Please try again.");
        }
        return "";
    }

    // 45 s, 12 min 30 s
    function waiting(seconds: int): string {
        const minutes = Math.floor(seconds / 60);
        return (minutes > 0 ? minutes + " min " : "") + (seconds % 60 > 0 || minutes === 0 ? seconds % 60 + " s" : "");
    }

    heading: headingOf(place)
    advice: adviceOf(place)
    trouble: troubleOf(staff.problem)
    caption: staff.name
    backText: qsTr("Back")
    //: Button: instead of the PIN
    otherText: place === StaffArea.Place.Pin ? qsTr("I have a one-time code") : ""
    //: Button: the PIN or code is complete
    nextText: shut ? "" : qsTr("Enter")
    waiting: staff.busy

    PinPad {
        focus: true
        typed: screen.staff.typed
        open: !screen.shut && !screen.staff.busy
        onPressed: digit => screen.staff.press(digit)
        onErased: screen.staff.erase()
        onEntered: screen.next()
    }
}
