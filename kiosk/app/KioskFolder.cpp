#include "kiosk/app/KioskFolder.h"

#include "kiosk/core/base/Encoding.h"

namespace kiosk::app {

namespace {

constexpr std::size_t smallFileBytes = 1U << 20U;
constexpr std::size_t storeKeyBytes = 32;

Result<Uuid> readDeviceId(Path const& file) {
    auto const content = base::readFile(file, smallFileBytes);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return fail(ErrorKind::NotFound, file.string() + ": not there: this kiosk is not enrolled (kiosk-syncd enrol)");
    auto const json = base::parseJson(TRY(content));
    if (!json) return fail(json.error().in(file.string()));
    auto const id = base::textMember(*json, "device_id").and_then([](auto const& text) { return Uuid::parse(text); });
    if (!id) return fail(id.error().in(file.string()));
    return *id;
}

std::string_view trimmed(std::string_view text) {
    auto const end = text.find_last_not_of(" \r\n\t");
    return text.substr(0, end == std::string_view::npos ? 0 : end + 1);
}

Result<SecretBytes> readStoreKey(Path const& file) {
    auto text = TRY(base::readFile(file, smallFileBytes));
    auto key = base::fromHex(trimmed(asText(text)));
    base::wipe(text);
    if (!key || key->size() != storeKeyBytes)
        return fail(ErrorKind::Invalid, file.string() + ": not 64 hexadecimal digits");
    SecretBytes secret(*key);
    base::wipe(*key);
    return secret;
}

Result<crypto::SigningKey> readSigningKey(Path const& file) {
    auto text = TRY(base::readFile(file, smallFileBytes));
    auto key = crypto::SigningKey::parse(asText(text));
    base::wipe(text);
    if (!key) return fail(key.error().in(file.string()));
    return key;
}

} // namespace

Result<KioskFolder> KioskFolder::read(Path const& folder, Path const& credentials) {
    auto const keys = credentials.empty() ? folder / "app-keys" : credentials;
    auto const id = TRY(readDeviceId(folder / "device.json"));
    auto anchor = TRY(base::readFile(folder / "root.dsse.json", smallFileBytes));
    if (auto const sound = packs::Trust::anchor(anchor); !sound)
        return fail(sound.error().in((folder / "root.dsse.json").string()));
    auto storeKey = TRY(readStoreKey(keys / "store.key"));
    auto signingKey = TRY(readSigningKey(keys / "device-signing.key"));
    return KioskFolder{
        {id, std::move(signingKey)},
        std::move(storeKey),
        std::move(anchor),
        {folder / "app" / "kiosk.db", folder / "outbox", {folder / "app" / "packs", folder / "packs" / "incoming"}}};
}

} // namespace kiosk::app
