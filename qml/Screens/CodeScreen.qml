pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// The visit code, typed. Whoever reads it in another way hands it to the same `entered`.
Frame {
    id: screen

    property bool onlyWithCode: false
    property int answer: Kiosk.CodeAnswer.Taken // of the Kiosk to the last one that was entered

    signal entered(string code)

    function trouble(): string {
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

    backText: qsTr("Back")
    //: Button: to the list of surveys
    otherText: onlyWithCode ? "" : qsTr("I have no number")
    nextText: qsTr("Next")
    onNext: entered(pad.current)

    Grid {
        id: parts

        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.topFor(height)
        columns: screen.portrait ? 1 : 2
        spacing: screen.portrait ? Theme.spaceLarge : Theme.spaceHuge
        horizontalItemAlignment: Grid.AlignHCenter

        Column {
            width: screen.portrait ? screen.column : screen.column - pad.width - parts.spacing
            spacing: Theme.space

            HeadingText {
                width: parent.width
                //: Heading over the digits; the practice gave the person a slip with them
                text: qsTr("What is the number on your slip?")
            }
            BodyText {
                width: parent.width
                text: screen.onlyWithCode ? qsTr("It has 8 digits. If you have no slip, please ask at the front desk.") : qsTr("It has 8 digits. It tells us which questions are for you.")
            }
            Notice {
                visible: text !== ""
                width: parent.width
                kind: "warning"
                text: screen.trouble()
            }
        }
        NumberPad {
            id: pad

            focus: true
            width: Math.min(screen.column, Theme.millimetres(90))
            maximumLength: 8
            grouping: 2
            label: qsTr("Number on your slip")
        }
    }
}
