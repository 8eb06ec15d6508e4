#include "kiosk/viewmodels/Pages.h"

#include "kiosk/core/survey/Asking.h"

#include <algorithm>
#include <array>

namespace kiosk::viewmodels {

namespace {

using survey::Instance;
using survey::Item;
using survey::ItemType;

constexpr std::array pageControls{"page", "gtable", "table", "grid", "htable", "hgroup", "atable"};
constexpr std::array gridControls{"gtable", "table", "grid", "htable"};
constexpr std::size_t widestGrid = 6;

bool isGroup(Instance const& instance) {
    return instance.item->type == ItemType::Group;
}

bool isMargin(Item const& item) {
    return item.control == "header" || item.control == "footer";
}

bool isInMargin(Instance const& instance) {
    for (auto const* up = &instance; up; up = up->parent)
        if (isMargin(*up->item)) return true;
    return false;
}

bool isTab(Instance const& instance) {
    return isGroup(instance) && instance.parent && instance.parent->item->control == "tab-container";
}

/// Whether all that it holds stands on one page.
bool isPage(Instance const& group) {
    if (!isGroup(group)) return false;
    return isTab(group) || group.item->look.collapsible != survey::Collapsible::No ||
           std::ranges::find(pageControls, group.item->control) != pageControls.end();
}

/// The outermost group around it that is one page; null: none.
Instance const* pageAround(Instance const& entry) {
    Instance const* found = nullptr;
    for (auto const* up = entry.parent; up; up = up->parent)
        if (isPage(*up)) found = up;
    return found;
}

Instance const* tabAround(Instance const& entry) {
    for (auto const* up = &entry; up; up = up->parent)
        if (isTab(*up)) return up;
    return nullptr;
}

void collect(std::vector<std::unique_ptr<Instance>> const& instances, std::vector<Instance const*>& all) {
    for (auto const& instance : instances) {
        if (partOf(*instance) != Part::None) all.push_back(instance.get());
        collect(instance->children, all);
        for (auto const& slot : instance->entries) collect(slot.nested, all);
    }
}

/// The repetitions of a table are one page together.
bool isSamePage(Page const& page, Instance const* group) {
    if (!group || !page.group) return false;
    if (page.group == group) return true;
    bool const isTable = std::ranges::find(gridControls, group->item->control) != gridControls.end();
    return isTable && group->item->repeats && page.group->item == group->item && page.group->parent == group->parent;
}

bool isChoice(Instance const& entry) {
    auto const type = entry.item->type;
    return partOf(entry) == Part::Asked && (type == ItemType::Choice || type == ItemType::Boolean) &&
           entry.item->items.empty();
}

bool haveSameOptions(Instance const& left, Instance const& right) {
    auto const one = left.situation().options;
    auto const other = right.situation().options;
    return left.item->type == right.item->type &&
           std::ranges::equal(one, other, [](auto const& l, auto const& r) { return l.value == r.value; });
}

Page::Look lookOf(Page const& page) {
    if (!page.group || page.entries.size() < 2) return Page::Look::List;
    auto const& first = *page.entries.front();
    bool const isTable = std::ranges::find(gridControls, page.group->item->control) != gridControls.end();
    bool const fits = isTable && !page.group->item->repeats && first.situation().options.size() <= widestGrid &&
                      std::ranges::all_of(page.entries, [&](auto const* entry) {
                          return isChoice(*entry) && entry->parent == page.group && haveSameOptions(first, *entry);
                      });
    return fits ? Page::Look::Grid : Page::Look::List;
}

/// A tab that is alone has no row of tabs.
std::vector<Instance const*> titledOf(Page const& page, std::vector<Page> const& pages) {
    std::vector<Instance const*> titled;
    bool const hasNeighbours = page.tab && std::ranges::any_of(pages, [&](Page const& other) {
                                   return other.tab && other.tab != page.tab && other.tab->parent == page.tab->parent;
                               });
    if (hasNeighbours) titled.push_back(page.tab);
    if (page.isFolding()) titled.push_back(page.group);
    return titled;
}

bool isShownWhileAnswering(Item const& item) {
    return item.usageMode != "display" && item.usageMode != "display-non-empty";
}

Instance const* lastInside(survey::Response const& response, Instance const& group) {
    std::vector<Instance const*> all;
    collect(response.instances().roots(), all);
    auto const last = std::find_if(all.rbegin(), all.rend(),
                                   [&](auto const* each) { return survey::Instances::isInside(*each, &group); });
    return last == all.rend() ? nullptr : *last;
}

void addMargins(std::vector<std::unique_ptr<Instance>> const& children, std::string_view control, bool isWithin,
                std::vector<Item const*>& found) {
    for (auto const& child : children) {
        bool const counts = isWithin || child->item->control == control;
        if (counts && child->isEnabled && !child->item->hidden && !child->item->text.empty())
            found.push_back(child->item);
        if (counts) addMargins(child->children, control, true, found);
    }
}

} // namespace

bool Page::holds(std::string_view address) const {
    return std::ranges::any_of(entries, [&](auto const* entry) { return entry->address == address; });
}

bool Page::isFolding() const {
    return group && group != tab && look == Look::List && group->item->look.collapsible != survey::Collapsible::No;
}

Part partOf(Instance const& instance) {
    auto const& item = *instance.item;
    if (!instance.isEnabled || item.hidden || isGroup(instance) || isInMargin(instance)) return Part::None;
    if (!isShownWhileAnswering(item)) return Part::None;
    if (item.type == ItemType::Display) return Part::Shown;
    if (instance.situation().readOnly) return instance.hasValues() ? Part::Shown : Part::None;
    bool const canBeAsked = survey::hasScreen(item.type, !instance.situation().options.empty());
    return canBeAsked ? Part::Asked : Part::None;
}

std::vector<Page> pagesOf(survey::Response const& response) {
    std::vector<Instance const*> all;
    collect(response.instances().roots(), all);
    std::vector<Page> pages;
    for (auto const* entry : all) {
        auto const* group = pageAround(*entry);
        if (pages.empty() || !isSamePage(pages.back(), group)) pages.push_back({{}, {}, group, tabAround(*entry), {}});
        pages.back().entries.push_back(entry);
    }
    for (auto& page : pages) page.look = lookOf(page);
    for (auto& page : pages) page.titled = titledOf(page, pages);
    return pages;
}

std::vector<Repetition> repetitionsEndingAt(survey::Response const& response, Instance const& entry) {
    std::vector<Repetition> found;
    for (auto const* up = entry.parent; up; up = up->parent) {
        if (!isGroup(*up) || !up->item->repeats || lastInside(response, *up) != &entry) continue;
        auto const all = response.instances().repetitions(*up);
        auto const least = std::max<std::size_t>(1, up->item->rules.minOccurs.value_or(1));
        auto const most = up->item->rules.maxOccurs.value_or(all.size() + 1);
        found.push_back({up, all.size() > least, all.back() == up && all.size() < most});
    }
    return found;
}

Place placeOf(survey::Response const& response, Instance const& group) {
    auto const all = response.instances().repetitions(group);
    auto const at = std::ranges::find(all, &group);
    return {std::size_t(at - all.begin()) + 1, all.size()};
}

std::vector<Item const*> marginsOf(survey::Response const& response, Instance const& entry, std::string_view control) {
    std::vector<Item const*> found;
    addMargins(response.instances().roots(), control, false, found);
    std::vector<Instance const*> around;
    for (auto const* up = entry.parent; up; up = up->parent) around.insert(around.begin(), up);
    for (auto const* group : around) addMargins(group->children, control, false, found);
    return found;
}

} // namespace kiosk::viewmodels
