#pragma once

#include "kiosk/core/base/SecretBytes.h"
#include "sync/protocol/Enrolment.h"
#include "sync/server/PackShelf.h"
#include "sync/server/ServerStore.h"

#include <map>

namespace sync_server {

/// What the server needs to take kiosks in.
struct EnrolmentKeys {
    std::string authorityPem;
    kiosk::SecretBytes authorityKeyPem;
    std::string root; ///< root.dsse.json
};

/// Makes a kiosk of somebody who has a one-time code. The codes are files in a folder, <hash of code>.json with
/// {"name","expires"}, put there by practice-admin; a code that was used becomes <hash of code>.used.
class EnrolmentDesk {
public:
    EnrolmentDesk(kiosk::Path codes, EnrolmentKeys keys, PackShelf const& packs, ServerStore& store,
                  kiosk::Clock const& clock) :
        m_codes(std::move(codes)),
        m_keys(std::move(keys)), m_packs(packs), m_store(store), m_clock(clock) {}

    /// Denied: code unknown, used or expired (which of these is not told). Invalid: the request breaks a rule; the code
    /// stays good. Locked: this address was refused too often just now. Internal, NotFound: our own files or store.
    [[nodiscard]] Result<sync_protocol::EnrolmentGrant> enrol(ByteView request, std::string const& address);

private:
    [[nodiscard]] Result<sync_protocol::EnrolmentGrant> grant(sync_protocol::EnrolmentRequest const& request);
    [[nodiscard]] Result<void> checkCode(std::string const& hash) const;
    [[nodiscard]] Result<Bytes> newestFactoryPack() const;
    [[nodiscard]] bool isTooFast(std::string const& address);
    void noteRefusal(std::string const& address);

    struct Refused {
        int count = 0;
        Instant since;
    };

    kiosk::Path m_codes;
    EnrolmentKeys m_keys;
    PackShelf const& m_packs;
    ServerStore& m_store;
    kiosk::Clock const& m_clock;
    std::map<std::string, Refused> m_refused; ///< by address
};

} // namespace sync_server
