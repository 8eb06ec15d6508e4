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

    // What the form wishes comes first.
    readonly property int columns: question.columns > 0 ? question.columns : inTwoColumns && !question.horizontal ? 2 : 1
    readonly property bool takesNegative: Number(question.least) < 0

    // What the form wishes, where the answers are words; never so narrow that they are hard to read or to hit.
    function widthIn(whole: real): real {
        const ofWords = Array.from([yesNo, choice, dropDown, search, ownWords, words]).includes(sourceComponent);
        if (!ofWords || question.width <= 0)
            return whole;
        const wish = question.widthUnit === "%" ? whole * question.width / 100 : Theme.millimetres(question.width * 25.4 / 96);
        return Math.min(whole, Math.max(wish, Theme.millimetres(50)));
    }

    sourceComponent: {
        switch (question.kind) {
        case Question.Kind.YesNo:
            return yesNo;
        case Question.Kind.OneOf:
        case Question.Kind.SomeOf:
            return question.listStyle === Question.ListStyle.DropDown ? dropDown : question.listStyle === Question.ListStyle.Search ? search : choice;
        case Question.Kind.OwnWords:
            return ownWords;
        case Question.Kind.Faces:
            return faces;
        case Question.Kind.NumberScale:
            return scale;
        case Question.Kind.Slider:
            return slider;
        case Question.Kind.Quantity:
            return quantity;
        case Question.Kind.WholeNumber:
        case Question.Kind.Number:
            return number;
        case Question.Kind.ShortText:
        case Question.Kind.LongText:
        case Question.Kind.Url:
            return words;
        case Question.Kind.Date:
            return day;
        case Question.Kind.DateTime:
            return moment;
        case Question.Kind.Time:
            return time;
        }
        return null;
    }

    function ownWordsName(): string {
        //: Name of the line to type an answer of one's own, for a screen reader
        return qsTr("Your own words");
    }

    function hint(): string {
        if (question.placeholder !== "")
            return question.placeholder;
        //: In an empty text field
        return qsTr("Tap here to write");
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
            columns: area.columns
            horizontal: area.question.horizontal
            onChosen: index => area.question.choose(index)
        }
    }
    Component {
        id: ownWords

        Column {
            spacing: Theme.space

            Slot {
                width: parent.width
                sourceComponent: area.question.listStyle === Question.ListStyle.DropDown ? dropDown : area.question.listStyle === Question.ListStyle.Search ? search : choice
            }
            BodyText {
                width: parent.width
                //: Over a line to type an answer that is not in the list
                text: area.question.ownWordsLabel === "" ? qsTr("Something else:") : area.question.ownWordsLabel
            }
            TextEntry {
                width: parent.width
                label: area.question.text === "" ? area.ownWordsName() : area.question.text + " " + area.ownWordsName()
                hint: area.question.keyboard
                text: area.question.ownWords
                maximumLength: area.question.maximumLength
                onEdited: words => area.question.enterOwnWords(words)
            }
        }
    }
    Component {
        id: dropDown

        SelectList {
            model: area.question.options
            multiple: area.question.multiple
            label: area.question.text
            onChosen: index => area.question.choose(index)
        }
    }
    Component {
        id: search

        SearchList {
            model: area.question.options
            multiple: area.question.multiple
            label: area.question.text
            onChosen: index => area.question.choose(index)
        }
    }
    Component {
        id: slider

        SliderScale {
            from: Number(area.question.least)
            to: Number(area.question.most)
            step: area.question.step
            value: area.question.value
            unit: area.question.units.length === 1 ? area.question.units[0].text : ""
            lowLabel: area.question.lowLabel
            highLabel: area.question.highLabel
            label: area.question.text
            onChosen: value => area.question.settle(value)
        }
    }
    Component {
        id: quantity

        Column {
            spacing: Theme.space

            QuantityEntry {
                width: parent.width
                value: area.question.value
                negative: area.takesNegative
                units: area.question.units
                openUnit: area.question.openUnit
                ownUnit: area.question.ownUnit
                label: area.question.text
                onEdited: value => area.question.enter(value)
                onUnitChosen: index => area.question.chooseUnit(index)
                onUnitEdited: unit => area.question.enterUnit(unit)
            }
            GivenAnswers {
                width: parent.width
                question: area.question
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

        Column {
            spacing: Theme.space

            NumberPad {
                anchors.left: parent.left
                width: Math.min(parent.width, Theme.millimetres(100))
                value: area.question.value
                decimal: area.question.kind === Question.Kind.Number
                negative: area.takesNegative
                unit: area.question.units.length === 1 ? area.question.units[0].text : ""
                onEdited: value => area.question.enter(value)
            }
            GivenAnswers {
                width: parent.width
                question: area.question
            }
        }
    }
    Component {
        id: words

        Column {
            spacing: Theme.space

            TextEntry {
                width: parent.width
                label: area.question.text === "" ? area.ownWordsName() : area.question.text
                placeholder: area.hint()
                hint: area.question.keyboard
                text: area.question.value
                multiline: area.question.kind === Question.Kind.LongText
                maximumLength: area.question.maximumLength
                onEdited: words => area.question.enter(words)
            }
            GivenAnswers {
                width: parent.width
                question: area.question
            }
        }
    }
    Component {
        id: day

        Column {
            spacing: Theme.space

            CaptionText {
                visible: text !== ""
                width: parent.width
                text: area.question.placeholder
            }
            DateEntry {
                anchors.left: parent.left
                width: Math.min(parent.width, Theme.millimetres(160))
                value: area.question.value
                language: area.language
                minimum: area.question.least === "" ? "1900-01-01" : area.question.least.slice(0, 10)
                maximum: area.question.most === "" ? "2100-12-31" : area.question.most.slice(0, 10)
                onEdited: value => area.question.enter(value)
            }
            GivenAnswers {
                width: parent.width
                question: area.question
            }
        }
    }
    Component {
        id: moment

        Column {
            spacing: Theme.space

            DateTimeEntry {
                anchors.left: parent.left
                width: Math.min(parent.width, Theme.millimetres(160))
                value: area.question.value
                language: area.language
                minimum: area.question.least === "" ? "1900-01-01" : area.question.least
                maximum: area.question.most === "" ? "2100-12-31" : area.question.most
                onEdited: value => area.question.enter(value)
            }
            GivenAnswers {
                width: parent.width
                question: area.question
            }
        }
    }
    Component {
        id: time

        Column {
            spacing: Theme.space

            TimeEntry {
                anchors.left: parent.left
                width: Math.min(parent.width, implicitWidth)
                value: area.question.value
                language: area.language
                onEdited: value => area.question.enter(value)
            }
            GivenAnswers {
                width: parent.width
                question: area.question
            }
        }
    }
}
