#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Licences.h"
#include "kiosk/core/lint/Rules.h"
#include "kiosk/core/lint/Words.h"

#include <algorithm>
#include <set>

namespace kiosk::lint {

namespace {

using survey::Item;

constexpr std::string_view licensedWords = "licensed-words";

std::string inQuotes(std::string_view text) {
    return "'" + std::string(text) + "'";
}

/// One form beside one instrument. What an instrument by name gets wrong is an error; a form that copies one under
/// another name may be one of its lawful kin (PHQ-A), so a person has to look.
class LicenceCheck {
public:
    LicenceCheck(Subject const& subject, Resemblance const& resemblance, Remarks& remarks) :
        m_form(*subject.form), m_resemblance(resemblance), m_remarks(remarks),
        m_severity(resemblance.likeness == Likeness::Named ? Severity::Error : Severity::Warning) {}

    void run() {
        if (m_resemblance.likeness == Likeness::Copied) sayThatItIsCopied();
        checkNotice();
        checkScore();
        for (std::size_t i = 0; i < m_resemblance.items.size(); ++i)
            checkItem(instrument().items[i], m_resemblance.items[i]);
        for (auto const& language : m_unofficial)
            add(Severity::Warning, "",
                "no official words of " + name() + " in " + inQuotes(language) +
                    " are known here: have them compared with its owner's",
                "official-translation");
    }

private:
    [[nodiscard]] LicensedInstrument const& instrument() const { return *m_resemblance.instrument; }
    [[nodiscard]] std::string name() const { return std::string(instrument().name); }

    void add(Severity severity, std::string path, std::string reason, std::string_view rule) {
        m_remarks.push_back({severity, std::move(path), std::move(reason), rule});
    }

    void sayThatItIsCopied() {
        auto const hint =
            instrument().panel.empty() ? std::string() : " (by the LOINC code " + std::string(instrument().panel) + ")";
        add(Severity::Warning, "",
            "has " + std::to_string(m_resemblance.likeItems) + " of the " + std::to_string(m_resemblance.scoredItems) +
                " items of " + name() + ", which is its owner's: if it is that form, say so" + hint,
            licensedWords);
    }

    void checkNotice() {
        auto const copyright = wordsOf(m_form.copyright());
        std::string missing;
        for (auto const notice : instrument().notices)
            if (std::ranges::search(copyright, wordsOf(notice)).empty())
                missing += (missing.empty() ? "" : " ") + std::string(notice);
        if (!missing.empty())
            add(m_severity, "copyright", "lacks the notice of " + name() + ": " + inQuotes(missing), "licence-notice");
    }

    void checkScore() {
        auto const code = instrument().scoreCode;
        auto const isScore = [&](survey::ScoreRule const& rule) { return rule.code.code == code; };
        if (!code.empty() && std::ranges::none_of(m_form.scoreRules(), isScore))
            add(m_severity, "",
                "has no score rule with the LOINC code " + std::string(code) + ", the score of " + name(),
                "score-rule");
    }

    void checkItem(LicensedItem const& licensed, Item const* item) {
        if (!item) {
            add(licensed.isScored ? m_severity : Severity::Warning, "",
                "lacks what " + name() + " says: " + inQuotes(licensed.words.front().text), licensedWords);
            return;
        }
        checkWords(item->text, licensed.words, pathOf(*item));
        if (!licensed.answers.empty()) checkAnswers(*item, licensed);
    }

    void checkAnswers(Item const& item, LicensedItem const& licensed) {
        if (item.options.size() != licensed.answers.size()) {
            add(m_severity, pathOf(item),
                "offers " + std::to_string(item.options.size()) + " answers, " + name() + " has " +
                    std::to_string(licensed.answers.size()),
                licensedWords);
            return;
        }
        for (std::size_t i = 0; i < item.options.size(); ++i)
            checkWords(item.options[i].label, licensed.answers[i], pathOf(item, item.options[i]));
    }

    void checkWords(survey::Text const& text, Wording const& official, std::string const& path) {
        auto const& own = ownLanguage(m_form);
        compare(own, text.in({}), official, path);
        for (auto const& [language, content] : text.translations()) compare(language, content, official, path);
    }

    void compare(std::string const& language, std::string const& text, Wording const& official,
                 std::string const& path) {
        auto const known = std::ranges::find(official, primaryTag(language), &Phrase::language);
        if (known == official.end()) {
            m_unofficial.insert(language);
            return;
        }
        if (text == known->text) return;
        bool const isSame = wordsOf(text) == wordsOf(known->text);
        add(isSame ? Severity::Information : m_severity, path,
            inQuotes(text) + (isSame ? ", in " : " is not what ") + name() + (isSame ? " written " : " says: ") +
                inQuotes(known->text),
            licensedWords);
    }

    survey::Form const& m_form;
    Resemblance const& m_resemblance;
    Remarks& m_remarks;
    Severity m_severity;
    std::set<std::string> m_unofficial;
};

bool usesLoinc(survey::Form const& form) {
    auto const isLoinc = [](fhir::Element const& coding) { return coding.textOf("system") == "http://loinc.org"; };
    for (auto const& code : form.source().children("code"))
        if (isLoinc(code)) return true;
    for (auto const* item : form.allItems())
        for (auto const& code : item->codes)
            if (code.system == "http://loinc.org") return true;
    return false;
}

} // namespace

void checkLicences(Subject const& subject, Remarks& remarks) {
    for (auto const& resemblance : instrumentsIn(*subject.form)) LicenceCheck(subject, resemblance, remarks).run();
    if (usesLoinc(*subject.form) && subject.form->copyright().find("LOINC") == std::string::npos)
        remarks.push_back(
            {Severity::Warning, "copyright", "has codes of LOINC, and not LOINC's notice", "licence-notice"});
}

} // namespace kiosk::lint
