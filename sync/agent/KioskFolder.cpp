#include "sync/agent/KioskFolder.h"

#include "kiosk/core/base/Json.h"

using kiosk::ByteView;
using kiosk::ErrorKind;
using kiosk::Json;
using kiosk::Path;
using kiosk::Result;

namespace sync_agent {

namespace {

constexpr std::size_t smallFile = 1U << 20U;

Result<std::string> readText(Path const& file) {
    return std::string(kiosk::asText(TRY(kiosk::base::readFile(file, smallFile))));
}

Result<kiosk::SecretBytes> readSecret(Path const& file) {
    auto bytes = TRY(kiosk::base::readFile(file, smallFile));
    kiosk::SecretBytes secret(bytes);
    kiosk::base::wipe(bytes);
    return secret;
}

} // namespace

std::string DeviceFile::toText() const {
    return Json{{"device_id", device.toString()}, {"name", name}, {"host", host}, {"port", port}}.dump(2) + "\n";
}

Result<DeviceFile> DeviceFile::parse(ByteView text) {
    using kiosk::base::textMember;
    auto json = TRY(kiosk::base::parseJson(text));
    auto port = TRY(kiosk::base::integerMember(json, "port"));
    if (port < 1 || port > 65535) return kiosk::fail(ErrorKind::Invalid, "port: not from 1 to 65535");
    DeviceFile file;
    file.device = TRY(kiosk::Uuid::parse(TRY(textMember(json, "device_id"))));
    file.name = TRY(textMember(json, "name"));
    file.host = TRY(textMember(json, "host"));
    file.port = static_cast<std::uint16_t>(port);
    return file;
}

Result<KioskFolder> KioskFolder::read(Path const& folder, Path const& credentials) {
    auto file = folder / "device.json";
    auto device = DeviceFile::parse(TRY(kiosk::base::readFile(file, smallFile)));
    if (!device) return kiosk::fail(device.error().in(file.string()));
    auto keys = credentials.empty() ? folder / "sync-keys" : credentials;
    auto authority = TRY(readText(folder / "sync" / "ca.pem"));
    auto certificate = TRY(readText(folder / "sync" / "device.pem"));
    auto key = TRY(readSecret(keys / "device-tls.key"));
    return KioskFolder{folder, std::move(*device), std::move(authority), std::move(certificate), std::move(key)};
}

} // namespace sync_agent
