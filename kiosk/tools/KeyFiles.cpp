#include "kiosk/tools/KeyFiles.h"

#include <algorithm>

namespace kiosk::tools {

namespace {

constexpr std::size_t keyFileCap = 64U << 10U;

/// A file's secret content, in guarded memory.
Result<SecretBytes> readSecret(Path const& file) {
    auto content = TRY(base::readFile(file, keyFileCap));
    SecretBytes secret(content);
    base::wipe(content);
    return secret;
}

template <typename T>
Result<T> named(Path const& file, Result<T> result) {
    if (!result) return fail(result.error().in(file.string()));
    return result;
}

Result<std::vector<crypto::Recipient>> parseRecipientLines(std::string_view text) {
    std::vector<crypto::Recipient> recipients;
    while (!text.empty()) {
        auto const end = text.find('\n');
        auto line = text.substr(0, end);
        text.remove_prefix(end == text.npos ? text.size() : end + 1);
        if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
        if (line.starts_with("AGE-SECRET-KEY-"))
            return fail(ErrorKind::Invalid, "holds a secret key; its public half is wanted (age-keygen -y)");
        if (!line.empty() && line.front() != '#') recipients.push_back(TRY(crypto::Recipient::parse(line)));
    }
    if (recipients.empty()) return fail(ErrorKind::Invalid, "names no recipient (age1...)");
    return recipients;
}

} // namespace

SecretBytes identityFileText(crypto::Identity const& identity, Instant created) {
    auto const head =
        "# created: " + base::toIsoText(created) + "\n# public key: " + identity.recipient().toText() + "\n";
    auto const key = identity.toText();
    SecretBytes text(head.size() + key.size() + 1);
    std::copy(head.begin(), head.end(), text.data());
    std::copy_n(key.data(), key.size(), text.data() + head.size());
    text.data()[text.size() - 1] = '\n';
    return text;
}

Result<void> writeSealedKey(Path const& file, SecretBytes const& keyText, SecretBytes const& passphrase) {
    return base::writeFileDurably(file, TRY(crypto::sealWithPassphrase(keyText, passphrase)));
}

Result<crypto::SigningKey> openApproverKey(Path const& file, SecretBytes const& passphrase) {
    auto plain = TRY(named(file, crypto::openWithPassphrase(TRY(base::readFile(file, keyFileCap)), passphrase)));
    const SecretBytes text{ByteView(plain)};
    base::wipe(plain);
    return named(file, crypto::SigningKey::parse(asText(text)));
}

Result<crypto::SigningKey> readSigningKey(Path const& file) {
    return named(file, crypto::SigningKey::parse(asText(TRY(readSecret(file)))));
}

Result<std::vector<crypto::Identity>> readIdentities(Path const& file) {
    auto const text = TRY(readSecret(file));
    if (asText(text).starts_with("age-encryption.org/"))
        return fail(ErrorKind::Invalid, file.string() + ": is sealed with a passphrase: open it first (age -d)");
    return named(file, crypto::Identity::parseFile(asText(text)));
}

Result<std::vector<crypto::Recipient>> readRecipients(std::string const& textOrFile) {
    if (textOrFile.starts_with("age1")) return std::vector(1, TRY(crypto::Recipient::parse(textOrFile)));
    return named(textOrFile, parseRecipientLines(asText(TRY(base::readFile(textOrFile, keyFileCap)))));
}

} // namespace kiosk::tools
