#pragma once

#include <bit>
#include <cstdint>
#include <string>

/// WebM files by their parts, as no writer makes them: whole, but what is in their frames is no picture.
namespace tests::films {

inline std::string bytes(std::uint64_t number, int count) {
    std::string text;
    for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) text += char(number >> unsigned(shift) & 0xFFU);
    return text;
}

/// An element with its length in eight bytes, as a writer leaves room for it.
inline std::string element(std::string const& id, std::string const& content) {
    return id + bytes(0x0100000000000000U | content.size(), 8) + content;
}

inline std::string header(std::string const& docType = "webm") {
    return element("\x1A\x45\xDF\xA3", element("\x42\x82", docType) + element("\x42\x85", "\x02"));
}
inline std::string times(float duration) {
    return element("\x15\x49\xA9\x66", element("\x2A\xD7\xB1", bytes(1000000, 4)) +
                                           element("\x44\x89", bytes(std::bit_cast<std::uint32_t>(duration), 4)));
}
inline std::string tracks(std::string const& entries) {
    return element("\x16\x54\xAE\x6B", entries);
}
inline std::string picture(std::string const& codec = "V_VP9", unsigned wide = 640, unsigned high = 360) {
    return element("\xAE", element("\xD7", "\x01") + element("\x73\xC5", "\x01") + element("\x83", "\x01") +
                               element("\x86", codec) +
                               element("\xE0", element("\xB0", bytes(wide, 2)) + element("\xBA", bytes(high, 2))));
}
inline std::string sound(std::string const& codec = "A_OPUS") {
    return element("\xAE", element("\xD7", "\x02") + element("\x83", "\x02") + element("\x86", codec));
}
inline std::string frame(unsigned at, char track = '\x81') {
    return element("\x1F\x43\xB6\x75",
                   element("\xE7", bytes(at, 4)) + element("\xA3", std::string{track, 0, 5, char(0x80), 'x', 'y'}));
}
inline std::string film(std::string const& inSegment) {
    return header() + element("\x18\x53\x80\x67", inSegment);
}

} // namespace tests::films
