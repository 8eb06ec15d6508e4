pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Access
import Kiosk.Controls

// Letters, contrast and voice as somebody needs them. Each works at once; this screen is its own example.
Frame {
    id: screen

    required property Comfort comfort

    //: Top of the screen for text size, contrast and voice
    caption: qsTr("Text and sound")
    //: Button: back to where one was
    nextText: qsTr("Done")
    Component.onCompleted: comfort.lookForVoice()

    ScrollPane {
        anchors.fill: parent
        anchors.topMargin: screen.topFor(implicitHeight)
        spacing: Theme.spaceLarge

        ComfortChoice {
            width: parent ? parent.width : 0
            //: Heading over 100 % to 300 %
            title: qsTr("Size of the letters")
            steps: Array.from([1, 1.25, 1.5, 2, 3], scale => ({
                        //: A text size; %1 is a number
                        "text": qsTr("%1 %").arg(100 * scale),
                        "value": scale
                    }))
            value: screen.comfort.textScale
            onChosen: value => screen.comfort.textScale = value
        }
        OptionRow {
            width: parent ? parent.width : 0
            multiple: true
            //: White letters on black, to be switched on
            text: qsTr("High contrast: light letters on black")
            selected: screen.comfort.highContrast
            onChosen: screen.comfort.highContrast = !screen.comfort.highContrast
        }
        OptionRow {
            visible: screen.comfort.canSpeak
            width: parent ? parent.width : 0
            multiple: true
            //: The voice, to be switched on
            text: qsTr("Read the screen aloud")
            selected: screen.comfort.spoken
            onChosen: screen.comfort.spoken = !screen.comfort.spoken
        }
        ComfortChoice {
            visible: screen.comfort.spoken
            width: parent ? parent.width : 0
            //: Heading over slow to very fast
            title: qsTr("Speed of the voice")
            steps: [
                {
                    //: Of the voice
                    "text": qsTr("Slow"),
                    "value": -0.4
                },
                {
                    //: Speed of the voice
                    "text": qsTr("Normal"),
                    "value": 0
                },
                {
                    //: Of the voice
                    "text": qsTr("Fast"),
                    "value": 0.4
                },
                {
                    //: Of the voice
                    "text": qsTr("Very fast"),
                    "value": 0.8
                }
            ]
            value: screen.comfort.pace
            onChosen: value => screen.comfort.pace = value
        }
        ComfortChoice {
            visible: screen.comfort.spoken
            width: parent ? parent.width : 0
            //: Heading over quiet to loud
            title: qsTr("How loud the voice is")
            steps: [
                {
                    //: Of the voice
                    "text": qsTr("Quiet"),
                    "value": 0.3
                },
                {
                    //: Volume of the voice
                    "text": qsTr("Usual"),
                    "value": 0.6
                },
                {
                    //: Of the voice
                    "text": qsTr("Loud"),
                    "value": 1
                }
            ]
            value: screen.comfort.volume
            onChosen: value => screen.comfort.volume = value
        }
        ComfortChoice {
            visible: screen.comfort.scanning
            width: parent ? parent.width : 0
            //: Heading over 1 to 6 seconds, for somebody who has one switch
            title: qsTr("How long the frame stays")
            steps: Array.from([1, 2, 4, 6], seconds => ({
                        //: A time; %1 is a number of seconds
                        "text": qsTr("%1 s").arg(seconds),
                        "value": seconds
                    }))
            value: screen.comfort.scanSeconds
            onChosen: value => screen.comfort.scanSeconds = value
        }
        Column {
            visible: screen.comfort.spoken
            width: parent ? parent.width : 0
            spacing: Theme.spaceSmall

            SecondaryButton {
                width: Math.min(parent.width, implicitWidth)
                //: Button: makes the screen black, for somebody who listens and wants nobody to read along
                text: qsTr("Hide the screen")
                onClicked: screen.comfort.hidden = true
            }
            CaptionText {
                width: parent.width
                text: qsTr("The voice goes on. Tap anywhere, or press the help key, to see the screen again.")
            }
        }
    }
}
