#include "sync/server/PracticeFolder.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Json.h"

using kiosk::Bytes;
using kiosk::ErrorKind;
using kiosk::Path;
using kiosk::Result;
using kiosk::SecretBytes;

namespace sync_server {

namespace {

constexpr std::size_t smallFile = 1U << 20U;

Result<std::string> readText(Path const& file) {
    return std::string(kiosk::asText(TRY(kiosk::base::readFile(file, smallFile))));
}

Result<SecretBytes> readSecret(Path const& file) {
    auto bytes = TRY(kiosk::base::readFile(file, smallFile));
    SecretBytes secret(bytes);
    kiosk::base::wipe(bytes);
    return secret;
}

std::string_view firstLine(SecretBytes const& text) {
    auto all = kiosk::asText(text.view());
    return all.substr(0, all.find_first_of("\r\n"));
}

template <typename T>
Result<T> in(Path const& file, Result<T> result) {
    if (!result) return kiosk::fail(result.error().in(file.string()));
    return result;
}

Result<SecretBytes> readPassword(Path const& file) {
    auto text = TRY(readSecret(file));
    auto line = firstLine(text);
    if (line.empty()) return kiosk::fail(ErrorKind::Invalid, file.string() + ": no password in it");
    return SecretBytes(kiosk::asBytes(line));
}

Result<kiosk::crypto::SigningKey> readSigningKey(Path const& file) {
    auto text = TRY(readSecret(file));
    return in(file, kiosk::crypto::SigningKey::parse(kiosk::asText(text.view())));
}

Result<kiosk::crypto::Identity> readIdentity(Path const& file) {
    auto text = TRY(readSecret(file));
    auto identities = TRY(in(file, kiosk::crypto::Identity::parseFile(kiosk::asText(text.view()))));
    return std::move(identities.front());
}

struct Configuration {
    std::string practice;
    sync_http::Address listen;
    sync_http::Address page;
};

Result<Configuration> parseConfiguration(kiosk::ByteView text) {
    using kiosk::base::textMember;
    auto json = TRY(kiosk::base::parseJson(text));
    Configuration configuration;
    configuration.practice = TRY(textMember(json, "practice"));
    configuration.listen = TRY(sync_http::Address::parse(TRY(textMember(json, "listen"))));
    configuration.page = TRY(sync_http::Address::parse(TRY(textMember(json, "page"))));
    return configuration;
}

} // namespace

Result<SecretBytes> readKeyFile(Path const& file) {
    auto text = TRY(readSecret(file));
    auto key = kiosk::base::fromHex(firstLine(text));
    if (!key || key->size() != 32)
        return kiosk::fail(ErrorKind::Invalid, file.string() + ": not 64 hexadecimal digits");
    SecretBytes secret(*key);
    kiosk::base::wipe(*key);
    return secret;
}

Result<PracticeFolder> PracticeFolder::read(Path const& folder, Path const& credentials) {
    auto file = folder / "server.json";
    auto configuration = TRY(in(file, parseConfiguration(TRY(kiosk::base::readFile(file, smallFile)))));
    auto keys = credentials.empty() ? folder / "keys" : credentials;
    auto root = TRY(readText(folder / "root.dsse.json"));
    auto authority = TRY(readText(folder / "ca.pem"));
    auto certificate = TRY(readText(folder / "tls.pem"));
    auto authorityKey = TRY(readSecret(keys / "ca.key"));
    auto tlsKey = TRY(readSecret(keys / "tls.key"));
    auto storeKey = TRY(readKeyFile(keys / "store.key"));
    auto password = TRY(readPassword(keys / "page.password"));
    auto receiptKey = TRY(readSigningKey(keys / "receipt.key"));
    auto ingest = TRY(readIdentity(keys / "ingest.key"));
    return PracticeFolder{folder,
                          std::move(configuration.practice),
                          std::move(configuration.listen),
                          std::move(configuration.page),
                          std::move(root),
                          std::move(authority),
                          std::move(certificate),
                          std::move(authorityKey),
                          std::move(tlsKey),
                          std::move(storeKey),
                          std::move(password),
                          std::move(receiptKey),
                          std::move(ingest)};
}

} // namespace sync_server
