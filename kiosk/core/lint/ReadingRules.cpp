#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Licences.h"
#include "kiosk/core/lint/ReadingGrade.h"
#include "kiosk/core/lint/Rules.h"
#include "kiosk/core/lint/Words.h"

#include <cmath>
#include <cstdio>
#include <map>

namespace kiosk::lint {

namespace {

/// The formulas were made for passages. Of a text of fewer words a single long one makes any grade ("Becoming easily
/// annoyed": 17), so short texts count in the form as a whole only.
constexpr std::size_t fewestWords = 10;
constexpr std::size_t fewestWordsInAll = 50;

std::string oneDecimal(double number) {
    char text[16];
    std::snprintf(text, sizeof text, "%.1f", number);
    return text;
}

class ReadingCheck {
public:
    ReadingCheck(survey::Form const& form, Remarks& remarks) :
        m_own(ownLanguage(form)), m_licensed(licensedItems(form)), m_remarks(remarks) {}

    void add(FormText const& each) {
        add(each, m_own, each.text->in({}));
        for (auto const& [language, content] : each.text->translations()) add(each, language, content);
    }

    void finish() {
        for (auto const& [language, all] : m_all)
            if (wordsOf(all).size() >= fewestWordsInAll) judge("", language, all, "as a whole has the ");
    }

private:
    void add(FormText const& each, std::string const& language, std::string const& words) {
        // what ends without a sign is a sentence of its own all the same
        m_all[language] += words + ".\n";
        if (wordsOf(words).size() < fewestWords) return;
        bool const isLicensed = each.item && m_licensed.contains(each.item);
        judge(each.path, language, words, isLicensed ? "its owner's words, not to be changed, have the " : "");
    }

    void judge(std::string path, std::string const& language, std::string const& words, std::string const& what) {
        auto const grade = readingGrade(words, language);
        // to one decimal, as it is shown: 6.04 is not "6.0, above 6"
        if (!grade || std::round(*grade * 10) / 10 <= highestGrade) return;
        m_remarks.push_back({Severity::Warning, std::move(path),
                             what + "reading grade " + oneDecimal(*grade) + " in '" + language + "', above 6",
                             "reading-grade"});
    }

    std::string const& m_own;
    std::set<survey::Item const*> m_licensed;
    Remarks& m_remarks;
    std::map<std::string, std::string> m_all; ///< every text, by language
};

} // namespace

/// A warning, never an error: the formulas are estimates, and of one sentence rough ones. Whoever signs decides.
void checkReading(Subject const& subject, Remarks& remarks) {
    ReadingCheck check(*subject.form, remarks);
    for (auto const& each : textsOf(*subject.form))
        if (each.kind == FormText::Kind::Sentence) check.add(each);
    check.finish();
}

} // namespace kiosk::lint
