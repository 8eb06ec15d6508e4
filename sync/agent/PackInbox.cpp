#include "sync/agent/PackInbox.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/packs/Pack.h"

#include <algorithm>
#include <set>

using kiosk::ByteView;
using kiosk::ErrorKind;
using kiosk::Path;
using kiosk::Result;
using kiosk::base::LogLevel;
using kiosk::packs::Trust;
using sync_protocol::PackVersions;

namespace sync_agent {

namespace {

constexpr std::size_t trustCap = 1U << 20U;

/// In order of version.
Result<std::set<std::pair<std::string, std::uint64_t>>> packsIn(Path const& folder) {
    std::set<std::pair<std::string, std::uint64_t>> packs;
    std::error_code error;
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error))
        if (auto pack = sync_protocol::parsePackFileName(entry->path().filename().string())) packs.insert(*pack);
    if (error) return kiosk::fail(ErrorKind::NotFound, folder.string() + ": " + error.message());
    return packs;
}

/// What was remembered, or where that is lost the anchor: kiosk-app remembers for itself what must not come back.
Result<Trust> readTrust(PackInbox::Places const& places) {
    auto anchor = Trust::anchor(TRY(kiosk::base::readFile(places.anchor, trustCap)));
    if (!anchor) return kiosk::fail(anchor.error().in(places.anchor.string()));
    auto text = kiosk::base::readFile(places.trust, trustCap);
    if (!text && text.error().kind == ErrorKind::NotFound) return anchor;
    auto trust = text ? Trust::fromText(*text) : Result<Trust>(kiosk::fail(text.error()));
    if (trust) return trust;
    kiosk::base::log(LogLevel::Alarm, "agent", "what was known of packs is lost", {{"reason", trust.error().text}});
    return anchor;
}

} // namespace

Result<PackInbox> PackInbox::open(Places places, kiosk::Clock const& clock) {
    auto trust = TRY(readTrust(places));
    PackInbox inbox(std::move(places), std::move(trust), clock);
    TRY(inbox.checkFolder());
    return inbox;
}

Result<void> PackInbox::checkFolder() {
    auto const before = m_trust.toText();
    for (auto const& [name, version] : TRY(packsIn(m_places.incoming))) {
        auto trust = check(name, version);
        if (trust) {
            m_trust = std::move(*trust);
            m_good[name] = version;
        } else {
            kiosk::base::log(LogLevel::Warning, "agent", "a pack that lies here does not count",
                             {{"file", fileOf(name, version).string()}, {"reason", trust.error().text}});
        }
    }
    if (m_trust.toText() == before) return {};
    if (auto kept = remember(m_trust); !kept) kiosk::base::log(LogLevel::Warning, "agent", kept.error().text);
    return {};
}

/// One that was accepted before stays good when it expires, or when the clock is wrong.
Result<Trust> PackInbox::check(std::string const& name, std::uint64_t version) const {
    auto bytes = TRY(kiosk::base::readFile(fileOf(name, version), kiosk::packs::packCapBytes));
    if (kiosk::packs::reopenPackAcceptedBefore(bytes, m_trust, name)) return m_trust;
    return check(bytes, name, version);
}

Result<Trust> PackInbox::check(ByteView file, std::string const& name, std::uint64_t version) const {
    auto loaded = TRY(kiosk::packs::loadPack(file, m_trust, name, m_clock.now()));
    if (loaded.pack.version() != version) return kiosk::fail(ErrorKind::Invalid, "pack: of another version");
    return std::move(loaded.trust);
}

Result<void> PackInbox::remember(Trust trust) {
    constexpr unsigned everyoneReads = 0644; // there is no secret in it
    TRY(kiosk::base::writeFileDurably(m_places.trust, kiosk::asBytes(trust.toText()), everyoneReads));
    m_trust = std::move(trust);
    return {};
}

Path PackInbox::fileOf(std::string const& name, std::uint64_t version) const {
    return m_places.incoming / sync_protocol::packFileName(name, version);
}

PackVersions PackInbox::have() const {
    PackVersions versions = m_refused;
    for (auto const& [name, version] : m_good) {
        std::error_code ignored;
        if (std::filesystem::exists(fileOf(name, version), ignored)) versions[name] = std::max(versions[name], version);
    }
    return versions;
}

Result<void> PackInbox::put(ByteView bytes) {
    auto const pack = TRY(kiosk::packs::Pack::parse(bytes));
    auto const& name = pack.name();
    if (!sync_protocol::isPackName(name)) return kiosk::fail(ErrorKind::Invalid, "pack: bad name");
    if (have()[name] >= pack.version()) return kiosk::fail(ErrorKind::Invalid, "pack: not newer than the one here");
    auto trust = check(bytes, name, pack.version());
    if (!trust) {
        passOver(name, pack.version());
        return kiosk::fail(trust.error().in(name));
    }
    TRY(kiosk::base::writeFileDurably(fileOf(name, pack.version()), bytes, kiosk::base::groupReads));
    TRY(remember(std::move(*trust)));
    m_good[name] = pack.version();
    removeOthers(name, pack.version());
    return {};
}

/// Once for each name: no server can have us ask on and on.
void PackInbox::passOver(std::string const& name, std::uint64_t version) {
    if (have().size() < sync_protocol::mostPacks) m_refused.emplace(name, version);
}

/// Also newer ones: they were not good. One that cannot be removed is only in the way.
void PackInbox::removeOthers(std::string const& name, std::uint64_t version) const {
    for (auto const& other : packsIn(m_places.incoming).value_or(std::set<std::pair<std::string, std::uint64_t>>())) {
        std::error_code ignored;
        if (other.first == name && other.second != version)
            std::filesystem::remove(fileOf(name, other.second), ignored);
    }
}

} // namespace sync_agent
