pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// For wiping the glass: takes every touch and key and does nothing with it, until the time is up or one finger has rested on
// the top right corner. Nothing scrolls meanwhile: the words are as large as the glass allows.
FocusScope {
    id: screen

    property int seconds: 60
    property int secondsLeft: seconds
    property int holdMilliseconds: 3000
    readonly property int letters: Math.min(Theme.fixedSize, Math.round(height / 21))

    signal done(bool attended)

    // The corner is the one the words say, whatever way the language is written.
    LayoutMirroring.enabled: false
    LayoutMirroring.childrenInherit: true

    focus: true
    Keys.onPressed: event => event.accepted = true
    Keys.onReleased: event => event.accepted = true
    Component.onCompleted: forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    Timer {
        interval: 1000
        running: true
        repeat: true
        onTriggered: {
            screen.secondsLeft -= 1;
            if (screen.secondsLeft <= 0)
                screen.done(false);
        }
    }
    MultiPointTouchArea {
        id: glass

        readonly property real corner: Theme.millimetres(30)
        property bool alone: false // one finger, and that in the corner

        anchors.fill: parent
        objectName: "glass"
        onTouchUpdated: fingers => alone = fingers.length === 1 && fingers[0].x > width - corner && fingers[0].y < corner
        Accessible.role: Accessible.Pane
        Accessible.name: qsTr("The screen can be wiped now")
    }
    Timer {
        interval: screen.holdMilliseconds
        running: glass.alone
        onTriggered: screen.done(true)
    }

    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        width: glass.corner
        height: glass.corner
        radius: Theme.radiusLarge
        color: glass.alone ? Theme.accentPressed : Theme.accent

        Icon {
            anchors.centerIn: parent
            name: "check"
            size: Theme.icon
        }
    }
    Column {
        anchors.centerIn: parent
        width: Math.min(parent.width - 2 * Theme.margin, Theme.millimetres(180))
        spacing: Theme.space

        TitleText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: 2 * screen.letters
            text: qsTr("The screen can be wiped now")
        }
        TitleText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: 4 * screen.letters
            color: Theme.accent
            text: screen.secondsLeft
        }
        BodyText {
            width: parent.width
            horizontalAlignment: Text.AlignHCenter
            font.pixelSize: screen.letters
            text: qsTr("Touch does nothing until the count ends. To end it now, keep one finger on the top right corner for 3 seconds.")
        }
    }
}
