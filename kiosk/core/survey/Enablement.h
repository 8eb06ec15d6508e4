#pragma once

#include "kiosk/core/survey/Finding.h"
#include "kiosk/core/survey/Item.h"

#include <span>

namespace kiosk::survey {

/// In which order items are brought up to date after an answer, and which ones an item has a say in. Made once for a
/// form. An item depends on the item around it, on the questions its conditions ask, and on what its expressions read.
class Enablement {
public:
    /// What an item's logic reads, beside its conditions; both indexed by Item::position.
    struct Reads {
        std::vector<std::vector<std::size_t>> items;
        std::vector<bool> everything; ///< it cannot be told what the item reads
    };

    /// `items` in reading order, conditions resolved. A cycle becomes a finding with the linkIds on it.
    [[nodiscard]] static Enablement plan(std::span<Item const* const> items, Reads const& reads,
                                         std::vector<Finding>& findings);

    /// The place of each item, by Item::position: whatever it depends on has a lower one, save in a cycle.
    [[nodiscard]] std::size_t rank(Item const& item) const { return m_rank[item.position]; }
    [[nodiscard]] Item const& at(std::size_t rank) const { return *m_order[rank]; }
    /// The items that depend on this one, by it alone.
    [[nodiscard]] std::vector<Item const*> const& dependents(Item const& item) const {
        return m_dependents[item.position];
    }
    /// The items of which it cannot be told what they depend on.
    [[nodiscard]] std::vector<Item const*> const& watchers() const { return m_watchers; }

private:
    std::vector<Item const*> m_order;
    std::vector<std::size_t> m_rank;
    std::vector<std::vector<Item const*>> m_dependents;
    std::vector<Item const*> m_watchers;
};

} // namespace kiosk::survey
