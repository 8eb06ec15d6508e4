#include "kiosk/core/crypto/Bech32.h"

#include <algorithm>
#include <array>

namespace kiosk::crypto::bech32 {

namespace {

constexpr std::string_view alphabet = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
constexpr std::size_t checksumSize = 6;
constexpr std::size_t maximumText = 256; // an age key has 62 or 74 characters

/// The BCH code of BIP 173, one 5-bit group at a time.
class Checksum {
public:
    explicit Checksum(std::string_view prefix) {
        for (char const c : prefix) add(static_cast<std::uint8_t>(c) >> 5U);
        add(0);
        for (char const c : prefix) add(static_cast<std::uint8_t>(c) & 31U);
    }
    void add(std::uint32_t group) {
        constexpr std::array<std::uint32_t, 5> generator{0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3};
        auto const top = m_value >> 25U;
        m_value = ((m_value & 0x1ffffffU) << 5U) ^ group;
        for (std::size_t bit = 0; bit < generator.size(); ++bit)
            if (((top >> bit) & 1U) != 0) m_value ^= generator[bit];
    }
    [[nodiscard]] std::uint32_t value() const { return m_value; }

private:
    std::uint32_t m_value = 1;
};

/// Hands the bits of `input`, `inputWidth` a time, to `output` in groups of `outputWidth`; returns how many bits are
/// left and their value. All steps depend on sizes only.
struct Rest {
    std::uint32_t bits = 0;
    std::uint32_t count = 0;
};
template <typename Output>
Rest regroup(ByteView input, std::uint32_t inputWidth, std::uint32_t outputWidth, Output const& output) {
    Rest rest;
    for (auto const value : input) {
        rest.bits = ((rest.bits << inputWidth) | value) & 0xfffU;
        rest.count += inputWidth;
        while (rest.count >= outputWidth) {
            rest.count -= outputWidth;
            output(static_cast<std::uint8_t>((rest.bits >> rest.count) & ((1U << outputWidth) - 1U)));
        }
    }
    rest.bits &= (1U << rest.count) - 1U;
    return rest;
}

SecretBytes toGroups(ByteView bytes) {
    SecretBytes groups((bytes.size() * 8 + 4) / 5);
    auto* next = groups.data();
    auto const rest = regroup(bytes, 8, 5, [&next](std::uint8_t group) { *next++ = group; });
    if (rest.count > 0) *next = static_cast<std::uint8_t>(rest.bits << (5U - rest.count));
    return groups;
}

Result<SecretBytes> fromGroups(ByteView groups) {
    SecretBytes bytes(groups.size() * 5 / 8);
    auto* next = bytes.data();
    auto const rest = regroup(groups, 5, 8, [&next](std::uint8_t byte) { *next++ = byte; });
    if (rest.count >= 5 || rest.bits != 0) return fail(ErrorKind::Invalid, "not bech32: left-over bits");
    return bytes;
}

Result<SecretBytes> groupsOf(std::string_view text) {
    SecretBytes groups(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        auto const group = alphabet.find(text[i]);
        if (group == std::string_view::npos)
            return fail(ErrorKind::Invalid, "not bech32: a character is not of its alphabet");
        groups.data()[i] = static_cast<std::uint8_t>(group);
    }
    return groups;
}

} // namespace

SecretBytes encode(std::string_view prefix, ByteView bytes) {
    auto const groups = toGroups(bytes);
    SecretBytes text(prefix.size() + 1 + groups.size() + checksumSize);
    auto* next = std::copy(prefix.begin(), prefix.end(), text.data());
    *next++ = '1';
    Checksum checksum(prefix);
    for (auto const group : groups.view()) {
        checksum.add(group);
        *next++ = static_cast<std::uint8_t>(alphabet[group]);
    }
    for (std::size_t i = 0; i < checksumSize; ++i) checksum.add(0);
    for (std::uint32_t shift = 30; shift > 0; shift -= 5)
        *next++ = static_cast<std::uint8_t>(alphabet[((checksum.value() ^ 1U) >> (shift - 5U)) & 31U]);
    return text;
}

Result<SecretBytes> decode(std::string_view prefix, std::string_view text) {
    if (text.size() > maximumText || text.size() < prefix.size() + 1 + checksumSize || !text.starts_with(prefix) ||
        text[prefix.size()] != '1')
        return fail(ErrorKind::Invalid, "not bech32: does not begin with " + std::string(prefix) + "1");
    auto const groups = TRY(groupsOf(text.substr(prefix.size() + 1)));
    Checksum checksum(prefix);
    for (auto const group : groups.view()) checksum.add(group);
    if (checksum.value() != 1) return fail(ErrorKind::Invalid, "not bech32: the checksum is wrong");
    return fromGroups(groups.view().first(groups.size() - checksumSize));
}

} // namespace kiosk::crypto::bech32
