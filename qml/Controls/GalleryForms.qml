pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Further pages of the Gallery: controls that forms of others ask for. They keep what is chosen, as an owner would.
Item {
    id: forms

    property int page: 0
    property string language: "en"
    readonly property int pages: 10
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
            model: [1, 3, 5].map(face => ({
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
    AnswerGrid {
        visible: forms.page === 6
        width: parent.width
        rows: (forms.language === "es" ? ["Caminar", "Subir escaleras de más de un piso", "Vestirse"] : ["Walking", "Climbing stairs of more than one storey", "Getting dressed"]).map((text, at) => ({
                    "text": text,
                    "options": forms.options(forms.frequencies(), [at])
                }))
    }
    Column {
        visible: forms.page === 7
        width: parent.width
        spacing: Theme.space

        TabRow {
            width: parent.width
            currentIndex: 1
            model: [
                {
                    "text": forms.say("About you", "Sobre usted"),
                    "done": true
                },
                {
                    "text": forms.say("Your medicines", "Sus medicamentos")
                },
                {
                    "text": forms.say("Allergies", "Alergias"),
                    "enabled": false
                }
            ]
            onChosen: index => currentIndex = index
        }
        GroupCard {
            width: parent.width
            title: forms.say("Medicine 1", "Medicamento 1")

            TextEntry {
                width: parent ? (parent as Item).width : 0
                text: "Metformin"
                label: forms.say("Name", "Nombre")
            }
        }
        GroupCard {
            width: parent.width
            title: forms.say("Medicine 2", "Medicamento 2")
            asking: true
        }
        AddButton {
            width: Math.min(implicitWidth, parent.width)
        }
        Disclosure {
            width: parent.width
            title: forms.say("Why we ask this", "Por qué lo preguntamos")
            open: true

            BodyText {
                width: parent ? (parent as Item).width : 0
                text: forms.say("So that nothing is prescribed twice.", "Para que nada se recete dos veces.")
            }
        }
    }
    RichText {
        visible: forms.page === 8
        width: parent.width
        blocks: [
            {
                "kind": "heading",
                "level": 2,
                "runs": [
                    {
                        "text": forms.say("Before you start", "Antes de empezar")
                    }
                ]
            },
            {
                "kind": "paragraph",
                "runs": [
                    {
                        "text": forms.say("Think of the ", "Piense en los ")
                    },
                    {
                        "text": forms.say("last seven days", "últimos siete días"),
                        "bold": true
                    },
                    {
                        "text": forms.say(", today too. ", ", también hoy. ")
                    },
                    {
                        "text": forms.say("Not longer ago.", "No hace más tiempo."),
                        "colour": "#8c1d2f",
                        "underline": true
                    }
                ]
            },
            {
                "kind": "item",
                "level": 1,
                "marker": "1.",
                "runs": [
                    {
                        "text": forms.say("Choose one answer for each question.", "Elija una respuesta para cada pregunta.")
                    }
                ]
            },
            {
                "kind": "item",
                "level": 2,
                "marker": "•",
                "runs": [
                    {
                        "text": forms.say("There are no wrong ones.", "No las hay incorrectas."),
                        "italic": true
                    }
                ]
            },
            {
                "kind": "rule",
                "runs": []
            },
            {
                "kind": "quote",
                "level": 1,
                "runs": [
                    {
                        "text": forms.say("Nothing about me without me.", "Nada sobre mí sin mí.")
                    }
                ]
            }
        ]
    }
    Column {
        visible: forms.page === 9
        width: parent.width
        spacing: Theme.spaceLarge

        SignaturePad {
            width: Math.min(parent.width, implicitWidth)
            strokes: [Array.from({
                    "length": 60
                }, (none, at) => ({
                            "x": 0.1 + at / 100,
                            "y": 0.55 + 0.25 * Math.sin(at / 4) * Math.cos(at / 23),
                            "t": 16 * at
                        }))]
            onEdited: lines => strokes = lines
        }
        LinkCode {
            width: parent.width
            title: forms.say("Help to stop smoking", "Ayuda para dejar de fumar")
            url: "https://www.example.org/stop-smoking"
        }
        AttachmentView {
            width: Theme.millimetres(60)
            source: Qt.resolvedUrl("images/face-5.svg")
            text: forms.say("A happy face", "Una cara feliz")
            caption: forms.say("A picture with its words", "Una imagen con sus palabras")
        }
    }
}
