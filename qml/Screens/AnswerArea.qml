pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme
import Kiosk.Controls
import Kiosk.ViewModels

// The control that fits the kind of question.
Slot {
    id: area

    required property Question question
    property string language
    property real room: 0 // height of the page that is left for the answers

    // Beside each other where one below the other would have to scroll: nobody misses an answer that is out of sight.
    readonly property bool inTwoColumns: width >= Theme.millimetres(160) && question.optionTexts.length * (Theme.answer + Theme.spaceSmall) > room

    sourceComponent: {
        switch (question.kind) {
        case Question.Kind.YesNo:
            return yesNo;
        case Question.Kind.OneOf:
        case Question.Kind.SomeOf:
            return choice;
        case Question.Kind.OwnWords:
            return ownWords;
        case Question.Kind.Faces:
            return faces;
        case Question.Kind.NumberScale:
            return scale;
        case Question.Kind.WholeNumber:
        case Question.Kind.Number:
            return number;
        case Question.Kind.ShortText:
        case Question.Kind.LongText:
            return words;
        case Question.Kind.Date:
            return day;
        }
        return null;
    }

    Component {
        id: yesNo

        OptionList {
            room: 0.9 * area.room
            model: [
                {
                    //: An answer
                    "text": qsTr("Yes"),
                    "selected": area.question.currentIndex === 0
                },
                {
                    //: An answer
                    "text": qsTr("No"),
                    "selected": area.question.currentIndex === 1
                }
            ]
            onChosen: index => area.question.choose(index)
        }
    }
    Component {
        id: choice

        OptionList {
            room: 0.9 * area.room
            model: area.question.options
            multiple: area.question.multiple
            columns: area.inTwoColumns ? 2 : 1
            onChosen: index => area.question.choose(index)
        }
    }
    Component {
        id: ownWords

        Column {
            spacing: Theme.space

            OptionList {
                width: parent.width
                model: area.question.options
                multiple: area.question.multiple
                onChosen: index => area.question.choose(index)
            }
            BodyText {
                width: parent.width
                //: Over a line to type an answer that is not in the list
                text: area.question.ownWordsLabel === "" ? qsTr("Something else:") : area.question.ownWordsLabel
            }
            TextEntry {
                width: parent.width
                //: Name of the line to type an answer of one's own, for a screen reader
                label: qsTr("Your own words")
                text: area.question.ownWords
                maximumLength: area.question.maximumLength
                onEdited: words => area.question.enterOwnWords(words)
            }
        }
    }
    Component {
        id: faces

        FaceScale {
            room: area.room
            model: area.question.optionTexts
            currentIndex: area.question.currentIndex
            onChosen: index => area.question.choose(index)
        }
    }
    Component {
        id: scale

        NumberScale {
            room: 0.5 * area.room
            from: area.question.from
            to: area.question.to
            value: area.question.number
            lowLabel: area.question.lowLabel
            highLabel: area.question.highLabel
            onChosen: value => area.question.chooseNumber(value)
        }
    }
    Component {
        id: number

        Item {
            implicitHeight: pad.implicitHeight

            NumberPad {
                id: pad

                width: Math.min(parent.width, Theme.millimetres(100))
                value: area.question.value
                decimal: area.question.kind === Question.Kind.Number
                onEdited: value => area.question.enter(value)
            }
        }
    }
    Component {
        id: words

        TextEntry {
            label: qsTr("Your own words")
            //: In an empty text field
            placeholder: qsTr("Tap here to write")
            text: area.question.value
            multiline: area.question.kind === Question.Kind.LongText
            maximumLength: area.question.maximumLength
            onEdited: words => area.question.enter(words)
        }
    }
    Component {
        id: day

        Item {
            implicitHeight: entry.implicitHeight

            DateEntry {
                id: entry

                width: Math.min(parent.width, Theme.millimetres(160))
                value: area.question.value
                language: area.language
                minimum: area.question.least === "" ? "1900-01-01" : area.question.least
                maximum: area.question.most === "" ? "2100-12-31" : area.question.most
                onEdited: value => area.question.enter(value)
            }
        }
    }
}
