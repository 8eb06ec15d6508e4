pragma ComponentBehavior: Bound

import QtQuick

// A practice's own colour, and what goes with it, made readable: on light grounds as dark, on dark grounds as light as it
// takes for letters of it to reach 7:1 (WCAG 2.2, "relative luminance" and "contrast ratio"). What is readable stays as it is.
// No types at the functions: colours that Qt 6.4 compiles as arguments come out as others.
QtObject {
    id: brand

    required property color asked
    required property var grounds    // colours that it is used on
    property bool darkGrounds: false
    readonly property color dark: "black"
    readonly property color light: "white"
    readonly property real wanted: 7.1 // a little over, for colours are rounded

    readonly property color accent: readable()
    readonly property color pressed: mix(accent, darkGrounds ? light : dark, 0.4)
    readonly property color soft: softOf(accent)
    readonly property color ink: darkGrounds ? mix(accent, dark, 0.9) : light

    function mix(one, other, share) {
        return Qt.rgba(one.r + (other.r - one.r) * share, one.g + (other.g - one.g) * share, one.b + (other.b - one.b) * share, 1);
    }

    function softOf(colour) {
        return darkGrounds ? mix(colour, dark, 0.75) : mix(colour, light, 0.88);
    }

    function luminance(colour) {
        const linear = value => value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
        return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
    }

    function contrast(one, other) {
        const first = luminance(one);
        const second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    function isReadable(colour) {
        return [...grounds, softOf(colour)].every(ground => contrast(colour, ground) >= wanted);
    }

    function readable() {
        let colour = asked;
        for (let share = 0.02; share <= 1 && !isReadable(colour); share += 0.02)
            colour = mix(asked, darkGrounds ? light : dark, share);
        return colour;
    }
}
