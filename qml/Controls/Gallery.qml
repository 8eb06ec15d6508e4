pragma ComponentBehavior: Bound

import QtQuick
import Kiosk.Theme

// Every control in every state, page by page; for looking at, not for patients. Words are samples and not translated,
// those of the controls themselves are.
FocusScope {
    id: gallery

    property int page: 0
    property string language: "en"
    readonly property bool spanish: language === "es"
    readonly property bool upright: Theme.portrait(width, height)
    readonly property int pages: 8 + groups.pages + forms.pages

    function say(english: string, spanishText: string): string {
        return spanish ? spanishText : english;
    }

    function manyOptions(): var {
        const made = [];
        for (let number = 1; number <= 6; ++number)
            made.push({
                    "text": say("One of many options, number ", "Una de muchas opciones, número ") + number,
                    "selected": number === 2,
                    "enabled": number !== 3
                });
        return made;
    }

    ScrollPane {
        id: pane

        anchors.fill: parent
        anchors.margins: Theme.margin
        anchors.bottomMargin: (keyboard.shown ? 0 : Theme.space + pager.height) + keyboard.coveredHeight

        Column {
            visible: gallery.page === 0
            width: parent.width
            spacing: Theme.space

            TitleText {
                width: parent.width
                text: gallery.say("Welcome", "Le damos la bienvenida")
            }
            HeadingText {
                width: parent.width
                text: gallery.say("How was your visit today?", "¿Cómo fue su visita de hoy?")
            }
            QuestionText {
                width: parent.width
                text: gallery.say("Would you recommend this practice to your family and friends?", "¿Recomendaría este consultorio a su familia y a sus amistades?")
            }
            BodyText {
                width: parent.width
                text: gallery.say("Your answers are locked away as soon as you finish. The next person cannot see them.", "Sus respuestas quedan guardadas bajo llave en cuanto termina. La siguiente persona no puede verlas.")
            }
            CaptionText {
                width: parent.width
                text: gallery.say("It takes about three minutes.", "Toma unos tres minutos.")
            }
            Flow {
                width: parent.width
                spacing: Theme.space

                PrimaryButton {
                    text: gallery.say("Start", "Empezar")
                }
                PrimaryButton {
                    text: gallery.say("Pressed", "Presionado")
                    down: true
                }
                PrimaryButton {
                    text: gallery.say("Not yet", "Todavía no")
                    enabled: false
                }
                SecondaryButton {
                    text: gallery.say("Back", "Atrás")
                }
                SecondaryButton {
                    text: gallery.say("Pressed", "Presionado")
                    down: true
                }
                SecondaryButton {
                    text: gallery.say("Not yet", "Todavía no")
                    enabled: false
                }
                QuietButton {
                    text: gallery.say("I want to stop", "Quiero terminar aquí")
                }
                SecondaryButton {
                    width: Theme.millimetres(80)
                    text: gallery.say("Words too long for one line go on in the next", "Las palabras que no caben siguen en el renglón de abajo")
                }
                SecondaryButton {
                    text: gallery.say("Focused", "Enfocado")

                    FocusRing {
                    }
                }
            }
        }
        Grid {
            id: grid
            visible: gallery.page === 1
            width: parent.width

            readonly property real cell: gallery.upright ? width : (width - columnSpacing) / 2

            columns: gallery.upright ? 1 : 2
            columnSpacing: Theme.spaceLarge
            rowSpacing: Theme.space

            Column {
                width: grid.cell
                spacing: Theme.spaceSmall

                Sample {
                    text: gallery.say("Not at all", "Ningún día")
                }
                Sample {
                    text: gallery.say("Several days", "Varios días")
                    selected: true
                }
                Sample {
                    text: gallery.say("More than half the days (under the finger)", "Más de la mitad de los días (bajo el dedo)")
                    down: true
                }
                Sample {
                    text: gallery.say("Nearly every day", "Casi todos los días")
                    enabled: false
                }
            }
            Column {
                width: grid.cell
                spacing: Theme.spaceSmall

                Sample {
                    text: gallery.say("The staff listened to me", "El personal me escuchó")
                    multiple: true
                    selected: true
                }
                Sample {
                    text: gallery.say("I understood what happens next", "Entendí lo que sigue")
                    multiple: true
                }
                OptionList {
                    width: parent.width
                    height: Theme.millimetres(42)
                    multiple: true
                    model: gallery.manyOptions()
                }
            }
        }
        Column {
            visible: gallery.page === 2
            width: parent.width
            spacing: Theme.spaceLarge

            QuestionText {
                width: parent.width
                text: gallery.say("How was your visit today?", "¿Cómo fue su visita de hoy?")
            }
            FaceScale {
                width: parent.width
                currentIndex: 3
                model: gallery.spanish ? ["Muy mala", "Mala", "Regular", "Buena", "Muy buena"] : ["Very poor", "Poor", "Fair", "Good", "Very good"]
                onChosen: index => currentIndex = index
            }
            FaceScale {
                width: Math.min(parent.width, Theme.millimetres(110))
                currentIndex: 0
                model: gallery.spanish ? ["Muy insatisfecha o insatisfecho", "Algo insatisfecha o insatisfecho", "Ni lo uno ni lo otro", "Satisfecha o satisfecho", "Muy satisfecha o satisfecho"] : ["Very dissatisfied", "Dissatisfied", "Neither", "Satisfied", "Very satisfied"]
                onChosen: index => currentIndex = index
            }
        }
        Column {
            visible: gallery.page === 3
            width: parent.width
            spacing: Theme.spaceLarge

            NumberScale {
                width: parent.width
                value: 8
                lowLabel: gallery.say("not at all likely", "nada probable")
                highLabel: gallery.say("extremely likely", "muy probable")
                onChosen: number => value = number
            }
            NumberScale {
                width: Math.min(parent.width, Theme.millimetres(110))
                lowLabel: gallery.say("no pain", "ningún dolor")
                highLabel: gallery.say("the worst pain you can imagine", "el peor dolor que pueda imaginar")
                onChosen: number => value = number
            }
        }
        Column {
            visible: gallery.page === 4
            width: parent.width
            spacing: Theme.space

            ProgressBar {
                width: parent.width
                value: 0.4
                label: gallery.say("Question 4 of 10", "Pregunta 4 de 10")
            }
            Notice {
                width: parent.width
                title: gallery.say("Your answers stay private", "Sus respuestas son privadas")
                text: gallery.say("They go to this practice only.", "Solo las recibe este consultorio.")
            }
            Notice {
                width: parent.width
                kind: "warning"
                title: gallery.say("Are you still there?", "¿Sigue ahí?")
                text: gallery.say("Your answers will be cleared in 20 seconds.", "Sus respuestas se borrarán en 20 segundos.")

                PrimaryButton {
                    text: gallery.say("I am still here", "Aquí sigo")
                }
            }
            Notice {
                width: parent.width
                kind: "safety"
                title: gallery.say("You are not alone", "No está solo ni sola")
                text: gallery.say("Please tell a member of staff now, or call or text 988. It is free and open day and night.", "Avise ahora al personal, o llame o envíe un mensaje al 988. Es gratis, de día y de noche.")
            }
        }
        Column {
            visible: gallery.page === 5
            width: parent.width
            spacing: Theme.space

            QuestionText {
                width: parent.width
                text: gallery.say("What could we do better?", "¿Qué podríamos mejorar?")
            }
            TextEntry {
                id: comment
                width: parent.width
                multiline: true
                placeholder: gallery.say("Tap here to write", "Toque aquí para escribir")
            }
            TextEntry {
                width: parent.width
                text: gallery.say("One line", "Una línea")
                label: gallery.say("Sample", "Muestra")
            }
            TextEntry {
                width: parent.width
                enabled: false
                label: gallery.say("Closed", "Cerrada")
                text: gallery.say("Not now", "Ahora no")
            }
        }
        NumberPad {
            visible: gallery.page === 6
            width: Theme.millimetres(75)
            decimal: true
            value: "72.5"
            unit: "kg"
        }
        DateEntry {
            visible: gallery.page === 7
            width: Math.min(parent.width, Theme.millimetres(160))
            language: gallery.language
            value: "1958-09-30"
        }
        GalleryGroups {
            id: groups
            visible: page >= 0 && page < pages
            width: parent.width
            page: gallery.page - 8
            spanish: gallery.spanish
        }
        GalleryForms {
            id: forms

            visible: page >= 0
            width: parent.width
            page: gallery.page - 8 - groups.pages
            language: gallery.language
        }
    }

    Row {
        id: pager

        visible: !keyboard.shown
        anchors.right: parent.right
        anchors.bottom: parent.bottom
        anchors.margins: Theme.spaceSmall
        spacing: Theme.spaceSmall

        CaptionText {
            anchors.verticalCenter: parent.verticalCenter
            text: (gallery.page + 1) + " / " + gallery.pages
        }
        IconButton {
            sign: "left"
            text: "Previous page"
            enabled: gallery.page > 0
            onClicked: gallery.page -= 1
        }
        IconButton {
            sign: "right"
            text: "Next page"
            enabled: gallery.page < gallery.pages - 1
            onClicked: gallery.page += 1
        }
    }

    OnScreenKeyboard {
        id: keyboard

        width: parent.width
        anchors.bottom: parent.bottom
        language: gallery.language
    }

    onPageChanged: if (page === 5) comment.begin()
    Component.onCompleted: if (page === 5) comment.begin()

    component Sample: OptionRow {
        width: parent ? (parent as Item).width : 0
    }
}
