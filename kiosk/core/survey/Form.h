#pragma once

#include "kiosk/core/survey/Enablement.h"
#include "kiosk/core/survey/ScoreRule.h"

#include <map>

namespace kiosk::survey {

/// A FHIR R4 Questionnaire that has been checked whole: what a Form offers can be asked, answered and scored.
/// Immutable, so any number of threads may read it. Its items keep their addresses when it is moved.
///
/// Limits of today: no FHIRPath (a form that needs it is refused), decimals are doubles.
class Form {
public:
    /// Invalid: "item 'linkId': rule", or the member of the Questionnaire; also for a type, modifier or extension that
    /// this engine does not do, by name. Caps: 8 MiB, 5000 items, 16 levels, 2000 options for an item.
    [[nodiscard]] static Result<Form> parse(ByteView json);

    Form(Form&&) = default;
    Form& operator=(Form&&) = default;

    [[nodiscard]] std::string const& id() const { return m_id; }
    [[nodiscard]] std::string const& url() const { return m_url; }
    [[nodiscard]] std::string const& version() const { return m_version; }
    /// "url|version", the way a response names its form.
    [[nodiscard]] std::string canonical() const { return m_url + "|" + m_version; }
    /// The language of the texts themselves, then each one that every text a person sees is translated to.
    [[nodiscard]] std::vector<std::string> const& languages() const { return m_languages; }
    /// Whether what a person reads in this language (BCP 47) is, or may fall back to, a draft that nobody has reviewed.
    [[nodiscard]] bool awaitsReview(std::string_view language) const;
    [[nodiscard]] Text const& title() const { return m_title; }
    [[nodiscard]] Text const& description() const { return m_description; }
    /// The notice of its owners, to be shown where the form is described.
    [[nodiscard]] std::string const& copyright() const { return m_copyright; }
    [[nodiscard]] std::optional<int> estimatedMinutes() const { return m_estimatedMinutes; }
    /// To be offered only where the practice named a safety contact.
    [[nodiscard]] bool needsSafetyContact() const { return m_needsSafetyContact; }
    [[nodiscard]] bool isExperimental() const { return m_experimental; }

    [[nodiscard]] std::vector<Item> const& items() const { return m_items; }
    /// Every item in reading order; Item::position is the index.
    [[nodiscard]] std::vector<Item const*> const& allItems() const { return m_all; }
    /// Null if there is none.
    [[nodiscard]] Item const* find(std::string_view linkId) const;
    [[nodiscard]] Enablement const& enablement() const { return m_enablement; }
    [[nodiscard]] std::vector<ScoreRule> const& scoreRules() const { return m_scoreRules; }

private:
    friend class FormReader;
    Form() = default;

    std::string m_id;
    std::string m_url;
    std::string m_version;
    std::string m_copyright;
    std::vector<std::string> m_languages;
    std::vector<std::string> m_awaitingReview; ///< some of m_languages
    Text m_title;
    Text m_description;
    std::optional<int> m_estimatedMinutes;
    bool m_needsSafetyContact = false;
    bool m_experimental = false;
    std::vector<Item> m_items;
    std::vector<Item const*> m_all;
    std::map<std::string, Item const*, std::less<>> m_byLinkId;
    Enablement m_enablement;
    std::vector<ScoreRule> m_scoreRules;
};

} // namespace kiosk::survey
