#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/packs/Pack.h"
#include "kiosk/core/store/Store.h"
#include "kiosk/viewmodels/Catalogue.h"

#include <set>

namespace kiosk::viewmodels {

/// The one pack in force, and those that the agent brought. What was accepted is remembered in the store's settings, so
/// that an older pack does not come back by copying files. One thread: the one that owns the store.
class PackShelf {
public:
    using Shared = std::shared_ptr<const Catalogue>;
    struct Places {
        Path accepted; ///< folder that holds factory.pack
        Path incoming; ///< folder that the agent writes NAME-VERSION.pack to; only read
    };

    /// `anchor`: the root.dsse.json that came with enrolment, trusted as long as nothing is remembered.
    PackShelf(Places places, Bytes anchor, store::Store& store, Clock const& clock);

    /// The pack accepted last; on a kiosk just enrolled, the one that came with enrolment. One that has run out since
    /// is still taken, with an alarm in the log: a late renewal must not close the kiosk. NotFound, Denied, Corrupt,
    /// Invalid: names the file and the step that failed.
    Result<Shared> open();
    /// The newest factory pack of the incoming folder that is newer than the one in force, copied durably and
    /// remembered; null if there is none. A bad one changes nothing and gives one alarm. Full, Internal: a good one
    /// could not be kept; ask again.
    Result<Shared> takeIncoming();

private:
    [[nodiscard]] Result<packs::Trust> trust() const;
    [[nodiscard]] Path acceptedFile() const { return m_places.accepted / "factory.pack"; }
    Result<Shared> openFirst();
    struct Offer;
    [[nodiscard]] Result<Offer> judge(Path const& file) const;
    Result<Shared> accept(Offer const& offer);
    Result<Shared> reopen(packs::Trust const& trust, ByteView file, Error const& why) const;
    [[nodiscard]] std::optional<Path> newestCandidate(std::uint64_t inForce) const;

    Places m_places;
    Bytes m_anchor;
    store::Store& m_store;
    Clock const& m_clock;
    struct Refusal {
        std::uintmax_t size = 0;
        std::filesystem::file_time_type written;
        Instant at;
    };
    [[nodiscard]] Refusal looked(Path const& file) const;
    [[nodiscard]] bool wasRefused(Path const& file) const;
    std::map<Path, Refusal> m_refused; ///< so that one bad file does not alarm at each look
};

} // namespace kiosk::viewmodels
