pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// What this person may do, and nothing else.
Frame {
    id: screen

    required property StaffArea staff
    property var languages: []
    property string language

    signal chosen(int task)
    signal languageChosen(string code)

    function words(task: int): string {
        switch (task) {
        case StaffArea.Task.StartSurvey:
            return qsTr("Start a survey for a patient");
        case StaffArea.Task.AssistedMode:
            return qsTr("Answer together with a patient");
        case StaffArea.Task.CleaningMode:
            return qsTr("Clean the screen");
        case StaffArea.Task.DeviceStatus:
            return qsTr("How is this kiosk?");
        case StaffArea.Task.ShowSettings:
            return qsTr("Settings");
        case StaffArea.Task.ViewAudit:
            return qsTr("Who did what");
        case StaffArea.Task.Log:
            return qsTr("Notes of the program");
        case StaffArea.Task.Reset:
            return qsTr("Erase this kiosk");
        case StaffArea.Task.Export:
            return qsTr("Take sealed records out by USB stick");
        }
        return qsTr("Restart the program");
    }

    caption: staff.name
    //: Button: leaves the staff area
    backText: qsTr("Sign off")
    waiting: staff.busy
    actions: LanguageButton {
        languages: screen.languages
        language: screen.language
        onChosen: code => screen.languageChosen(code)
        onWanted: screen.languageChosen(languages[(languages.indexOf(language) + 1) % languages.length]) // one after the other
    }

    ScrollPane {
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.topFor(implicitHeight)
        width: Math.min(parent.width, Theme.millimetres(150))
        height: Math.min(implicitHeight, parent.height - y)
        spacing: Theme.spaceSmall

        Notice {
            visible: screen.staff.problem === StaffArea.Problem.NotKept
            width: parent ? parent.width : 0
            kind: "warning"
            text: qsTr("The kiosk could not save this. Please try again.")
        }
        Repeater {
            model: screen.staff.tasks

            SecondaryButton {
                required property int modelData

                width: parent ? parent.width : 0
                text: screen.words(modelData)
                onClicked: screen.chosen(modelData)
            }
        }
    }
}
