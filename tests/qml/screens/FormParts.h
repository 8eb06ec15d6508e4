#pragma once

#include "kiosk/core/base/Json.h"

#include <string>

/// Parts of forms in English and Spanish, and Arabic for them.
namespace tests::screens {

using ::kiosk::Json;

[[nodiscard]] Json translation(std::string const& spanish);
[[nodiscard]] Json item(std::string const& linkId, std::string const& type, std::string const& english,
                        std::string const& spanish);
[[nodiscard]] Json option(std::string const& code, std::string const& english, std::string const& spanish);
/// An extension of HL7's core.
[[nodiscard]] Json extension(std::string const& name, char const* valueName, Json const& value);
[[nodiscard]] std::string sdcUrl(std::string const& name);
[[nodiscard]] Json control(std::string const& code);
[[nodiscard]] Json formOf(std::string const& id, std::string const& english, std::string const& spanish, Json items);
/// The same with Arabic beside each Spanish word.
[[nodiscard]] Json withArabic(Json part);

} // namespace tests::screens
