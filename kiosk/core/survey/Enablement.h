#pragma once

#include "kiosk/core/survey/Item.h"

#include <span>

namespace kiosk::survey {

/// Which items are asked, given the answers. This is the seam to Structured Data Capture: Response knows only this
/// class, so further kinds of logic (enableWhenExpression, calculated answers) join here and nowhere else.
///
/// Today it is FHIR R4 enableWhen. An item is enabled if the item around it is, a question around it has an answer, and
/// its own conditions hold: `exists`; `=` and the orders: at least one answer compares so; `!=`: no answer equals (so
/// it holds while there is none). Answers of items that are not enabled do not count.
class Enablement {
public:
    /// `items` in reading order, conditions resolved. Invalid: a cycle, with the linkIds on it.
    [[nodiscard]] static Result<Enablement> plan(std::span<Item const* const> items);

    /// Writes one flag for each item. `answers` holds an array for each item; both are indexed by Item::position.
    void update(std::span<const Json> answers, std::vector<bool>& enabled) const;

private:
    std::vector<Item const*> m_order; ///< whatever an item depends on comes before it
};

} // namespace kiosk::survey
