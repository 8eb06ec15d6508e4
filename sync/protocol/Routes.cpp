#include "sync/protocol/Routes.h"

#include <algorithm>
#include <charconv>
#include <optional>

using kiosk::ErrorKind;
using kiosk::Result;

namespace sync_protocol {

namespace {

constexpr std::string_view haveStart = "have=";
constexpr std::string_view packEnd = ".pack";
constexpr std::size_t longestPackName = 40;

std::optional<std::uint64_t> toVersion(std::string_view text) {
    std::uint64_t version = 0;
    auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), version);
    bool whole = error == std::errc() && end == text.data() + text.size();
    if (!whole || version == 0 || text.front() == '0') return std::nullopt;
    return version;
}

/// "NAME<separator>VERSION", at the last separator.
Result<std::pair<std::string, std::uint64_t>> nameAndVersion(std::string_view text, char separator) {
    auto at = text.rfind(separator);
    auto name = text.substr(0, at);
    auto version = at == std::string_view::npos ? std::nullopt : toVersion(text.substr(at + 1));
    if (!version || !isPackName(name)) return kiosk::fail(ErrorKind::Invalid, "not a pack's name and version");
    return std::pair{std::string(name), *version};
}

} // namespace

bool isPackName(std::string_view name) {
    auto plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); };
    return !name.empty() && name.size() <= longestPackName && plain(name.front()) && plain(name.back()) &&
           std::all_of(name.begin(), name.end(), [&](char c) { return plain(c) || c == '-'; });
}

std::string packsQuery(PackVersions const& have) {
    std::string query;
    for (auto const& [name, version] : have)
        query += (query.empty() ? std::string(haveStart) : ",") + name + ":" + std::to_string(version);
    return query;
}

Result<PackVersions> parsePacksQuery(std::string_view query) {
    PackVersions have;
    if (query.empty()) return have;
    if (!query.starts_with(haveStart)) return kiosk::fail(ErrorKind::Invalid, "query: only \"have\" is known");
    for (auto left = query.substr(haveStart.size()); !left.empty();) {
        auto comma = std::min(left.find(','), left.size());
        have.insert(TRY(nameAndVersion(left.substr(0, comma), ':')));
        if (have.size() > mostPacks) return kiosk::fail(ErrorKind::Invalid, "query: too many packs");
        left.remove_prefix(std::min(comma + 1, left.size()));
    }
    return have;
}

std::string packFileName(std::string_view name, std::uint64_t version) {
    return std::string(name) + "-" + std::to_string(version) + std::string(packEnd);
}

Result<std::pair<std::string, std::uint64_t>> parsePackFileName(std::string_view fileName) {
    if (!fileName.ends_with(packEnd)) return kiosk::fail(ErrorKind::Invalid, "not a pack's file name");
    return nameAndVersion(fileName.substr(0, fileName.size() - packEnd.size()), '-');
}

} // namespace sync_protocol
