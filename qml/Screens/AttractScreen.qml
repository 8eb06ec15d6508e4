pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// What the kiosk shows while nobody is there. It greets in every language on offer, so its words are not translated.
FocusScope {
    id: screen

    property string practiceName
    property string logo
    property var languages: ["en"]

    property bool hasStaff: false
    property var slides: []       // of the practice: they take turns with the greeting
    property int slideSeconds: 12
    property var addressOf: null  // a slide's picture by its name
    property var clipOf: null     // its film by the names of film and captions
    property int leastMinutes: 0  // how long the surveys take
    property int mostMinutes: 0
    property bool still: false    // somebody is there
    property Quiet quiet: null    // at a bedside
    readonly property bool atBedside: quiet?.atBedside ?? false

    signal started
    signal staffWanted

    readonly property var spoken: languages.filter(code => code in Languages.words).map(code => Object.assign({
        "code": code
    }, Languages.words[code]))
    readonly property bool portrait: Theme.portrait(width, height)
    readonly property bool low: height < Theme.millimetres(140) // glass of 10 inches, lying

    Rectangle {
        anchors.fill: parent
        color: Theme.canvas
    }
    // The land along the bottom is as high as the words on it.
    Rectangle {
        id: land

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        height: privacy.height + Theme.space + Theme.spaceTiny // the ComfortBar follows
        color: Theme.accent
    }
    Hills {
        id: hills

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.bottom: land.top
        anchors.bottomMargin: -1
        height: Math.round(parent.height * (screen.low ? 0.05 : 0.12))
    }

    Item {
        id: practice

        readonly property real beside: mark.visible ? mark.width + Theme.space : 0

        anchors.top: screen.atBedside ? disturb.bottom : parent.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.margins: screen.hasStaff && !screen.atBedside ? staffDoor.width + Theme.space : Theme.margin
        anchors.topMargin: Theme.space
        height: Math.max(mark.height, name.height)

        // Both together in the middle.
        PracticeMark {
            id: mark

            anchors.left: parent.left
            anchors.leftMargin: Math.max(0, (parent.width - width - Theme.space - name.implicitWidth) / 2)
            anchors.verticalCenter: parent.verticalCenter
            source: screen.logo
            tall: Theme.millimetres(screen.low ? 9 : 12)
        }
        QuestionText {
            id: name

            anchors.left: mark.visible ? mark.right : parent.left
            anchors.leftMargin: mark.visible ? Theme.space : 0
            anchors.verticalCenter: parent.verticalCenter
            width: mark.visible ? Math.min(implicitWidth, parent.width - parent.beside) : parent.width
            horizontalAlignment: mark.visible ? Text.AlignLeft : Text.AlignHCenter
            text: screen.practiceName
            color: Theme.accent
        }
    }

    // At a bedside: dark and calm from now on, or no longer.
    SecondaryButton {
        id: disturb

        visible: screen.atBedside
        anchors.left: parent.left
        anchors.top: parent.top
        anchors.margins: Theme.spaceSmall
        text: screen.quiet?.doNotDisturb ? qsTr("Do not disturb: on") : qsTr("Do not disturb")
        onClicked: screen.quiet.doNotDisturb = !screen.quiet.doNotDisturb
    }

    // Quiet, in the corner where no patient looks; what is behind it asks who one is.
    QuietButton {
        id: staffDoor

        visible: screen.hasStaff
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.margins: Theme.spaceSmall
        words: Theme.inkQuiet
        font.underline: false
        //: On the screen for patients, in its corner: the way in for the people of the practice.
        text: qsTr("Staff")
        onClicked: screen.staffWanted()
    }

    Column {
        id: words

        visible: opacity > 0
        opacity: show.at < 0 ? 1 : 0

        Behavior on opacity {
            NumberAnimation {
                duration: Theme.slow
            }
        }

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: practice.bottom
        anchors.topMargin: Math.max(Theme.spaceSmall, (start.y - practice.y - practice.height - height) * 0.55)
        width: Math.min(parent.width - 2 * Theme.margin, (screen.portrait ? 1 : Math.max(1, screen.spoken.length / 2)) * Theme.readingWidth)
        spacing: Theme.spaceLarge

        Grid {
            width: parent.width
            columns: screen.portrait ? 1 : screen.spoken.length
            spacing: Theme.spaceHuge

            Repeater {
                model: screen.spoken

                Column {
                    id: greeting

                    required property var modelData
                    readonly property string spokenLanguage: modelData.code

                    width: screen.portrait ? words.width : (words.width - (screen.spoken.length - 1) * Theme.spaceHuge) / screen.spoken.length
                    spacing: Theme.spaceSmall

                    TitleText {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: greeting.modelData.hello
                    }
                    BodyText {
                        width: parent.width
                        horizontalAlignment: Text.AlignHCenter
                        text: greeting.modelData.invitation
                    }
                }
            }
        }
    }

    SlideShow {
        id: show

        anchors.top: practice.bottom
        anchors.topMargin: Theme.space
        anchors.bottom: start.top
        anchors.bottomMargin: Theme.space
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        slides: screen.slides
        each: screen.slideSeconds * 1000
        still: screen.still
        addressOf: screen.addressOf
        clipOf: screen.clipOf
        watched: screen
    }

    PrimaryButton {
        id: start

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: hills.top
        anchors.bottomMargin: -Math.round(0.6 * hills.height)
        width: Math.max(implicitWidth, Theme.millimetres(90))
        implicitHeight: Theme.millimetres(screen.low ? 20 : 22)
        cornerRadius: height / 2
        edge: Theme.surface
        font.pixelSize: Theme.headingSize
        text: screen.spoken.map(each => each.start).join("  ·  ")
        Accessible.name: "Start"
        onClicked: screen.started()
    }

    Column {
        id: privacy

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.spaceTiny
        width: Math.min(parent.width - 2 * Theme.margin, Theme.readingWidth)
        spacing: Theme.spaceTiny

        Repeater {
            model: screen.spoken

            CaptionText {
                required property var modelData
                readonly property string spokenLanguage: modelData.code

                width: privacy.width
                horizontalAlignment: Text.AlignHCenter
                text: (Languages.duration(modelData.code, screen.leastMinutes, screen.mostMinutes) + " " + modelData.privacy).trim()
                color: Theme.accentInk
            }
        }
    }
}
