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

    CenteredPane {
        widest: parent.width
        spacing: Theme.spaceLarge

        Column {
            width: parent ? parent.width : 0
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
            x: ((parent?.width ?? 0) - width) / 2
            width: Math.min(parent?.width ?? 0, Theme.textScale * Theme.millimetres(150))
            spacing: Theme.space

            Repeater {
                model: screen.languages

                SecondaryButton {
                    required property string modelData
                    readonly property string spokenLanguage: modelData

                    width: parent ? parent.width : 0
                    implicitHeight: Math.max(Theme.millimetres(20), implicitContentHeight + topPadding + bottomPadding)
                    font.pixelSize: Theme.questionSize
                    text: Languages.nameOf(modelData)
                    onClicked: screen.chosen(modelData)
                }
            }
        }
    }
}
