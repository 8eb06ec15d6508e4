pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// Sealed records onto a USB stick: plug in, start, wait, pull out.
Frame {
    id: screen

    required property StickExport takeout
    readonly property int stage: takeout.state

    function problemWords(problem: int): string {
        switch (problem) {
        case StickExport.Problem.Full:
            return qsTr("There is not enough room on the stick. Nothing was left on it.");
        case StickExport.Problem.ReadOnly:
            return qsTr("The stick cannot be written. Please use another one.");
        case StickExport.Problem.PulledOut:
            return qsTr("The stick was pulled out or gave up. All records are still safe here.");
        case StickExport.Problem.Altered:
            return qsTr("The stick does not give back what was written. Please use another one. All records are still safe here.");
        case StickExport.Problem.Kiosk:
            return qsTr("The kiosk could not read its own disk. Please try again.");
        }
        return "";
    }

    //: Button: interrupts the copying
    backText: stage === StickExport.State.Copying ? qsTr("Stop") : qsTr("Back")
    nextText: stage === StickExport.State.Ready && takeout.waiting > 0 ? qsTr("Copy to the stick") : ""

    Column {
        anchors.horizontalCenter: parent.horizontalCenter
        y: screen.topFor(implicitHeight)
        width: Math.min(parent.width, Theme.millimetres(170))
        spacing: Theme.spaceLarge

        HeadingText {
            width: parent.width
            text: {
                switch (screen.stage) {
                case StickExport.State.Ready:
                    return screen.takeout.waiting > 0 ? qsTr("Records to copy: %1").arg(screen.takeout.waiting) : qsTr("Everything has reached the server");
                case StickExport.State.Copying:
                    return qsTr("Copying and checking…");
                case StickExport.State.Releasing:
                    return qsTr("Please do not pull out the stick yet");
                case StickExport.State.Finished:
                    return qsTr("You can pull out the stick now");
                }
                return qsTr("Please plug in a USB stick");
            }
        }
        Notice {
            visible: screen.takeout.problem !== StickExport.Problem.None
            width: parent.width
            kind: "warning"
            text: screen.problemWords(screen.takeout.problem)
        }
        ProgressBar {
            visible: screen.stage === StickExport.State.Copying
            width: parent.width
            value: screen.takeout.progress
            label: Math.round(100 * screen.takeout.progress) + " %"
        }
        BodyText {
            width: parent.width
            text: screen.stage === StickExport.State.Finished || screen.stage === StickExport.State.Releasing ? qsTr("Records on the stick, each one read back: %1. The practice takes them in with “practice-admin receive”.").arg(screen.takeout.copied) : qsTr("The records are sealed: only the practice can open them. The kiosk keeps its own copies until they have reached the server.")
        }
    }
}
