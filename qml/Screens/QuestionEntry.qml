pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// One question or text of a page, with its answers and what the form says beside it.
Column {
    id: entry

    required property SurveySession session
    required property Question question
    required property string preamble
    required property var ends
    property string language
    property var clipOf: null

    signal watched // a film
    property real room: 0
    readonly property bool isWarning: question.category === "security"
    readonly property bool isAside: question.category === "help" || question.category === "instructions"

    signal wrong

    spacing: Theme.space

    function shownAnswer(): string {
        if (question.answerIsYes === undefined || question.answerIsYes === null)
            return question.answerWords;
        //: An answer
        return question.answerIsYes ? qsTr("Yes") : qsTr("No");
    }

    BodyText {
        visible: text !== ""
        width: parent.width
        text: entry.preamble
        color: Theme.inkQuiet
    }
    Notice {
        visible: entry.isWarning
        width: parent.width
        kind: "warning"
        text: entry.question.text
    }
    RichText {
        visible: !entry.isWarning && entry.question.text !== ""
        width: parent.width
        text: entry.question.text
        blocks: entry.question.blocks
        size: entry.isAside ? Theme.bodySize : Theme.questionSize
        ink: entry.isAside ? Theme.inkQuiet : Theme.ink
        heading: entry.question.asked
    }
    SignFilm {
        visible: films.length > 0
        width: parent.width
        films: entry.question.signFilms
        clipOf: entry.clipOf
        onWatched: entry.watched()
        tallest: Math.max(Theme.millimetres(60), entry.room * 0.6)
    }
    CaptionText {
        visible: text !== ""
        width: parent.width
        text: entry.question.help
    }
    Picture {
        visible: entry.question.image !== ""
        width: parent.width
        source: entry.question.image
        label: entry.question.imageText
    }
    PlainText {
        visible: text !== ""
        width: parent.width
        text: entry.shownAnswer()
        font.pixelSize: Theme.questionSize
        font.bold: true
    }
    ProblemNotice {
        width: parent.width
        session: entry.session
        question: entry.question
        onVisibleChanged: if (visible)
            entry.wrong()
    }
    AnswerArea {
        id: area

        visible: entry.question.asked
        anchors.left: parent.left
        width: widthIn(parent.width)
        question: entry.question
        language: entry.language
        room: Math.max(0, entry.room - y)
    }
    Repeater {
        model: entry.question.supportLinks

        CaptionText {
            required property string modelData

            width: parent ? parent.width : 0
            //: %1 is the address of a page on the internet: the kiosk does not open it
            text: qsTr("More about this: %1").arg(modelData)
        }
    }
    Disclosure {
        visible: entry.question.legal !== ""
        width: parent.width
        //: Opens a text of law that belongs to a question
        title: qsTr("Legal information")

        BodyText {
            width: parent ? parent.width : 0
            text: entry.question.legal
        }
    }
    Repeater {
        model: entry.ends

        RepetitionEnd {
            required property var modelData

            width: parent ? parent.width : 0
            title: modelData.title
            removable: modelData.removable
            another: modelData.another
            onAdded: entry.session.addGroup(modelData.address)
            onRemoved: entry.session.removeGroup(modelData.address)
        }
    }
}
