#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Reach.h"
#include "kiosk/core/lint/Rules.h"
#include "kiosk/core/survey/Asking.h"

#include <algorithm>

namespace kiosk::lint {

namespace {

using survey::Item;
using survey::ItemType;

constexpr std::string_view unreachable = "unreachable";

bool hasWords(Item const& item) {
    bool const isSeen = !item.text.empty() || !item.prefix.empty() || !item.look.shortText.empty() || item.look.picture;
    return isSeen || !item.look.rendering.markdown.empty() || !item.look.rendering.xhtml.empty() ||
           (item.parent && item.parent->type == ItemType::Group && !item.parent->text.empty());
}

/// Nothing in it can be shown.
bool isBarren(Item const& group) {
    return std::ranges::all_of(group.items,
                               [](Item const& item) { return item.type == ItemType::Group && isBarren(item); });
}

void checkGroup(Item const& item, Remarks& remarks) {
    bool const isAroundBarren = item.parent && item.parent->type == ItemType::Group && isBarren(*item.parent);
    if (isBarren(item) && !isAroundBarren)
        remarks.push_back({Severity::Warning, pathOf(item), "a group with nothing in it to show", unreachable});
}

void checkQuestion(survey::Form const& form, Reach const& reach, Item const& item, Remarks& remarks) {
    bool const isShown = !item.hidden && item.usageMode != "display" && item.usageMode != "display-non-empty";
    if (item.required && !reach.mayHaveAnswer(item) && reach.isReachable(item))
        remarks.push_back({item.hidden ? Severity::Error : Severity::Warning, pathOf(item),
                           std::string("is required and ") + (item.hidden ? "hidden" : "read only") +
                               ", and nothing gives it a value",
                           unreachable});
    if (isShown && !item.readOnly && !item.isComputed && !survey::hasScreen(form, item))
        remarks.push_back({item.required ? Severity::Error : Severity::Warning, pathOf(item),
                           item.type == ItemType::Attachment
                               ? "the kiosk has no screen for files: it cannot be asked"
                               : "a reference without a list of what it may be: it cannot be asked",
                           unreachable});
    if (isShown && !hasWords(item))
        remarks.push_back({Severity::Warning, pathOf(item), "a question without words", unreachable});
}

} // namespace

void checkReach(Subject const& subject, Remarks& remarks) {
    const Reach reach(*subject.form);
    for (auto const* item : subject.form->allItems()) {
        if (auto why = reach.whyNever(*item); !why.empty())
            remarks.push_back({Severity::Error, pathOf(*item), "can never be reached: " + std::move(why), unreachable});
        if (item->type == ItemType::Group) checkGroup(*item, remarks);
        if (item->isQuestion()) checkQuestion(*subject.form, reach, *item, remarks);
    }
}

} // namespace kiosk::lint
