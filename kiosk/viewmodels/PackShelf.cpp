#include "kiosk/viewmodels/PackShelf.h"

#include "kiosk/core/base/Log.h"

#include <charconv>

namespace kiosk::viewmodels {

namespace {

constexpr std::string_view factory = "factory";
constexpr std::string_view trustSetting = "pack-trust";

/// 0 where the name is not `factory-<version>.pack`.
std::uint64_t versionInName(Path const& file) {
    auto const name = file.filename().string();
    constexpr std::string_view before = "factory-";
    constexpr std::string_view after = ".pack";
    if (!name.starts_with(before) || !name.ends_with(after)) return 0;
    auto const digits = std::string_view(name).substr(before.size(), name.size() - before.size() - after.size());
    std::uint64_t version = 0;
    auto const [end, error] = std::from_chars(digits.begin(), digits.end(), version);
    return error == std::errc() && end == digits.end() ? version : 0;
}

} // namespace

/// A pack that may come into force.
struct PackShelf::Offer {
    Bytes content;
    std::string trust;
    std::uint64_t version = 0;
    Shared catalogue;
};

PackShelf::PackShelf(Places places, Bytes anchor, store::Store& store, Clock const& clock) :
    m_places(std::move(places)), m_anchor(std::move(anchor)), m_store(store), m_clock(clock) {}

Result<packs::Trust> PackShelf::trust() const {
    auto const remembered = TRY(m_store.setting(trustSetting));
    auto anchored = TRY(packs::Trust::anchor(m_anchor)); // checked even where a later root has taken its place
    return remembered ? packs::Trust::fromText(asBytes(*remembered)) : anchored;
}

Result<PackShelf::Shared> PackShelf::open() {
    auto const known = TRY(trust());
    std::error_code unreadable; // then readFile() says why
    bool const isThere = std::filesystem::exists(acceptedFile(), unreadable) || unreadable;
    if (known.remembered(std::string(factory)).version == 0 && !isThere) return openFirst();
    auto const file = TRY(base::readFile(acceptedFile(), packs::packCapBytes));
    auto const loaded = packs::loadPack(file, known, factory, m_clock.now());
    if (!loaded) return reopen(known, file, loaded.error());
    auto catalogue = TRY(Catalogue::read(loaded->pack));
    if (loaded->trust.toText() != known.toText()) TRY(m_store.setSetting(trustSetting, loaded->trust.toText()));
    return catalogue;
}

Result<PackShelf::Shared> PackShelf::openFirst() {
    TRY(base::makeFolders(m_places.accepted));
    Shared first;
    while (!first && newestCandidate(0)) first = TRY(takeIncoming()); // one that is refused is no candidate any more
    if (!first) return fail(ErrorKind::NotFound, m_places.incoming.string() + ": no factory pack that can be accepted");
    return first;
}

Result<PackShelf::Shared> PackShelf::reopen(packs::Trust const& known, ByteView file, Error const& why) const {
    auto const first = why.in(acceptedFile().string());
    if (known.remembered(std::string(factory)).version == 0) return fail(first);
    auto const pack = packs::reopenPackAcceptedBefore(file, known, factory);
    if (!pack) return fail(first);
    base::log(base::LogLevel::Alarm, "packs", "the pack in force needs renewal", {{"why", why.text}});
    return Catalogue::read(*pack);
}

std::optional<Path> PackShelf::newestCandidate(std::uint64_t inForce) const {
    std::optional<Path> newest;
    std::error_code error; // a folder that is not there or not readable offers nothing
    std::filesystem::directory_iterator entry(m_places.incoming, error);
    for (; !error && entry != std::filesystem::directory_iterator(); entry.increment(error)) {
        auto const version = versionInName(entry->path());
        if (version <= inForce || wasRefused(entry->path())) continue;
        if (!newest || version > versionInName(*newest)) newest = entry->path();
    }
    return newest;
}

PackShelf::Refusal PackShelf::looked(Path const& file) const {
    std::error_code error; // what cannot be read is the same as long as it cannot
    Refusal refusal{std::filesystem::file_size(file, error), {}, m_clock.now()};
    refusal.written = std::filesystem::last_write_time(file, error);
    return refusal;
}

/// The same file within the hour: later the disk may read again, and the clock may have been set.
bool PackShelf::wasRefused(Path const& file) const {
    auto const refused = m_refused.find(file);
    if (refused == m_refused.end()) return false;
    auto const now = looked(file);
    auto const since = now.at - refused->second.at;
    return now.size == refused->second.size && now.written == refused->second.written && since >= Instant::duration{} &&
           since < std::chrono::hours(1);
}

Result<PackShelf::Shared> PackShelf::takeIncoming() {
    auto const inForce = TRY(trust()).remembered(std::string(factory)).version;
    auto const candidate = newestCandidate(inForce);
    if (!candidate) return Shared();
    auto const offer = judge(*candidate);
    if (offer) return accept(*offer);
    m_refused[*candidate] = looked(*candidate);
    base::log(base::LogLevel::Alarm, "packs", "an incoming pack was refused", {{"why", offer.error().text}});
    return Shared();
}

Result<PackShelf::Offer> PackShelf::judge(Path const& file) const {
    auto content = TRY(base::readFile(file, packs::packCapBytes));
    auto const known = TRY(trust());
    auto const loaded = packs::loadPack(content, known, factory, m_clock.now());
    if (!loaded) return fail(loaded.error().in(file.string()));
    auto const version = loaded->pack.version();
    if (version <= known.remembered(std::string(factory)).version)
        return fail(ErrorKind::Denied, file.string() + ": holds a version that is not newer than the one in force");
    auto const catalogue = Catalogue::read(loaded->pack);
    if (!catalogue) return fail(catalogue.error().in(file.string()));
    return Offer{std::move(content), loaded->trust.toText(), version, *catalogue};
}

Result<PackShelf::Shared> PackShelf::accept(Offer const& offer) {
    // In this order a crash in between leaves a newer file with older trust, which open() takes and remembers.
    TRY(base::writeFileDurably(acceptedFile(), offer.content));
    TRY(m_store.setSetting(trustSetting, offer.trust));
    TRY(m_store.audit("pack-accepted", Json{{"name", factory}, {"version", offer.version}}));
    base::log(base::LogLevel::Info, "packs", "accepted", {{"version", std::to_string(offer.version)}});
    return offer.catalogue;
}

} // namespace kiosk::viewmodels
