pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// The truth when the disk refused: what happened, what is safe, what to do.
Frame {
    id: screen

    property int problem: SurveySession.Problem.NotSaved

    function heading(): string {
        switch (problem) {
        case SurveySession.Problem.NotFinished:
            return qsTr("We could not hand in your answers yet");
        case SurveySession.Problem.NotDeleted:
            return qsTr("We could not delete your answers yet");
        }
        return qsTr("We could not save your last answer");
    }

    function words(): string {
        switch (problem) {
        case SurveySession.Problem.NotFinished:
            return qsTr("They are saved and locked away. Please try again. If that does not help, tell the front desk. You do not have to answer again.");
        case SurveySession.Problem.NotDeleted:
            return qsTr("Please try again. If that does not help, tell the front desk.");
        }
        return qsTr("The answers before it are safe. Please try again. If that does not help, tell the front desk.");
    }

    //: Button: tries again to save
    nextText: qsTr("Try again")

    CenteredPane {
        widest: parent.width

        Notice {
            width: parent ? parent.width : 0
            kind: "warning"
            title: screen.heading()
            text: screen.words()
        }
    }
}
