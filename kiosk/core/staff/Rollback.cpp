#include "kiosk/core/staff/Rollback.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Log.h"

#include <algorithm>
#include <charconv>

namespace kiosk::staff {

namespace {

constexpr std::string_view anchoredSetting = "sign-in-anchored", closedSetting = "sign-in-closed-since",
                           doubtedSetting = "sign-in-doubted";
constexpr std::size_t smallFile = 1024;

std::string toText(store::AuditHead const& head) {
    return std::to_string(head.seq) + " " + base::toHex(head.hash) + "\n";
}

/// "seq hash\n", as toText() gives it.
Result<store::AuditHead> parseHead(std::string_view text) {
    store::AuditHead head;
    auto const* end = text.data() + text.size();
    auto const [stop, error] = std::from_chars(text.data(), end, head.seq);
    auto const rest = std::string_view(stop, static_cast<std::size_t>(end - stop));
    auto const hash = base::fromHex(rest.size() == 66 ? rest.substr(1, 64) : "-");
    if (error != std::errc{} || !hash) return fail(ErrorKind::Corrupt, "the anchor of the audit log cannot be read");
    std::ranges::copy(*hash, head.hash.begin());
    return head;
}

} // namespace

Rollback::Rollback(store::Store& store, Path anchorFile, Clock const& clock) :
    m_store(store), m_file(std::move(anchorFile)), m_clock(clock) {}

Result<void> Rollback::check() {
    auto const trouble = TRY(compare());
    if (trouble.empty()) return {};
    TRY(closeSignIn(m_store, m_clock.now(), trouble));
    // Told once: the store remembers that it is closed. Patients go on where the file cannot be written.
    if (auto const anchored = anchor(); !anchored)
        base::log(base::LogLevel::Alarm, "staff", "the anchor cannot be written", {{"why", anchored.error().text}});
    return {};
}

Result<std::string_view> Rollback::compare() const {
    auto const text = base::readFile(m_file, smallFile);
    if (!text && text.error().kind == ErrorKind::NotFound) {
        if (!TRY(m_store.setting(anchoredSetting))) return ""; // nobody ever tried to sign in here
        return "the anchor of the audit log is gone";
    }
    auto const head = text ? parseHead(asText(*text)) : fail(text.error()); // what cannot be read proves nothing
    return head && TRY(m_store.auditHolds(*head)) ? "" : "the audit log is older than its anchor";
}

Result<void> Rollback::anchor() {
    TRY(base::writeFileDurably(m_file, asBytes(toText(TRY(m_store.auditHead())))));
    if (TRY(m_store.setting(anchoredSetting))) return {};
    return m_store.setSetting(anchoredSetting, "yes");
}

Result<bool> Rollback::isClosed() const {
    auto const since = TRY(m_store.setting(closedSetting));
    return since && !since->empty();
}

Result<bool> Rollback::isDoubted() const {
    return TRY(m_store.setting(doubtedSetting)) == "yes";
}

Result<void> Rollback::spent() {
    return m_store.setSetting(doubtedSetting, "");
}

Result<void> closeSignIn(store::Store& store, Instant now, std::string_view why) {
    auto const since = TRY(store.setting(closedSetting));
    if (since && !since->empty()) return {};
    base::log(base::LogLevel::Alarm, "staff", "an old copy of the store: nobody may sign in",
              {{"why", std::string(why)}});
    TRY(store.setSetting(closedSetting, base::toIsoText(now)));
    return store.audit("sign-in-closed", Json{{"why", why}});
}

Result<void> serverReached(store::Store& store, Instant serverTime) {
    auto const since = TRY(store.setting(closedSetting));
    if (!since || since->empty() || serverTime <= TRY(base::parseIsoText(*since))) return {};
    TRY(store.setSetting(doubtedSetting, "yes")); // first: a power cut in between leaves it closed
    TRY(store.setSetting(closedSetting, ""));
    return store.audit("sign-in-opened", Json{{"why", "the server was reached"}});
}

} // namespace kiosk::staff
