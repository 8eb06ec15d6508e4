#pragma once

#include "kiosk/viewmodels/StoreThread.h"

namespace kiosk::app {

/// What enrolment left on this kiosk: who it is, whom it trusts, its keys.
struct KioskFolder {
    viewmodels::Device device;
    SecretBytes storeKey;
    Bytes anchor; ///< root.dsse.json
    viewmodels::Storeroom::Places places;

    /// Keys are taken from the folder `credentials` (systemd's $CREDENTIALS_DIRECTORY) if it is not empty, else from
    /// app-keys in `folder`. NotFound: not enrolled; Invalid, Corrupt, Denied: names the file, never part of a key.
    static Result<KioskFolder> read(Path const& folder, Path const& credentials);
};

} // namespace kiosk::app
