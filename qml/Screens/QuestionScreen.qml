pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// One question. A new one is made for each, so that nothing of the last answer is left in it.
Frame {
    id: screen

    required property SurveySession session
    required property Question question // stays the same while the session goes on to the next

    property var languages: []
    property string language

    signal skip
    signal languageChosen(string code)
    signal languageWanted
    signal leave

    //: Where one is in a survey: question %1 of %2
    caption: qsTr("%1 of %2").arg(session.position).arg(session.total)
    progress: session.total > 0 ? session.position / session.total : 0
    //: Button: one screen back
    backText: session.canGoBack ? qsTr("Back") : ""
    //: Button: leaves this question without an answer
    otherText: question.required || question.kind === Question.Kind.Information ? "" : qsTr("Prefer not to answer")
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

        BodyText {
            visible: text !== ""
            width: parent ? parent.width : 0
            text: screen.question.preamble
            color: Theme.inkQuiet
        }
        QuestionText {
            width: parent ? parent.width : 0
            text: screen.question.text
        }
        CaptionText {
            visible: text !== ""
            width: parent ? parent.width : 0
            text: screen.question.help
        }
        ProblemNotice {
            width: parent ? parent.width : 0
            problem: screen.session.problem
            question: screen.question
            onVisibleChanged: if (visible)
                pane.reveal(this)
        }
        AnswerArea {
            width: parent ? parent.width : 0
            question: screen.question
            language: screen.language
            room: Math.max(0, screen.middleHeight - y)
        }
    }
}
