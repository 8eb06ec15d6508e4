#pragma once

#include "kiosk/core/survey/Enablement.h"
#include "kiosk/core/survey/Expression.h"
#include "kiosk/core/survey/Finding.h"
#include "kiosk/core/survey/Library.h"
#include "kiosk/core/survey/ScoreRule.h"

#include <map>

namespace kiosk::survey {

/// Something the application hands in when a response begins: `patient`, `user`, `encounter`, …
struct LaunchContext {
    std::string name;
    std::vector<std::string> types; ///< resource types it may be
    std::string description;
};

/// A FHIR R4 Questionnaire that has been checked whole. Immutable, so any number of threads may read it. Its items keep
/// their addresses when it is moved.
class Form {
public:
    /// A form that can be asked faithfully. Invalid: the first error that open() finds, as "item 'linkId': rule", or
    /// that it has no url and version, by which responses name their form.
    [[nodiscard]] static Result<Form> parse(ByteView json, Library const& library = {});

    /// Any R4 Questionnaire; what is to be said of it is in findings(). Invalid: not JSON, not a Questionnaire, or one
    /// of another version of FHIR (named). Caps: 64 MiB, 5000 items, 16 levels, 2000 options that an item lists,
    /// 10,000 codes in a value set, 100,000 options in all, 10,000 expressions of 512 KiB together, 200 patterns, 200
    /// translations of a text, 50,000 instances that a response begins with.
    [[nodiscard]] static Result<Form> open(ByteView json, Library const& library = {});

    Form(Form&&) = default;
    Form& operator=(Form&&) = default;

    [[nodiscard]] std::vector<Finding> const& findings() const { return m_findings; }
    /// The Questionnaire as it was read.
    [[nodiscard]] Element const& source() const { return m_document->root(); }

    [[nodiscard]] std::string const& id() const { return m_id; }
    [[nodiscard]] std::string const& url() const { return m_url; }
    [[nodiscard]] std::string const& version() const { return m_version; }
    /// "url|version", the way a response names its form.
    [[nodiscard]] std::string canonical() const { return m_version.empty() ? m_url : m_url + "|" + m_version; }
    /// The language of the texts themselves, then each one that every text a person sees is translated to.
    [[nodiscard]] std::vector<std::string> const& languages() const { return m_languages; }
    /// Whether what a person reads in this language (BCP 47) is, or may fall back to, a draft that nobody has reviewed.
    [[nodiscard]] bool awaitsReview(std::string_view language) const;
    [[nodiscard]] Text const& title() const { return m_title; }
    [[nodiscard]] Text const& description() const { return m_description; }
    /// The notice of its owners, to be shown where the form is described.
    [[nodiscard]] std::string const& copyright() const { return m_copyright; }
    /// The files of the pack that it names: films in sign languages and their captions, each once.
    [[nodiscard]] std::vector<std::string> media() const;
    [[nodiscard]] std::optional<int> estimatedMinutes() const { return m_estimatedMinutes; }
    /// To be offered only where the practice named a safety contact.
    [[nodiscard]] bool needsSafetyContact() const { return m_needsSafetyContact; }
    [[nodiscard]] bool isExperimental() const { return m_experimental; }
    /// How a person may go through it: `sequential`, `prior-edit`, `random`; empty: not said.
    [[nodiscard]] std::string const& entryMode() const { return m_entryMode; }
    [[nodiscard]] bool needsSignature() const { return m_needsSignature; }

    [[nodiscard]] std::vector<Item> const& items() const { return m_items; }
    /// Every item in reading order; Item::position is the index.
    [[nodiscard]] std::vector<Item const*> const& allItems() const { return m_all; }
    /// Null if there is none.
    [[nodiscard]] Item const* find(std::string_view linkId) const;
    [[nodiscard]] Enablement const& enablement() const { return m_enablement; }
    [[nodiscard]] std::vector<Expression> const& expressions() const { return m_expressions; }
    /// Of the form itself, in their order; indexes into expressions().
    [[nodiscard]] std::vector<std::size_t> const& variables() const { return m_variables; }
    [[nodiscard]] std::vector<Constraint> const& constraints() const { return m_constraints; }
    [[nodiscard]] std::vector<LaunchContext> const& launchContexts() const { return m_launchContexts; }
    [[nodiscard]] std::vector<ScoreRule> const& scoreRules() const { return m_scoreRules; }

private:
    friend class FormReader;
    Form() = default;

    std::shared_ptr<const fhir::Document> m_document;
    std::shared_ptr<const fhir::Document> m_valueSets;
    Library m_library; ///< keeps alive what options point into
    std::vector<Finding> m_findings;
    std::string m_id;
    std::string m_url;
    std::string m_version;
    std::string m_copyright;
    std::string m_entryMode;
    std::vector<std::string> m_languages;
    std::vector<std::string> m_awaitingReview; ///< some of m_languages
    Text m_title;
    Text m_description;
    std::optional<int> m_estimatedMinutes;
    bool m_needsSafetyContact = false;
    bool m_experimental = false;
    bool m_needsSignature = false;
    std::vector<Item> m_items;
    std::vector<Item const*> m_all;
    std::map<std::string, Item const*, std::less<>> m_byLinkId;
    Enablement m_enablement;
    std::vector<Expression> m_expressions;
    std::vector<std::size_t> m_variables;
    std::vector<Constraint> m_constraints;
    std::vector<LaunchContext> m_launchContexts;
    std::vector<ScoreRule> m_scoreRules;
};

} // namespace kiosk::survey
