pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// Which of the staff's screens is shown.
FocusScope {
    id: flow

    required property Kiosk kiosk
    required property StaffArea staff
    readonly property int place: staff.place
    readonly property Frame screen: slot.item as Frame // null: the one for wiping

    function componentOf(place: int): Component {
        switch (place) {
        case StaffArea.Place.Names:
            return names;
        case StaffArea.Place.Menu:
            return menu;
        case StaffArea.Place.Status:
            return status;
        case StaffArea.Place.Cleaning:
            return cleaning;
        case StaffArea.Place.Settings:
            return settings;
        case StaffArea.Place.Audit:
            return audit;
        case StaffArea.Place.Export:
            return takeout;
        case StaffArea.Place.Log:
            return log;
        case StaffArea.Place.Reset:
            return reset;
        case StaffArea.Place.ResetAgain:
            return resetAgain; // another one: for a moment it takes no tap
        case StaffArea.Place.Erasing:
            return erasing;
        case StaffArea.Place.Closed:
            return null;
        }
        return pin; // Pin, Code, ChoosePin, RepeatPin
    }

    Slot {
        id: slot

        anchors.fill: parent
        focus: true
        sourceComponent: flow.componentOf(flow.place)
    }

    Component {
        id: names

        StaffNamesScreen {
            caption: flow.kiosk.practiceName
            names: flow.staff.names
            notKept: flow.staff.problem === StaffArea.Problem.NotKept
            onChosen: index => flow.staff.chooseName(index)
            onBack: flow.staff.back()
        }
    }
    Component {
        id: pin

        PinScreen {
            staff: flow.staff
            onBack: flow.staff.back()
            onNext: flow.staff.enter()
            onOther: flow.staff.useCode()
        }
    }
    Component {
        id: menu

        StaffMenuScreen {
            staff: flow.staff
            languages: flow.kiosk.languages
            language: flow.kiosk.language
            onChosen: task => flow.staff.choose(task)
            onLanguageChosen: code => flow.staff.chooseLanguage(code)
            onBack: flow.staff.back()
        }
    }
    Component {
        id: status

        StatusScreen {
            status: flow.staff.status
            onBack: flow.staff.back()
        }
    }
    Component {
        id: cleaning

        CleaningScreen {
            onDone: attended => attended ? flow.staff.cleaned() : flow.staff.leave()
        }
    }
    Component {
        id: settings

        SettingsScreen {
            settings: flow.staff.settings
            onBack: flow.staff.back()
        }
    }
    Component {
        id: takeout

        ExportScreen {
            takeout: flow.staff.takeout
            onNext: flow.staff.takeout.start()
            onBack: stage === StickExport.State.Copying ? flow.staff.takeout.stop() : flow.staff.back()
        }
    }
    Component {
        id: log

        LogScreen {
            lines: flow.staff.log
            onBack: flow.staff.back()
        }
    }
    Component {
        id: reset

        ResetScreen {
            staff: flow.staff
            onBack: flow.staff.back()
        }
    }
    Component {
        id: resetAgain

        ResetScreen {
            staff: flow.staff
            isSecond: true
            onBack: flow.staff.back()
        }
    }
    Component {
        id: erasing

        ErasingScreen {}
    }
    Component {
        id: audit

        AuditScreen {
            events: flow.staff.events
            onBack: flow.staff.back()
        }
    }
}
