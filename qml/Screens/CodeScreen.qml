pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// The visit code, typed. Whoever reads it in another way hands it to the same `entered`.
DigitsScreen {
    id: screen

    property bool onlyWithCode: false
    property int answer: Kiosk.CodeAnswer.Taken // of the Kiosk to the last one that was entered

    signal entered(string code)

    function troubleOf(answer: int): string {
        switch (answer) {
        case Kiosk.CodeAnswer.Mistyped:
            return qsTr("Please check the number: one of its digits is different from your slip.");
        case Kiosk.CodeAnswer.Unknown:
            return qsTr("This kiosk does not know the number. Please ask at the front desk.");
        case Kiosk.CodeAnswer.NotInThisLanguage:
            return qsTr("The questions for this number are not there in this language. Please ask at the front desk.");
        case Kiosk.CodeAnswer.TooShort:
            return qsTr("The number has 8 digits.");
        }
        return "";
    }

    //: Heading over the digits; the practice gave the person a slip with them
    heading: qsTr("What is the number on your slip?")
    advice: onlyWithCode ? qsTr("It has 8 digits. If you have no slip, please ask at the front desk.") : qsTr("It has 8 digits. It tells us which questions are for you.")
    trouble: troubleOf(answer)
    backText: qsTr("Back")
    //: Button: to the list of surveys
    otherText: onlyWithCode ? "" : qsTr("I have no number")
    nextText: qsTr("Next")
    onNext: entered(pad.current)

    NumberPad {
        id: pad

        focus: true
        width: Math.min(screen.room, Theme.millimetres(90) * Math.max(1, Theme.fixedScale))
        maximumLength: 8
        grouping: 2
        label: qsTr("Number on your slip")
    }
}
