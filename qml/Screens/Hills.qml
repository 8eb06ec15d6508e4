import QtQuick

// The land along the bottom of the first screen, from near to far.
Drawing {
    fillMode: Image.Stretch
    lines: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1280 100" preserveAspectRatio="none">
        <path d="M0 45 C 220 0 420 5 640 38 S 1060 62 1280 12 L 1280 100 L 0 100 Z" fill="{soft}"/>
        <path d="M0 72 C 180 38 380 48 560 68 S 980 88 1280 46 L 1280 100 L 0 100 Z" fill="{half}"/>
        <path d="M0 90 C 240 72 420 80 700 92 S 1100 90 1280 80 L 1280 100 L 0 100 Z" fill="{accent}"/></svg>`
}
