#pragma once

#include "kiosk/core/base/Bytes.h"
#include "kiosk/core/base/Result.h"

#include <nlohmann/json.hpp>

namespace kiosk::base {

/// Keeps the order of members, so that what we write reads like what people wrote.
using Json = nlohmann::ordered_json;

struct JsonLimits {
    std::size_t bytes = 16U << 20U;
    int depth = 64;
};

/// Parses JSON from an untrusted source. Invalid: too large, too deep, a member twice, not JSON (with the place;
/// never with the text there, which could be an answer).
[[nodiscard]] Result<Json> parseJson(ByteView text, JsonLimits const& limits = {});

/// Members of untrusted objects, by name: Invalid with the member's name if it is missing or of another type.
[[nodiscard]] Result<std::string> textMember(Json const& object, std::string_view name);
[[nodiscard]] Result<std::int64_t> integerMember(Json const& object, std::string_view name);

} // namespace kiosk::base

namespace kiosk {
using base::Json;
} // namespace kiosk
