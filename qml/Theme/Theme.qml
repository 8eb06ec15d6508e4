pragma Singleton
pragma ComponentBehavior: Bound

import QtQuick

// Every size, colour and duration of the kiosk, named by what it is for.
// Sizes come from millimetres on the glass, so that a letter or a target is as large on a 10" tablet as on a 32" panel.
// The program may set `density` (device profile), `viewingDistance` and `motion` once at start; `textScale` and
// `highContrast` are the person's own, from one screen to the next.
QtObject {
    id: theme

    // ── The glass ────────────────────────────────────────────────────────────────────────────────────────────────
    // Pixels for each millimetre. A screen that does not know its own size (virtual displays, some HDMI bridges) reports
    // nonsense; outside what panels of 7" to 40" have, 96 dpi is assumed.
    property real density: saneDensity(Application.screens.length > 0 ? Application.screens[0].pixelDensity : 0)
    // How far the eyes are from the glass, in millimetres: at arm's length when touching.
    property real viewingDistance: 400
    // The window, in pixels; 0: not known.
    property real roomWidth: 0
    property real roomHeight: 0
    // 1 to 3: the person's own text size.
    property real textScale: 1
    // White on black, and no colour that is only a shade from another.
    property bool highContrast: false
    // The practice's own colour, instead of ours; made readable. "": ours.
    property string brandColour: ""
    // False: nothing moves (durations are zero).
    property bool motion: true
    // Milliseconds in which what has just come into view takes no tap: longer than two taps of one hand are apart.
    property int tapPause: 300

    function saneDensity(reported: real): real {
        return reported >= 2.5 && reported <= 13 ? reported : 96 / 25.4;
    }

    function millimetres(length: real): int {
        return Math.round(length * density);
    }

    function portrait(width: real, height: real): bool {
        return height > width;
    }

    // ── Text ─────────────────────────────────────────────────────────────────────────────────────────────────────
    // Capital letters are at least 4.8 mm and 0.7° high (EN 301 549, 5.1.4); a capital of Noto Sans is 0.714 em.
    readonly property string fontFamily: "Noto Sans"
    readonly property real capitalEm: 0.714
    readonly property real minimumCapital: Math.max(4.8, viewingDistance * Math.tan(0.7 * Math.PI / 180))
    readonly property int captionSize: textSize(1)
    readonly property int bodySize: textSize(1)
    readonly property int questionSize: textSize(1.2)
    readonly property int headingSize: textSize(1.5)
    readonly property int titleSize: textSize(2)
    readonly property real lineHeight: 1  // of what the font asks for; Noto Sans is generous

    // What must stay on the screen whatever the text size: the ways on, where one is, keys. As large as leaves half of the
    // screen to what is read: on glass as high as a hand is long they hardly grow.
    readonly property int fixedSize: Math.ceil(fixedScale * minimumCapital * density / capitalEm)
    readonly property real fixedScale: roomWidth > 0 ? Math.max(1, Math.min(textScale, Math.min(roomWidth, roomHeight) / density / 110)) : textScale

    // Pixel size of a font whose capitals are `times` the smallest permitted. The larger the person's text, the less do
    // headings stand out by size: at 300 % a title still has more than twice its usual one.
    function textSize(times: real): int {
        return Math.ceil(Math.pow(times, 1 / Math.sqrt(textScale)) * textScale * minimumCapital * density / capitalEm);
    }

    // ── Targets ──────────────────────────────────────────────────────────────────────────────────────────────────
    readonly property int target: Math.max(44, Math.ceil(11.7 * density))  // anything that can be tapped
    readonly property int answer: Math.max(56, Math.ceil(15 * density))    // whatever gives or sends an answer
    readonly property int icon: Math.round(fixedScale * millimetres(6))

    // ── Space ────────────────────────────────────────────────────────────────────────────────────────────────────
    readonly property int spaceTiny: millimetres(1)
    readonly property int spaceSmall: millimetres(2)
    readonly property int space: millimetres(3.5)
    readonly property int spaceLarge: millimetres(6)
    readonly property int spaceHuge: millimetres(10)
    readonly property int margin: millimetres(8)          // page edge
    readonly property int readingWidth: millimetres(260)  // longer lines are hard to follow

    readonly property int radius: millimetres(2)
    readonly property int radiusLarge: millimetres(3)
    readonly property int outlineWidth: Math.max(2, millimetres(0.4))
    readonly property int focusWidth: Math.max(3, millimetres(0.8))

    // ── Time, in milliseconds ────────────────────────────────────────────────────────────────────────────────────
    readonly property int quick: motion ? 90 : 0    // a key or button answers the finger
    readonly property int gentle: motion ? 180 : 0  // something comes or goes
    readonly property int slow: motion ? 900 : 0    // pictures fade over each other while nobody is there
    readonly property int repeatDelay: 600          // holding a key: first repeat, then every `repeatInterval`
    readonly property int repeatInterval: 110

    // ── Colours ──────────────────────────────────────────────────────────────────────────────────────────────────
    // Text reaches 7:1 on the grounds it is used on, outlines and signs 3:1, in both looks (tests/qml/controls/tst_Theme.qml
    // holds the pairs). The first is the usual one, the second that of high contrast.
    readonly property color canvas: highContrast ? "#000000" : "#FAF6EF" // the page: warm white
    readonly property color surface: highContrast ? "#0E1416" : "#FFFFFF" // what lies on it and can be tapped
    readonly property color sunken: highContrast ? "#1A2225" : "#F0EAE0" // tracks, the keyboard's bed
    readonly property color ink: highContrast ? "#FFFFFF" : "#12303A"
    readonly property color inkQuiet: highContrast ? "#E3E8EA" : "#374C54"
    readonly property color inkHint: highContrast ? "#AEB9BD" : "#5E6D73" // in a field where nothing is written yet
    readonly property color inkDisabled: highContrast ? "#A9B2B5" : "#5C676B"
    readonly property color outline: highContrast ? "#C9D3D6" : "#6A7C82" // edge of a control
    readonly property color hairline: highContrast ? "#5A666A" : "#D9D1C4" // decoration only
    readonly property bool branded: brandColour !== ""
    readonly property color accent: branded ? brand.accent : highContrast ? "#7FE3F0" : "#0A545F" // deep teal: the way on, the chosen answer
    readonly property color accentPressed: branded ? brand.pressed : highContrast ? "#B9F2F8" : "#063C45"
    readonly property color accentSoft: branded ? brand.soft : highContrast ? "#063C45" : "#E0EFED" // ground of the chosen answer
    readonly property color accentInk: branded ? brand.ink : highContrast ? "#06181C" : "#FFFFFF"
    readonly property Brand brand: Brand {
        asked: theme.branded ? theme.brandColour : "black"
        grounds: [theme.canvas, theme.surface]
        darkGrounds: theme.highContrast
    }
    readonly property color pressed: highContrast ? "#26343A" : "#E3E9E6" // ground of a light control under the finger
    readonly property color keyActing: highContrast ? "#20292C" : "#E6ECEA" // a key that does something else than write
    readonly property color keyPressed: highContrast ? "#2F5960" : "#BFD9D6" // a key under the finger: seen beside the fingertip
    readonly property color disabled: highContrast ? "#1A1F21" : "#E9E3D9"
    readonly property color focus: highContrast ? "#FFC24A" : "#A8480A"
    readonly property color info: accent
    readonly property color infoSoft: accentSoft
    readonly property color warning: highContrast ? "#FFD98A" : "#6A4100"
    readonly property color warningSoft: highContrast ? "#3A2A00" : "#FFF3D6"
    readonly property color safety: highContrast ? "#FFB3AE" : "#8C1D2F"
    readonly property color night: "#000000" // a screen at a bedside when people sleep, and its dim words
    readonly property color nightInk: highContrast ? "#C4B195" : "#88775F"
    readonly property color captionGround: "#000000" // of what is said in a film, whatever it shows
    readonly property color captionInk: "#FFFFFF"
    readonly property color safetySoft: highContrast ? "#4A1016" : "#FBEBE8"
}
