pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// The end: what happens now, and the offer to be called. Goes by itself, so that the next person finds the kiosk at rest.
Frame {
    id: screen

    property string practiceName
    property string logo
    property bool showSafety: false
    property string safetyName
    property string safetyPhone
    property string safetyWords
    property string nextSteps // the practice's own words
    property int contact: Kiosk.Contact.None
    property string promise   // when the practice calls
    readonly property bool offers: contact === Kiosk.Contact.Offered
    // Long enough to read all of it twice.
    property int seconds: showSafety || offers ? 60 : nextSteps !== "" || promise !== "" ? 30 : 15

    signal done
    signal contactWanted

    caption: practiceName
    actions: PracticeMark {
        source: screen.logo
    }
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

        ThanksSign {
            visible: Theme.textScale < 2 && !screen.offers && (!screen.showSafety || (!screen.portrait && !screen.low))
            anchors.horizontalCenter: parent?.horizontalCenter
            width: Theme.millimetres(34)
            height: width
        }
        TitleText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: qsTr("Thank you!")
        }
        BodyText {
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: screen.contact === Kiosk.Contact.Given ? qsTr("Your name and number are locked away and go to the practice only. Somebody from there will call you.") : qsTr("Your answers are locked away and go to the practice only. Nothing of them stays on this screen.")
        }
        BodyText {
            visible: text !== ""
            width: parent ? parent.width : 0
            horizontalAlignment: Text.AlignHCenter
            text: screen.contact === Kiosk.Contact.Given ? screen.promise : screen.nextSteps
        }
        Notice {
            visible: screen.showSafety
            width: parent ? parent.width : 0
            kind: "safety"
            title: screen.safetyPhone === "" ? screen.safetyName : screen.safetyName + ": " + screen.safetyPhone
            text: screen.safetyWords
        }
        ContactOffer {
            visible: screen.offers
            width: parent ? parent.width : 0
            promise: screen.promise
            onWanted: screen.contactWanted()
        }
    }
}
