#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/base/SecretBytes.h"
#include "kiosk/core/base/Uuid.h"

namespace sync_agent {

/// device.json: who this kiosk is and where its server is.
struct DeviceFile {
    kiosk::Uuid device;
    std::string name;
    std::string host;
    std::uint16_t port = 0;

    [[nodiscard]] std::string toText() const;
    /// Invalid, with the member's name.
    [[nodiscard]] static kiosk::Result<DeviceFile> parse(kiosk::ByteView text);
};

/// The part of a kiosk's folder that kiosk-syncd may see.
struct KioskFolder {
    kiosk::Path folder;
    DeviceFile device;
    std::string authorityPem;
    std::string certificatePem;
    kiosk::SecretBytes keyPem;

    /// The key comes from `credentials` ($CREDENTIALS_DIRECTORY), or where that is empty from sync-keys/. Every error
    /// names the file.
    [[nodiscard]] static kiosk::Result<KioskFolder> read(kiosk::Path const& folder, kiosk::Path const& credentials);

    [[nodiscard]] kiosk::Path outbox() const { return folder / "outbox"; }
    [[nodiscard]] kiosk::Path packs() const { return folder / "packs" / "incoming"; }
    [[nodiscard]] kiosk::Path root() const { return folder / "root.dsse.json"; }
    [[nodiscard]] kiosk::Path packTrust() const { return folder / "sync" / "pack-trust.json"; }
    [[nodiscard]] kiosk::Path status() const { return folder / "sync" / "status.json"; }
};

} // namespace sync_agent
