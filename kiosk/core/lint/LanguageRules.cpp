#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Rules.h"

#include <algorithm>
#include <set>

namespace kiosk::lint {

namespace {

constexpr std::string_view missingTranslation = "missing-translation";

/// As Form::languages() has it: what holds no letter is the same in all languages.
bool hasLetters(std::string const& text) {
    return std::ranges::any_of(
        text, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

constexpr std::size_t mostLanguages = 50; ///< of a form from anywhere; each is looked for in each text

std::set<std::string> languagesBegun(std::vector<FormText> const& texts) {
    std::set<std::string> languages;
    for (auto const& each : texts)
        for (auto const& [language, content] : each.text->translations())
            if (languages.size() < mostLanguages) languages.insert(language);
    return languages;
}

void checkLanguage(std::vector<FormText> const& texts, std::string const& own, std::string const& language,
                   Severity severity, Remarks& remarks) {
    std::vector<FormText const*> lacking;
    for (auto const& each : texts)
        if (!wordsIn(*each.text, language, own)) lacking.push_back(&each);
    if (lacking.size() == texts.size()) {
        remarks.push_back(
            {Severity::Warning, "", "is not translated to '" + language + "': not offered in it", missingTranslation});
        return;
    }
    for (auto const* each : lacking)
        remarks.push_back({severity, each->path, "has no words in '" + language + "'", missingTranslation});
}

} // namespace

void checkLanguages(Subject const& subject, Remarks& remarks) {
    auto const& form = *subject.form;
    auto const& own = ownLanguage(form);
    auto texts = textsOf(form);
    std::erase_if(texts, [](FormText const& each) { return !hasLetters(each.text->in({})); });
    auto const begun = languagesBegun(texts);
    auto const& asked = subject.options.languages;
    for (auto const& language : asked) checkLanguage(texts, own, language, Severity::Error, remarks);
    if (asked.empty())
        for (auto const& language : begun) checkLanguage(texts, own, language, Severity::Warning, remarks);
    for (auto const& language : begun)
        if (form.awaitsReview(language))
            remarks.push_back({Severity::Warning, "",
                               "its words in '" + language + "' are a draft that no person has reviewed",
                               "needs-review"});
}

} // namespace kiosk::lint
