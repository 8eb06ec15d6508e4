pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Further pages of the Gallery: controls that forms of others ask for. They keep what is chosen, as an owner would.
Item {
    id: forms

    property int page: 0
    property string language: "en"
    readonly property int pages: 6
    readonly property Item shown: children[page] ?? null

    implicitHeight: shown ? shown.implicitHeight : 0

    function say(english: string, spanishText: string): string {
        return language === "es" ? spanishText : english;
    }

    function options(texts: var, selected: var): var {
        return texts.map((text, at) => ({
                    "text": text,
                    "selected": selected.includes(at),
                    "enabled": true
                }));
    }

    function languages(): var {
        return language === "es" ? ["Árabe", "Criollo haitiano", "Español", "Inglés", "Portugués", "Tagalo", "Vietnamita"] : ["Arabic", "English", "Haitian Creole", "Portuguese", "Spanish", "Tagalog", "Vietnamese"];
    }

    function frequencies(): var {
        return language === "es" ? ["Nunca", "A veces", "Siempre"] : ["Never", "Sometimes", "Always"];
    }

    Column {
        visible: forms.page === 0
        width: parent.width
        spacing: Theme.spaceHuge

        SliderScale {
            width: parent.width
            value: "7"
            lowLabel: forms.say("the worst health you can imagine", "la peor salud que pueda imaginar")
            highLabel: forms.say("the best health you can imagine", "la mejor salud que pueda imaginar")
            onChosen: number => value = number
        }
        SliderScale {
            width: parent.width
            to: 3
            step: 0.1
            unit: "l"
            onChosen: number => value = number
        }
    }
    Column {
        visible: forms.page === 1
        width: parent.width
        spacing: Theme.spaceLarge

        SelectList {
            width: parent.width
            model: forms.options(forms.languages(), [])
        }
        SelectList {
            width: parent.width
            model: forms.options(forms.languages(), [1])
            open: true
        }
    }
    SearchList {
        visible: forms.page === 2
        width: parent.width
        most: 4
        model: forms.options(forms.languages(), [2])
    }
    Column {
        visible: forms.page === 3
        width: parent.width
        spacing: Theme.spaceLarge

        OptionList {
            width: parent.width
            horizontal: true
            model: forms.options(forms.frequencies(), [1])
        }
        OptionList {
            width: parent.width
            columns: 2
            horizontal: true
            multiple: true
            model: Array.from([1, 3, 5], face => ({
                        "prefix": "abc".charAt((face - 1) / 2) + ")",
                        "text": forms.say("A face", "Una cara"),
                        "image": Qt.resolvedUrl("images/face-" + face + ".svg"),
                        "selected": face === 3
                    })).concat([
                {
                    "prefix": "d)",
                    "text": forms.say("None of them", "Ninguna de ellas"),
                    "blocks": [
                        {
                            "kind": "paragraph",
                            "runs": [
                                {
                                    "text": forms.say("None", "Ninguna"),
                                    "bold": true
                                },
                                {
                                    "text": forms.say(" of them", " de ellas")
                                }
                            ]
                        }
                    ]
                }
            ])
        }
    }
    Column {
        visible: forms.page === 4
        width: parent.width
        spacing: Theme.spaceLarge

        TimeEntry {
            width: Math.min(parent.width, implicitWidth)
            language: forms.language
            value: "21:05:00"
        }
        DateTimeEntry {
            width: Math.min(parent.width, Theme.millimetres(160))
            language: forms.language
            partial: true
            value: "1958-09"
        }
    }
    Column {
        visible: forms.page === 5
        width: parent.width
        spacing: Theme.spaceLarge

        QuantityEntry {
            width: parent.width
            value: "72.5"
            units: forms.options(["kg", forms.say("pounds", "libras")], [0])
            openUnit: true
        }
        NumberPad {
            width: Theme.millimetres(100)
            negative: true
            step: 1
            value: "-4"
            unit: "°C"
        }
    }
}
