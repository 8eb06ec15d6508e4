#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/fhir/Element.h"
#include "kiosk/core/survey/Finding.h"
#include "kiosk/core/survey/Text.h"

#include <optional>
#include <vector>

/// Reading the elements of an untrusted Questionnaire whose shape has been checked.
namespace kiosk::survey {

using fhir::Element;

/// The first extension of this name, or null.
[[nodiscard]] Element const* extension(Element const& element, std::string_view url);
[[nodiscard]] std::vector<Element const*> extensions(Element const& element, std::string_view url);
/// The value[x] of the first extension of this name, or null.
[[nodiscard]] Element const* extensionValue(Element const& element, std::string_view url);
/// Its text; empty if there is none.
[[nodiscard]] std::string textExtension(Element const& element, std::string_view url);

/// Value of the one extension `url`, of the type asked for; an error otherwise.
[[nodiscard]] std::optional<double> numberExtension(Element const& element, std::string_view url, Notes const& notes);
[[nodiscard]] bool flagExtension(Element const& element, std::string_view url, Notes const& notes);
/// A whole number from 0.
[[nodiscard]] std::optional<std::size_t> countExtension(Element const& element, std::string_view url,
                                                        Notes const& notes);

[[nodiscard]] bool flag(Element const& element, std::string_view name);
/// A primitive with its translations; empty if null.
[[nodiscard]] Text readText(Element const* primitive, Notes const& notes);
/// system, code, display with translations. An error: no code.
[[nodiscard]] Coding readCoding(Element const& coding, Notes const& notes);
/// A value[x] as answers have it: {"valueCoding": {"system", "code"}} of a coding, all of other types.
[[nodiscard]] Json compactValue(Element const& value);

/// "minValue" of "http://hl7.org/fhir/StructureDefinition/minValue".
[[nodiscard]] std::string lastPart(std::string_view url);

} // namespace kiosk::survey
