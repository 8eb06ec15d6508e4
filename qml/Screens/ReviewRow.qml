pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// One question with its answer, and the way to change it.
Rectangle {
    id: row

    required property string question
    required property string answer
    required property int answerKind
    required property string section
    required property bool asked
    property bool changeable: asked
    readonly property bool stacked: width < Theme.textScale * Theme.millimetres(120)

    signal change

    function words(): string {
        switch (answerKind) {
        case ReviewModel.Answer.Yes:
            //: An answer
            return qsTr("Yes");
        case ReviewModel.Answer.No:
            //: An answer
            return qsTr("No");
        case ReviewModel.Answer.None:
            //: In the list of answers, where the person gave none
            return qsTr("No answer");
        }
        return answer;
    }

    implicitHeight: stacked && changeable ? texts.height + button.height + 3 * Theme.space : Math.max(texts.height, button.height) + 2 * Theme.space
    radius: Theme.radiusLarge
    color: Theme.surface
    border.width: 1
    border.color: Theme.hairline

    Column {
        id: texts

        anchors.left: parent.left
        anchors.right: row.stacked || !row.changeable ? parent.right : button.left
        anchors.margins: Theme.space
        y: row.stacked ? Theme.space : (parent.height - height) / 2
        spacing: Theme.spaceTiny

        CaptionText {
            visible: text !== ""
            width: parent.width
            text: row.section
            font.bold: true
        }
        CaptionText {
            width: parent.width
            text: row.question
        }
        PlainText {
            width: parent.width
            text: row.words()
            font.bold: row.answerKind !== ReviewModel.Answer.None
            color: row.answerKind !== ReviewModel.Answer.None ? Theme.ink : Theme.inkQuiet
        }
    }
    SecondaryButton {
        id: button

        visible: row.changeable
        anchors.right: parent.right
        anchors.margins: Theme.space
        y: row.stacked ? parent.height - height - Theme.space : (parent.height - height) / 2
        //: Button beside an answer
        text: qsTr("Change")
        //: Name of that button for a screen reader; %1 is the question
        Accessible.name: qsTr("Change: %1").arg(row.question)
        onClicked: row.change()
    }
}
