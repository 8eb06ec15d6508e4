pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Controls
import Kiosk.ViewModels

// Says what is not right with an answer, and what would be.
Notice {
    id: notice

    required property SurveySession session
    property Question question: null // null: any
    readonly property bool isMine: question === null || session.problemAddress === question.address
    readonly property int problem: isMine ? session.problem : SurveySession.Problem.None

    visible: text !== ""
    kind: "warning"
    text: words()

    function range(): string {
        if (question === null)
            return qsTr("Please check this answer.");
        if (question.least !== "" && question.most !== "")
            return qsTr("Please enter a number from %1 to %2.").arg(question.least).arg(question.most);
        if (question.least !== "")
            return qsTr("Please enter a number that is %1 or more.").arg(question.least);
        return qsTr("Please enter a number that is %1 or less.").arg(question.most);
    }

    function words(): string {
        switch (problem) {
        case SurveySession.Problem.Missing:
            return qsTr("This question needs an answer.");
        case SurveySession.Problem.Choose:
            //: Repeats the words of the button "Prefer not to answer"
            return qsTr("Please give an answer, or tap “Prefer not to answer”.");
        case SurveySession.Problem.NotANumber:
            return qsTr("Please enter a number.");
        case SurveySession.Problem.OutOfRange:
            return range();
        case SurveySession.Problem.NotADate:
            return question?.kind === Question.Kind.Time ? qsTr("Please enter a time that can be right.") : qsTr("Please enter a day that can be right.");
        case SurveySession.Problem.NotAccepted:
            return qsTr("Please check this answer.");
        case SurveySession.Problem.Broken:
            return session.problemText;
        case SurveySession.Problem.NotSigned:
            return qsTr("Please sign first.");
        }
        return "";
    }
}
