#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/packs/Trust.h"
#include "sync/protocol/Routes.h"

namespace sync_agent {

/// packs/incoming: where packs from the server wait for kiosk-app, which decides. Only a pack that kiosk-app could
/// accept comes in: signed by enough approvers, newer than what was here before, not expired. All this needs is public,
/// and nothing that the server says counts before it is checked. Keeps the newest of each name.
class PackInbox {
public:
    struct Places {
        kiosk::Path incoming;
        kiosk::Path anchor; ///< root.dsse.json, from enrolment
        kiosk::Path trust;  ///< file for what was followed and accepted since
    };

    /// Checks what lies there already, so that it neither counts nor stays in the way where it is bad. NotFound,
    /// Corrupt, Denied: folder or anchor, by name. The clock must outlive the inbox.
    [[nodiscard]] static kiosk::Result<PackInbox> open(Places places, kiosk::Clock const& clock);

    /// What need not be sent: good packs that are here, and those that were refused in this round, so that others which
    /// the server has behind them come through.
    [[nodiscard]] sync_protocol::PackVersions have() const;
    /// Durable on return. Refused with the step that failed, and nothing changes: loadPack(), or a pack that have()
    /// names. Full, Internal: a good one could not be kept.
    [[nodiscard]] kiosk::Result<void> put(kiosk::ByteView pack);

    /// The server has nothing more. What was refused may be sent again: the server may have something better by then.
    void endRound() { m_refused.clear(); }

private:
    PackInbox(Places places, kiosk::packs::Trust trust, kiosk::Clock const& clock) :
        m_places(std::move(places)), m_trust(std::move(trust)), m_clock(clock) {}

    [[nodiscard]] kiosk::Result<void> checkFolder();
    [[nodiscard]] kiosk::Result<kiosk::packs::Trust> check(std::string const& name, std::uint64_t version) const;
    [[nodiscard]] kiosk::Result<kiosk::packs::Trust> check(kiosk::ByteView file, std::string const& name,
                                                           std::uint64_t version) const;
    [[nodiscard]] kiosk::Result<void> remember(kiosk::packs::Trust trust);
    void passOver(std::string const& name, std::uint64_t version);
    void removeOthers(std::string const& name, std::uint64_t version) const;
    [[nodiscard]] kiosk::Path fileOf(std::string const& name, std::uint64_t version) const;

    Places m_places;
    kiosk::packs::Trust m_trust;
    sync_protocol::PackVersions m_good;    ///< checked and put here
    sync_protocol::PackVersions m_refused; ///< in this round; each name once
    kiosk::Clock const& m_clock;
};

} // namespace sync_agent
