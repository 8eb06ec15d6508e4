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
                "privacy": "Your answers are locked away and go to the practice only."
            },
            "es": {
                "name": "Español",
                "question": "¿Qué idioma prefiere?",
                "hello": "Bienvenidos",
                "invitation": "¿Cómo fue su visita de hoy? Sus respuestas nos ayudan.",
                "start": "Empezar",
                "privacy": "Sus respuestas se guardan bajo llave y son solo para el consultorio."
            },
            "ar": {
                "name": "العربية",
                "question": "ما اللغة التي تفضّلها؟",
                "hello": "أهلًا وسهلًا",
                "invitation": "كيف كانت زيارة اليوم؟ إجاباتك تساعدنا.",
                "start": "ابدأ",
                "privacy": "تُحفظ إجاباتك مقفلةً ولا تصل إلا إلى العيادة."
            }
        })

    function nameOf(code: string): string {
        return words[code]?.name ?? code;
    }
}
