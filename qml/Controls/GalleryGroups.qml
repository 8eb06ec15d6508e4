pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// The gallery's pages of what stands around questions: tables, entries of a list, tabs, help, dressed words.
Column {
    id: sheet

    property int page: -1
    property bool spanish: false
    readonly property int pages: 5

    spacing: Theme.space

    function say(english: string, spanishText: string): string {
        return spanish ? spanishText : english;
    }

    function answers(chosen: int): var {
        const words = spanish ? ["Nunca", "A veces", "Casi siempre", "Siempre"] : ["Never", "Sometimes", "Usually", "Always"];
        return words.map((text, i) => ({
                    "text": text,
                    "selected": i === chosen,
                    "enabled": true
                }));
    }

    function questions(): var {
        return [
            {
                "text": say("The staff explained things in a way I could understand", "El personal me explicó las cosas de modo que las entendí"),
                "options": answers(3)
            },
            {
                "text": say("I was listened to", "Me escucharon"),
                "options": answers(1)
            },
            {
                "text": say("I had enough time", "Tuve suficiente tiempo"),
                "options": answers(-1)
            }
        ];
    }

    function dressed(): var {
        const run = (text, more) => Object.assign({
                "text": text
            }, more);
        return [
            {
                "kind": "heading",
                "level": 2,
                "runs": [run(say("Before your blood test", "Antes de su análisis de sangre"))]
            },
            {
                "kind": "paragraph",
                "runs": [run(say("Please do ", "Por favor "), {}), run(say("not eat", "no coma"), {
                            "bold": true
                        }), run(say(" for eight hours; ", " durante ocho horas; "), {}), run(say("water is fine", "el agua está bien"), {
                            "italic": true
                        }), run(say(" & coffee < 1 cup is not.", " y el café < 1 taza no."), {})]
            },
            {
                "kind": "item",
                "level": 1,
                "marker": "•",
                "runs": [run(say("Bring a list of your medicines", "Traiga una lista de sus medicinas"))]
            },
            {
                "kind": "item",
                "level": 2,
                "marker": "10.",
                "runs": [run(say("also those without a prescription, and vitamins", "también las que no llevan receta, y las vitaminas"))]
            },
            {
                "kind": "quote",
                "level": 1,
                "runs": [run(say("Until 2024: ", "Hasta 2024: ")), run(say("ten hours", "diez horas"), {
                            "strike": true
                        }), run(say(" eight hours", " ocho horas"), {
                            "underline": true,
                            "colour": "#8c1d2f"
                        })]
            },
            {
                "kind": "rule"
            },
            {
                "kind": "paragraph",
                "runs": [run(say("Ask us if you are unsure.", "Pregúntenos si tiene dudas."))]
            }
        ];
    }

    // A line that goes up and down, as a name does.
    function scrawl(): var {
        const points = [];
        for (let i = 0; i <= 60; ++i)
            points.push({
                    "x": 0.15 + i / 90,
                    "y": 0.55 + 0.25 * Math.sin(i / 3) * Math.cos(i / 11),
                    "t": 20 * i
                });
        return points;
    }

    AnswerGrid {
        visible: sheet.page === 0
        width: parent.width
        rows: sheet.questions()
    }
    AnswerGrid {
        visible: sheet.page === 1
        width: Math.min(parent.width, Theme.millimetres(110))
        rows: sheet.questions().slice(0, 2)
    }
    TabRow {
        visible: sheet.page === 2
        width: parent.width
        currentIndex: 1
        model: [
            {
                "text": sheet.say("About you", "Sobre usted"),
                "done": true
            },
            {
                "text": sheet.say("Your medicines", "Sus medicinas")
            },
            {
                "text": sheet.say("Your family's health", "La salud de su familia"),
                "enabled": false
            }
        ]
        onChosen: index => currentIndex = index
    }
    GroupCard {
        visible: sheet.page === 2
        width: parent.width
        title: sheet.say("Medicine 1", "Medicina 1")

        BodyText {
            width: parent.width
            text: sheet.say("The questions of an entry stand here.", "Aquí van las preguntas de cada medicina.")
        }
    }
    GroupCard {
        visible: sheet.page === 2
        width: parent.width
        title: sheet.say("Medicine 2", "Medicina 2")
        asking: true
    }
    AddButton {
        visible: sheet.page === 2
    }
    RichText {
        visible: sheet.page === 3
        width: parent.width
        blocks: sheet.dressed()
    }
    Disclosure {
        visible: sheet.page === 3
        width: parent.width
        title: sheet.say("Why do we ask?", "¿Por qué lo preguntamos?")
    }
    Disclosure {
        visible: sheet.page === 3
        width: parent.width
        open: true
        title: sheet.say("Who sees my answers?", "¿Quién ve mis respuestas?")

        BodyText {
            width: parent.width
            text: sheet.say("Your care team, and nobody else.", "Su equipo de atención y nadie más.")
        }
    }
    SignaturePad {
        visible: sheet.page === 4
        width: Math.min(parent.width, Theme.millimetres(130))
        strokes: [sheet.scrawl()]
    }
}
