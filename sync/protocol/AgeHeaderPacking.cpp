#include "sync/protocol/AgeHeaderPacking.h"

#include "kiosk/core/base/Encoding.h"

using kiosk::Bytes;
using kiosk::ByteView;
using kiosk::base::append;

namespace sync_protocol {

namespace {

constexpr std::string_view versionLine = "age-encryption.org/v1\n";
constexpr std::string_view stanzaStart = "-> X25519 ";
constexpr std::string_view macStart = "--- ";
constexpr std::size_t keyText = 43; // base64 of 32 bytes without padding
constexpr std::size_t keySize = 32;
constexpr std::size_t maximumStanzas = 255;

/// Walks over a header's text; stops at the first thing that is not as we write it.
class HeaderText {
public:
    explicit HeaderText(ByteView file) : m_left(kiosk::asText(file)) {}

    bool skip(std::string_view expected) {
        if (!m_left.starts_with(expected)) return false;
        m_left.remove_prefix(expected.size());
        return true;
    }
    /// One key in base64, then `end`.
    bool key(Bytes& to, char end) {
        if (m_left.size() <= keyText || m_left[keyText] != end) return false;
        auto bytes = kiosk::base::fromBase64(m_left.substr(0, keyText), kiosk::base::Padding::No);
        if (!bytes) return false;
        append(to, *bytes);
        m_left.remove_prefix(keyText + 1);
        return true;
    }
    [[nodiscard]] std::string_view left() const { return m_left; }

private:
    std::string_view m_left;
};

void appendKeyText(Bytes& to, ByteView key) {
    append(to, kiosk::asBytes(kiosk::base::toBase64(key, kiosk::base::Padding::No)));
}

void appendStanza(Bytes& to, ByteView share, ByteView body) {
    append(to, kiosk::asBytes(stanzaStart));
    appendKeyText(to, share);
    to.push_back('\n');
    appendKeyText(to, body);
    to.push_back('\n');
}

} // namespace

std::optional<PackedAge> packAgeHeader(ByteView ageFile) {
    HeaderText text(ageFile);
    Bytes packed{0};
    if (!text.skip(versionLine)) return std::nullopt;
    for (; text.skip(stanzaStart); ++packed[0])
        if (packed[0] == maximumStanzas || !text.key(packed, '\n') || !text.key(packed, '\n')) return std::nullopt;
    if (packed[0] == 0 || !text.skip(macStart) || !text.key(packed, '\n')) return std::nullopt;
    return PackedAge{std::move(packed), kiosk::asBytes(text.left())};
}

void unpackAgeHeader(Cursor& from, Bytes& to) {
    append(to, kiosk::asBytes(versionLine));
    for (int left = from.takeU8(); left > 0 && from.ok(); --left) {
        auto share = from.take(keySize);
        appendStanza(to, share, from.take(keySize));
    }
    append(to, kiosk::asBytes(macStart));
    appendKeyText(to, from.take(keySize));
    to.push_back('\n');
}

} // namespace sync_protocol
