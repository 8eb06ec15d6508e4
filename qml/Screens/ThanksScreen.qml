pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// The end. Goes by itself, so that the next person finds the kiosk at rest.
Frame {
    id: screen

    property bool showSafety: false
    property string safetyName
    property string safetyPhone
    property string safetyWords
    property int seconds: showSafety ? 60 : 15

    signal done

    //: Button: closes the last screen
    nextText: qsTr("Done")
    onNext: done()

    Timer {
        interval: screen.seconds * 1000
        running: true
        onTriggered: screen.done()
    }

    CenteredPane {
        spacing: screen.low ? Theme.space : Theme.spaceLarge

        Image {
            visible: Theme.textScale < 2 && (!screen.showSafety || (!screen.portrait && !screen.low))
            anchors.horizontalCenter: parent?.horizontalCenter
            width: Theme.millimetres(34)
            height: width
            source: Qt.resolvedUrl(Theme.highContrast ? "images/dark/thanks.svg" : "images/thanks.svg")
            sourceSize.width: Math.round(width)
            sourceSize.height: Math.round(height)
            Accessible.ignored: true
        }
        TitleText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Thank you!")
        }
        BodyText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Your answers are locked away and go to the practice only. Nothing of them stays on this screen.")
        }
        Notice {
            visible: screen.showSafety
            width: parent ? parent.width : 0
            kind: "safety"
            title: screen.safetyPhone === "" ? screen.safetyName : screen.safetyName + ": " + screen.safetyPhone
            text: screen.safetyWords
        }
    }
}
