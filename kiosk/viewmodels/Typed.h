#pragma once

#include "kiosk/core/survey/Item.h"

#include <QString>

namespace kiosk::viewmodels {

/// One answer as a person types it: a number, a day, words. A quantity also has a unit, one of the item's or one's own.
struct Typed {
    QString value;
    int unit = -1; ///< in Item::rules.units
    QString ownUnit;

    [[nodiscard]] bool isBlank() const { return value.trimmed().isEmpty(); }
    void wipe();
    bool operator==(Typed const&) const = default;
};

/// As {"value[x]": …} of the item's type, exact: decimals stay as they are typed. Nothing if it is not of that type.
[[nodiscard]] std::optional<std::string> answerText(survey::Item const& item, Typed const& typed);
/// The same the other way. Blank for codings and references.
[[nodiscard]] Typed typedForm(survey::Item const& item, survey::Element const& value);

} // namespace kiosk::viewmodels
