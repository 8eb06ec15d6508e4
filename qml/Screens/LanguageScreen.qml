pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// Each language in its own words.
Frame {
    id: screen

    property var languages: ["en", "es"]

    signal chosen(string code)

    //: Button: one screen back
    backText: qsTr("Back")

    Column {
        anchors.centerIn: parent
        width: parent.width
        spacing: Theme.spaceLarge

        Column {
            width: parent.width
            spacing: Theme.spaceSmall

            Repeater {
                model: screen.languages

                HeadingText {
                    required property string modelData
                    readonly property string spokenLanguage: modelData

                    width: parent ? parent.width : 0
                    horizontalAlignment: Text.AlignHCenter
                    text: Languages.words[modelData]?.question ?? ""
                }
            }
        }
        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            width: Math.min(parent.width, Theme.millimetres(150))
            spacing: Theme.space

            Repeater {
                model: screen.languages

                SecondaryButton {
                    required property string modelData
                    readonly property string spokenLanguage: modelData

                    width: parent ? parent.width : 0
                    implicitHeight: Theme.millimetres(20)
                    font.pixelSize: Theme.questionSize
                    text: Languages.nameOf(modelData)
                    onClicked: screen.chosen(modelData)
                }
            }
        }
    }
}
