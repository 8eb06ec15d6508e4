#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/Signing.h"
#include "sync/http/Server.h"

namespace sync_server {

/// Everything the server is given in its folder, read and checked once at start.
struct PracticeFolder {
    kiosk::Path folder;
    std::string practice;
    sync_http::Address listen;
    sync_http::Address page;
    std::string root;           ///< root.dsse.json
    std::string authorityPem;   ///< ca.pem
    std::string certificatePem; ///< tls.pem
    kiosk::SecretBytes authorityKeyPem;
    kiosk::SecretBytes tlsKeyPem;
    kiosk::SecretBytes storeKey;
    kiosk::SecretBytes pagePassword;
    kiosk::crypto::SigningKey receiptKey;
    kiosk::crypto::Identity ingest;

    /// Keys come from `credentials` ($CREDENTIALS_DIRECTORY), or where that is empty from keys/. Every error names the
    /// file.
    [[nodiscard]] static kiosk::Result<PracticeFolder> read(kiosk::Path const& folder, kiosk::Path const& credentials);

    [[nodiscard]] kiosk::Path database() const { return folder / "data" / "practice.db"; }
};

/// A file of 64 hex digits as 32 bytes of key. Errors name the file, never its content.
[[nodiscard]] kiosk::Result<kiosk::SecretBytes> readKeyFile(kiosk::Path const& file);

} // namespace sync_server
