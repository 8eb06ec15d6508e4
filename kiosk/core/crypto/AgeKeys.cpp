#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Bech32.h"

#include <algorithm>
#include <sodium.h>

namespace kiosk::crypto {

namespace {

constexpr std::string_view recipientPrefix = "age";
constexpr std::string_view identityPrefix = "age-secret-key-"; // in its lower case, which carries the checksum
constexpr std::size_t keySize = crypto_scalarmult_BYTES;

char toLower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}
std::uint8_t toUpper(std::uint8_t c) {
    return c >= 'a' && c <= 'z' ? static_cast<std::uint8_t>(c - ('a' - 'A')) : c;
}
bool isLower(char c) {
    return c >= 'a' && c <= 'z';
}

} // namespace

Result<Recipient> Recipient::parse(std::string_view text) {
    auto const key = bech32::decode(recipientPrefix, text);
    if (!key) return fail(key.error().in("age recipient"));
    if (key->size() != keySize) return fail(ErrorKind::Invalid, "age recipient: not 32 bytes");
    Recipient recipient;
    std::copy_n(key->data(), keySize, recipient.bytes.begin());
    return recipient;
}

std::string Recipient::toText() const {
    return std::string(asText(bech32::encode(recipientPrefix, bytes)));
}

Identity::Identity(SecretBytes secret) : m_secret(std::move(secret)) {
    crypto_scalarmult_base(m_recipient.bytes.data(), m_secret.data());
}

Identity Identity::generate() {
    return Identity(SecretBytes::random(keySize));
}

Result<Identity> Identity::parse(std::string_view text) {
    if (std::any_of(text.begin(), text.end(), isLower))
        return fail(ErrorKind::Invalid, "age identity: must be upper case");
    std::string lower(text);
    std::transform(lower.begin(), lower.end(), lower.begin(), toLower);
    auto key = bech32::decode(identityPrefix, lower);
    base::wipe(lower);
    if (!key) return fail(key.error().in("age identity"));
    if (key->size() != keySize) return fail(ErrorKind::Invalid, "age identity: not 32 bytes");
    return Identity(std::move(*key));
}

Result<std::vector<Identity>> Identity::parseFile(std::string_view text) {
    std::vector<Identity> identities;
    for (int number = 1; !text.empty(); ++number) {
        auto line = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(text.size(), line.size() + 1));
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty() || line.starts_with('#')) continue;
        auto identity = parse(line);
        if (!identity) return fail(identity.error().in("line " + std::to_string(number)));
        identities.push_back(std::move(*identity));
    }
    if (identities.empty()) return fail(ErrorKind::Invalid, "age identity: none in this file");
    return identities;
}

SecretBytes Identity::toText() const {
    auto text = bech32::encode(identityPrefix, m_secret);
    std::transform(text.data(), text.data() + text.size(), text.data(), toUpper);
    return text;
}

Result<SecretBytes> Identity::agree(std::array<std::uint8_t, 32> const& share) const {
    SecretBytes shared(keySize);
    if (crypto_scalarmult(shared.data(), m_secret.data(), share.data()) != 0)
        return fail(ErrorKind::Corrupt, "X25519 share of low order");
    return shared;
}

} // namespace kiosk::crypto
