pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// One page of a form: a question, or several that belong together. A new one is made for each, so that nothing of the last
// answer is left in it.
Frame {
    id: screen

    required property SurveySession session
    required property PageModel page // stays the same while the session goes on to the next

    property var languages: []
    property string language
    property var clipOf: null // a film of the pack by the names of film and captions

    signal skip
    signal languageChosen(string code)
    signal languageWanted
    signal overviewWanted
    signal leave
    signal watched // a film

    //: Where one is in a survey: question %1 of %2
    caption: qsTr("%1 of %2").arg(session.position).arg(session.total)
    progress: session.total > 0 ? session.position / session.total : 0
    //: Button: one screen back
    backText: session.canGoBack ? qsTr("Back") : ""
    //: Button: leaves this question without an answer
    otherText: session.canSkip ? qsTr("Prefer not to answer") : ""
    //: Button: to the next question
    nextText: qsTr("Next")
    waiting: slow.elapsed
    onOther: skip()

    actions: [
        LanguageButton {
            languages: screen.languages
            language: screen.language
            onChosen: code => screen.languageChosen(code)
            onWanted: screen.languageWanted()
        },
        QuietButton {
            visible: screen.session.anyOrder
            //: Button: to the list of all questions, to go on with any of them
            text: qsTr("All questions")
            onClicked: screen.overviewWanted()
        },
        QuietButton {
            //: Button: give up this survey (a second screen asks whether to delete the answers)
            text: qsTr("Stop")
            onClicked: screen.leave()
        }
    ]

    Timer {
        id: slow

        property bool elapsed: false

        interval: 300
        running: screen.session.busy
        onRunningChanged: if (running)
            elapsed = false
        onTriggered: elapsed = screen.session.busy
    }

    ScrollPane {
        id: pane

        anchors.fill: parent
        anchors.topMargin: screen.topFor(implicitHeight)
        spacing: Theme.space

        TabRow {
            visible: count > 1
            width: parent ? parent.width : 0
            model: screen.session.tabs
            currentIndex: screen.session.tab
            onChosen: index => screen.session.chooseTab(index)
        }
        Repeater {
            model: screen.session.headers

            BodyText {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
                font.bold: true
            }
        }
        PageEntries {
            width: parent ? parent.width : 0
            session: screen.session
            page: screen.page
            language: screen.language
            clipOf: screen.clipOf
            onWatched: screen.watched()
            room: Math.max(0, screen.middleHeight - y)
            onWrong: entry => pane.reveal(entry)
        }
        Repeater {
            model: screen.session.footers

            CaptionText {
                required property string modelData

                width: parent ? parent.width : 0
                text: modelData
            }
        }
    }
}
