#include "kiosk/core/survey/Asking.h"

#include <algorithm>

namespace kiosk::survey {

bool hasScreen(ItemType type, bool hasOptions) {
    if (type == ItemType::Attachment) return false;
    return type != ItemType::Reference || hasOptions;
}

bool hasScreen(Form const& form, Item const& item) {
    auto const givesOptions = [&](std::size_t index) {
        auto const role = form.expressions()[index].role;
        return role == Role::Answers || role == Role::Candidates;
    };
    return hasScreen(item.type, !item.options.empty() || std::ranges::any_of(item.expressions, givesOptions));
}

} // namespace kiosk::survey
