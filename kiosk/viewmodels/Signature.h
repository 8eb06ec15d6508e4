#pragma once

#include <QString>
#include <optional>
#include <string>

namespace kiosk::viewmodels {

/// What a person signs with, as JSON: a list with one FHIR Signature that as yet has no type and no time. A drawing
/// (SVG path data in a box of 1000 by 400) is an image/svg+xml, the name beside it is in `who`; a name alone is
/// text/plain. Empty: nothing was signed, or the drawing is not path data.
[[nodiscard]] std::optional<std::string> signatureText(QString const& name, QString const& drawing);

} // namespace kiosk::viewmodels
