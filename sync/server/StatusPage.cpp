#include "sync/server/StatusPage.h"

#include "kiosk/core/base/Encoding.h"

#include <cstdio>

using kiosk::Json;

namespace sync_server {

namespace {

constexpr std::size_t latestOfEach = 10;

constexpr std::string_view style = R"(
:root { color-scheme: light dark; --ink: #1c2530; --soft: #5b6875; --line: #d8dfe6; --paper: #f6f8fa; --card: #fff; --good: #1f7a4d; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6ebf0; --soft: #9fb0c0; --line: #33414f; --paper: #12181f; --card: #1b232c; --good: #6fd3a0; --bad: #ff8a80; }
}
body { margin: 0; padding: 2rem clamp(1rem, 4vw, 4rem); font: 16px/1.5 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
header p, .soft { color: var(--soft); margin: 0; }
.totals { display: flex; flex-wrap: wrap; gap: 1rem; margin: 1.5rem 0 0; padding: 0; }
.totals div { background: var(--card); border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1.25rem; min-width: 7rem; }
.totals dt { color: var(--soft); font-size: .85rem; }
.totals dd { margin: 0; font-size: 1.6rem; font-variant-numeric: tabular-nums; }
.scroll { overflow-x: auto; background: var(--card); border: 1px solid var(--line); border-radius: .5rem; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; padding: .5rem 1rem; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-size: .85rem; font-weight: 600; color: var(--soft); white-space: nowrap; }
tbody tr:last-child td { border-bottom: 0; }
.number { text-align: right; font-variant-numeric: tabular-nums; }
.good { color: var(--good); } .bad { color: var(--bad); font-weight: 600; }
)";

std::string escaped(std::string_view text) {
    std::string out;
    for (char c : text) switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        default: out += c;
        }
    return out;
}

std::string element(std::string_view name, std::string_view text, std::string_view className = {}) {
    std::string open(name);
    if (!className.empty()) open += " class=\"" + std::string(className) + "\"";
    return "<" + open + ">" + escaped(text) + "</" + std::string(name) + ">";
}

std::string cell(std::string_view text, std::string_view className = {}) {
    return element("td", text, className);
}
std::string numberCell(std::uint64_t number) {
    return cell(std::to_string(number), "number");
}

/// "2026-11-22T13:10:14Z" for people.
std::string readable(std::string iso) {
    if (iso.size() < 20 || iso[10] != 'T') return iso;
    iso[10] = ' ';
    return iso.substr(0, 19) + " UTC";
}

/// A questionnaire's own name: the last part of its canonical URL.
std::string instrumentOf(std::string const& questionnaire) {
    return questionnaire.substr(questionnaire.rfind('/') + 1);
}

std::string rounded(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::string out = text.data();
    return out.ends_with(".0") ? out.substr(0, out.size() - 2) : out;
}

std::string scoreText(Score const& score) {
    auto text = score.title.value_or(score.code) + ": ";
    if (!score.value) return text + "not scored";
    text += rounded(*score.value);
    if (score.standardError) text += " ± " + rounded(*score.standardError);
    auto const band = score.bandTitle ? score.bandTitle : score.band;
    return band ? text + " (" + *band + ")" : text;
}

std::string scoresText(Response const& response) {
    std::string text;
    for (auto const& score : response.scores) text += (text.empty() ? "" : " · ") + scoreText(score);
    return text;
}

bool hasGap(DeviceStatus const& device) {
    return device.highest != device.head.number;
}

std::string total(std::string_view name, std::uint64_t number, std::string_view className = {}) {
    return "<div>" + element("dt", name) + element("dd", std::to_string(number), className) + "</div>";
}

std::string table(std::initializer_list<std::string_view> head, std::string const& rows) {
    std::string html = "<div class=\"scroll\"><table><thead><tr>";
    for (auto name : head) html += element("th", name);
    return html + "</tr></thead><tbody>" + rows + "</tbody></table></div>";
}

std::uint64_t waitingForProjection(Totals const& totals) {
    return totals.stored - totals.projected - totals.failed;
}

std::string totalsHtml(Totals const& totals) {
    return "<dl class=\"totals\">" + total("received", totals.stored) + total("read", totals.projected) +
           total("to be read", waitingForProjection(totals)) +
           total("not readable", totals.failed, totals.failed == 0 ? "good" : "bad") +
           total("doubled", totals.doubled, totals.doubled == 0 ? "good" : "bad") + "</dl>";
}

std::string deviceRow(DeviceStatus const& status) {
    auto seen = status.seen ? readable(kiosk::base::toIsoText(*status.seen)) : std::string("not yet");
    auto gap = hasGap(status) ? "missing after " + std::to_string(status.head.number) : std::string("none");
    auto revoked = status.device.revoked;
    auto state = revoked ? "revoked " + readable(kiosk::base::toIsoText(*revoked)) : std::string("in use");
    return "<tr>" + cell(status.device.name) + cell(state, revoked ? "bad" : "") + cell(seen) +
           numberCell(status.head.number) + cell(gap, hasGap(status) ? "bad" : "good") + numberCell(status.waiting) +
           "</tr>";
}

std::string devicesHtml(std::vector<DeviceStatus> const& devices) {
    std::string rows;
    for (auto const& device : devices) rows += deviceRow(device);
    auto html = element("h2", "Kiosks");
    if (rows.empty()) return html + element("p", "No kiosk is enrolled yet.", "soft");
    return html + table({"Name", "State", "Last seen", "Records in sequence", "Gap", "Waiting on the kiosk"}, rows);
}

std::string responseRow(Response const& response) {
    return "<tr>" + cell(readable(response.authored)) + cell(response.status) + cell(response.language) +
           cell(scoresText(response)) +
           cell(response.safety ? "calls for help: see answer " + *response.safety : "", "bad") + "</tr>";
}

std::string responsesHtml(std::vector<Response> const& latest) {
    if (latest.empty()) return element("h2", "Responses") + element("p", "None was received yet.", "soft");
    std::string html;
    for (auto first = latest.begin(); first != latest.end();) {
        std::string rows;
        auto next = first;
        for (; next != latest.end() && next->questionnaire == first->questionnaire; ++next) rows += responseRow(*next);
        html += element("h2", "Latest responses: " + instrumentOf(first->questionnaire)) +
                table({"Given", "Status", "Language", "Scores", "Safety"}, rows);
        first = next;
    }
    return html;
}

Json toJson(std::optional<Instant> const& instant) {
    return instant ? Json(kiosk::base::toIsoText(*instant)) : Json(nullptr);
}

Json toJson(DeviceStatus const& status) {
    return {{"device_id", status.device.id.toString()},
            {"name", status.device.name},
            {"enrolled", kiosk::base::toIsoText(status.device.enrolled)},
            {"revoked", toJson(status.device.revoked)},
            {"seen", toJson(status.seen)},
            {"head", status.head.number},
            {"highest", status.highest},
            {"gap", hasGap(status)},
            {"waiting", status.waiting}};
}

template <typename T>
Json orNull(std::optional<T> const& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json toJson(Response const& response) {
    Json scores = Json::array();
    for (auto const& [code, value, standardError, band, title, bandTitle] : response.scores)
        if (value)
            scores.push_back({{"code", code},
                              {"title", orNull(title)},
                              {"value", *value},
                              {"standard_error", orNull(standardError)},
                              {"band", orNull(band)},
                              {"band_title", orNull(bandTitle)}});
    return {{"instrument", instrumentOf(response.questionnaire)},
            {"version", response.version},
            {"authored", response.authored},
            {"status", response.status},
            {"language", response.language},
            {"safety", orNull(response.safety)},
            {"scores", std::move(scores)}};
}

template <typename T>
Json listOf(std::vector<T> const& values) {
    Json list = Json::array();
    for (auto const& value : values) list.push_back(toJson(value));
    return list;
}

} // namespace

Result<Overview> overviewOf(ServerStore& store, std::string practice, Instant now) {
    auto const totals = TRY(store.totals());
    auto devices = TRY(store.devices());
    auto latest = TRY(store.latestResponses(latestOfEach));
    return Overview{std::move(practice), now, totals, std::move(devices), std::move(latest)};
}

std::string toHtml(Overview const& overview) {
    return "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta http-equiv=\"refresh\" content=\"10\">"
           "<meta name=\"viewport\" content=\"width=device-width\">" +
           element("title", "Candor: " + overview.practice) + "<style>" + std::string(style) +
           "</style></head><body><header>" + element("h1", overview.practice) +
           element("p", "Candor practice server, as of " + readable(kiosk::base::toIsoText(overview.now))) +
           "</header>" + totalsHtml(overview.totals) + devicesHtml(overview.devices) + responsesHtml(overview.latest) +
           "</body></html>\n";
}

Json toJson(Overview const& overview) {
    auto const& totals = overview.totals;
    return {{"practice", overview.practice},
            {"time", kiosk::base::toIsoText(overview.now)},
            {"stored", totals.stored},
            {"doubled", totals.doubled},
            {"projected", totals.projected},
            {"failed", totals.failed},
            {"waiting_for_projection", waitingForProjection(totals)},
            {"kiosks", listOf(overview.devices)},
            {"responses", listOf(overview.latest)}};
}

std::string pagePolicy() {
    auto hash = kiosk::base::toBase64(kiosk::crypto::sha256(kiosk::asBytes(style)));
    return "default-src 'none'; style-src 'sha256-" + hash +
           "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
}

} // namespace sync_server
