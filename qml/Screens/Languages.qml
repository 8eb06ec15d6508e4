pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// What each language says, in its own words, while nobody has chosen one. The Arabic is a draft that no person has reviewed.
QtObject {
    readonly property var words: ({
            "en": {
                "name": "English",
                "question": "Which language would you like?",
                "hello": "Welcome",
                "invitation": "How was your visit today? Your answers help us.",
                "start": "Start",
                "minutes": "It takes about %1 min.",
                "minutesFromTo": "It takes %1 to %2 min.",
                "wake": "Touch the screen to wake it.",
                "privacy": "Your answers are locked away and go to the practice only."
            },
            "es": {
                "name": "Español",
                "question": "¿Qué idioma prefiere?",
                "hello": "Bienvenidos",
                "invitation": "¿Cómo fue su visita de hoy? Sus respuestas nos ayudan.",
                "start": "Empezar",
                "minutes": "Toma unos %1 min.",
                "minutesFromTo": "Toma de %1 a %2 min.",
                "wake": "Toque la pantalla para encenderla.",
                "privacy": "Sus respuestas se guardan bajo llave y son solo para el consultorio."
            },
            "ar": {
                "name": "العربية",
                "question": "ما اللغة التي تفضّلها؟",
                "hello": "أهلًا وسهلًا",
                "invitation": "كيف كانت زيارة اليوم؟ إجاباتك تساعدنا.",
                "start": "ابدأ",
                "minutes": "يستغرق نحو %1 دقيقة.",
                "minutesFromTo": "يستغرق من %1 إلى %2 دقيقة.",
                "wake": "لتشغيل الشاشة، يكفي لمسها.",
                "privacy": "تُحفظ إجاباتك مقفلةً ولا تصل إلا إلى العيادة."
            }
        })

    // How long the surveys take.
    function duration(code: string, least: int, most: int): string {
        const said = words[code];
        return !said || most === 0 ? "" : least === most ? said.minutes.arg(most) : said.minutesFromTo.arg(least).arg(most);
    }

    function nameOf(code: string): string {
        return words[code]?.name ?? code;
    }
}
