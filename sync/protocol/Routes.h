#pragma once

#include "kiosk/core/base/Result.h"

#include <cstdint>
#include <map>
#include <string>

namespace sync_protocol {

/// Version 1 of the protocol is its paths. A later version gets paths of its own, so both can be served side by side.
inline constexpr std::string_view envelopesPath = "/v1/envelopes";
inline constexpr std::string_view packsPath = "/v1/packs";
inline constexpr std::string_view enrolPath = "/v1/enrol";

inline constexpr std::string_view waitingHeader = "Candor-Waiting";
/// In an answer with status 403: why. `revokedReason` is the only one so far.
inline constexpr std::string_view reasonHeader = "Candor-Reason";
inline constexpr std::string_view revokedReason = "revoked";
inline constexpr std::string_view batchType = "application/vnd.candor.batch";
inline constexpr std::string_view answerType = "application/vnd.candor.answer";
inline constexpr std::string_view packType = "application/vnd.candor.pack";

/// The newest version of each pack that a kiosk has, by name.
using PackVersions = std::map<std::string, std::uint64_t>;
inline constexpr std::size_t mostPacks = 64; ///< in one query

/// The query of GET /v1/packs: "have=factory:3,media:1", or empty.
[[nodiscard]] std::string packsQuery(PackVersions const& have);
/// Invalid: not such a query.
[[nodiscard]] kiosk::Result<PackVersions> parsePacksQuery(std::string_view query);

/// Lower-case letters, digits and inner dashes, at most 40: safe in file names and queries.
[[nodiscard]] bool isPackName(std::string_view name);
/// "NAME-VERSION.pack".
[[nodiscard]] std::string packFileName(std::string_view name, std::uint64_t version);
/// The inverse. Invalid: another name.
[[nodiscard]] kiosk::Result<std::pair<std::string, std::uint64_t>> parsePackFileName(std::string_view fileName);

} // namespace sync_protocol
