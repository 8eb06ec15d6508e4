import QtQuick

// A heart with a tick: it is done, and it was welcome.
Drawing {
    lines: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120"><circle cx="60" cy="60" r="58" fill="{soft}"/>
        <path d="M60 94 C 30 72 22 58 26 44 C 30 31 48 29 60 45 C 72 29 90 31 94 44 C 98 58 90 72 60 94 Z" fill="{accent}"/>
        <path d="M46 60 L 56 70 L 75 50" fill="none" stroke="{ink}" stroke-width="7" stroke-linecap="round" stroke-linejoin="round"/></svg>`
}
