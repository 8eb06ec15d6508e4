pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls

// At a bedside when it is to be dark: black, with one dim line that says how it wakes, in each language.
FocusScope {
    id: screen

    property var languages: ["en"]

    signal woken

    Rectangle {
        anchors.fill: parent
        color: Theme.night
    }
    Tappable {
        id: everything

        anchors.fill: parent
        focus: true
        cornerRadius: 0
        ringGap: -2 * Theme.focusWidth // within the glass
        text: screen.languages.map(code => Languages.words[code]?.wake ?? "").join(" ")
        background: null
        contentItem: null
        onClicked: screen.woken()

        Column {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.bottom: parent.bottom
            anchors.bottomMargin: parent.height / 6
            width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
            spacing: Theme.spaceSmall

            Repeater {
                model: screen.languages

                BodyText {
                    required property string modelData
                    readonly property string spokenLanguage: modelData

                    width: parent ? parent.width : 0
                    horizontalAlignment: Text.AlignHCenter
                    color: Theme.nightInk
                    text: Languages.words[modelData]?.wake ?? ""
                }
            }
        }
    }
}
