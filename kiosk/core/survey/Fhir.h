#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/survey/Text.h"

#include <optional>
#include <string_view>
#include <vector>

/// Reading untrusted FHIR JSON. Every error names the member; the caller adds the place.
namespace kiosk::survey::fhir {

/// The member, or nothing if it is absent. Invalid: it is there with another JSON type.
[[nodiscard]] Result<std::string> text(Json const& object, std::string_view name);
[[nodiscard]] Result<bool> flag(Json const& object, std::string_view name);
[[nodiscard]] Result<Json const*> list(Json const& object, std::string_view name);

/// A string member with the translations that the neighbour `_name` brings.
[[nodiscard]] Result<Text> translated(Json const& object, std::string_view name);

/// system, code (needed), display with translations.
[[nodiscard]] Result<Coding> coding(Json const& object);

/// The extensions of this name. Invalid: `extension` is not a list of objects with a url.
[[nodiscard]] Result<std::vector<Json const*>> extensions(Json const& element, std::string_view url);
/// The only extension of this name, or null. Invalid: more than one.
[[nodiscard]] Result<Json const*> extension(Json const& element, std::string_view url);

/// The value of the extension `url`: absent, or of the type asked for.
[[nodiscard]] Result<std::optional<double>> numberExtension(Json const& element, std::string_view url);
[[nodiscard]] Result<bool> flagExtension(Json const& element, std::string_view url);
[[nodiscard]] Result<std::string> textExtension(Json const& element, std::string_view url, char const* valueName);

/// The one value[x] that stands beside other members, as {"valueX": …}; nothing if there is none. Checked.
[[nodiscard]] Result<std::optional<Json>> value(Json const& element, std::string_view prefix = "value");

/// Invalid if `element` has a modifierExtension, or an extension that would change which questions are asked or which
/// answers are right and that this engine does not do.
[[nodiscard]] Result<void> refuseUnsupported(Json const& element);

} // namespace kiosk::survey::fhir
