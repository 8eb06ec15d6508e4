#pragma once

#include "kiosk/core/survey/Response.h"

namespace kiosk::viewmodels {

/// What a person does with an item at one place of a response while the form is filled in.
enum class Part {
    None,  ///< hidden, disabled, for another use of the form, or nothing that a screen can ask
    Shown, ///< a text, or an answer that others give: something to read
    Asked
};
[[nodiscard]] Part partOf(survey::Instance const& instance);

/// One repetition of a group that ends with an entry of a page.
struct Repetition {
    survey::Instance const* group = nullptr;
    bool canBeRemoved = false;
    bool canHaveAnother = false; ///< it is the last, and the form takes more
};

struct Page {
    enum class Look {
        List, ///< one entry below the other
        Grid  ///< choices with the same options, a row each
    };
    Look look = Look::List;
    std::vector<survey::Instance const*> entries; ///< one at least, in order; each is Shown or Asked
    survey::Instance const* group = nullptr;      ///< the group that is this page; null: a page of its own
    survey::Instance const* tab = nullptr;        ///< the tab of a tab-container that it stands in, or null
    std::vector<survey::Instance const*> titled;  ///< groups whose titles are on the tab or the heading that folds them
    [[nodiscard]] bool isFolding() const;         ///< its group can be folded away

    [[nodiscard]] std::string const& id() const { return entries.front()->address; }
    [[nodiscard]] bool holds(std::string_view address) const;
};

/// All pages in order. Pointers live until the next change of the response.
[[nodiscard]] std::vector<Page> pagesOf(survey::Response const& response);

/// The repetitions that end with this entry, the innermost first.
[[nodiscard]] std::vector<Repetition> repetitionsEndingAt(survey::Response const& response,
                                                          survey::Instance const& entry);

/// Which repetition of how many.
struct Place {
    std::size_t number = 1;
    std::size_t count = 1;
};
[[nodiscard]] Place placeOf(survey::Response const& response, survey::Instance const& group);

/// Texts that stand on every page around an entry: display items with the control `header` (or `footer`) of the form
/// and of the groups around it.
[[nodiscard]] std::vector<survey::Item const*> marginsOf(survey::Response const& response,
                                                         survey::Instance const& entry, std::string_view control);

} // namespace kiosk::viewmodels
