pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// What a visit with a code asks: before the first part, and between two of them.
Frame {
    id: screen

    required property VisitPlan plan
    property bool showSafety: false
    property string safetyName
    property string safetyPhone
    property string safetyWords
    readonly property bool begun: plan.done > 0

    //: Button: ends the visit; what is finished stays with the practice
    backText: begun ? qsTr("Stop here") : qsTr("Back")
    //: Buttons: to the first question, or to the next part
    nextText: begun ? qsTr("Go on") : qsTr("Start")

    ScrollPane {
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.topFor(implicitHeight)
        width: parent.width
        height: Math.min(implicitHeight, parent.height - y)
        spacing: Theme.space

        HeadingText {
            width: parent ? parent.width : 0
            text: screen.begun ? qsTr("Thank you. This part is done.") : qsTr("These questions are for you")
        }
        BodyText {
            width: parent ? parent.width : 0
            //: %1 is a number of minutes
            text: (screen.begun ? qsTr("What is left takes about %1 min. If you stop here, what is done stays with the practice.") : qsTr("In all about %1 min. Your answers are locked away and go to the practice only.")).arg(screen.plan.minutesLeft)
        }
        Notice {
            visible: screen.showSafety
            width: parent ? parent.width : 0
            kind: "safety"
            title: screen.safetyPhone === "" ? screen.safetyName : screen.safetyName + ": " + screen.safetyPhone
            text: screen.safetyWords
        }
        Repeater {
            model: screen.plan

            PlanRow {
                width: parent ? parent.width : 0
            }
        }
    }
}
