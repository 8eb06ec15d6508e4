pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// What is on a page: its questions one below the other, as a grid, or under a heading that folds them away.
Slot {
    id: entries

    required property SurveySession session
    required property PageModel page
    property string language
    property var clipOf: null

    signal watched // a film
    property real room: 0 // height of the screen that is left for them

    signal wrong(Item entry)

    sourceComponent: session.grid ? grid : session.fold === SurveySession.Fold.None ? list : folded

    Component {
        id: list

        Column {
            spacing: Theme.spaceLarge

            Repeater {
                model: entries.page

                QuestionEntry {
                    width: parent ? parent.width : 0
                    session: entries.session
                    language: entries.language
                    clipOf: entries.clipOf
                    onWatched: entries.watched()
                    room: Math.max(0, entries.room - y)
                    onWrong: entries.wrong(this)
                }
            }
        }
    }
    Component {
        id: folded

        Disclosure {
            title: entries.session.groupTitle
            open: entries.session.fold === SurveySession.Fold.Open

            Slot {
                width: parent ? parent.width : 0
                sourceComponent: list
            }
        }
    }
    Component {
        id: grid

        Column {
            spacing: Theme.space

            BodyText {
                visible: text !== ""
                width: parent.width
                text: entries.page.preamble
                color: Theme.inkQuiet
            }
            AnswerGrid {
                id: table

                width: parent.width
                questionWidth: entries.widthOfQuestions(width)
                rows: Array.from(entries.page.rows, row => Object.assign(row.yesNo ? entries.inYesNo(row) : row, {
                        "note": row.address === entries.session.problemAddress ? words.text : ""
                    }))
                onChosen: (row, column) => entries.page.choose(row, column)
            }
            Connections {
                target: entries.session

                function onProblemChanged() {
                    const row = table.rows.findIndex(each => each.address === entries.session.problemAddress);
                    if (entries.session.problem !== SurveySession.Problem.None && row >= 0)
                        entries.wrong(table.itemOf(row));
                }
            }
            ProblemNotice {
                id: words

                visible: false // its words stand with the row that they are about
                session: entries.session
            }
        }
    }

    // The widest that one of the questions wishes; 0: none does.
    function widthOfQuestions(whole: real): real {
        return Array.from(page.rows, row => row.widthUnit === "%" ? whole * row.width / 100 : Theme.millimetres(row.width * 25.4 / 96)).reduce((most, each) => Math.max(most, each), 0);
    }

    function inYesNo(row: var): var {
        //: An answer
        const words = [qsTr("Yes"), qsTr("No")];
        return Object.assign({}, row, {
            "options": row.options.map((option, at) => Object.assign({}, option, {
                "text": words[at]
            }))
        });
    }
}
