#include "kiosk/core/lint/Licences.h"

#include "kiosk/core/fhirpath/Utf8.h"
#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/Words.h"

#include <algorithm>

namespace kiosk::lint {

namespace {

using survey::Form;
using survey::Item;

constexpr double nearlySame = 0.8;    // of the words of one item
constexpr double mostOfTheForm = 0.6; // of the scored items
constexpr std::string_view loinc = "http://loinc.org";

#include "kiosk/core/lint/LicensedWords.inc"

/// Letters and digits in small: "PHQ9" for "phq-9", "PHQ_9".
std::string plain(std::string_view text) {
    std::string result;
    for (char const c : fhirpath::utf8::lower(text))
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) result += c;
    return result;
}

bool hasCode(fhir::Element const& element, std::string_view code) {
    for (auto const& coding : element.children("code"))
        if (coding.textOf("system") == loinc && coding.textOf("code") == code) return true;
    return false;
}

bool isNamed(Form const& form, LicensedInstrument const& instrument) {
    auto const last = std::string_view(form.url()).substr(form.url().rfind('/') + 1);
    if (plain(last) == plain(instrument.id)) return true;
    return !instrument.panel.empty() && (last == instrument.panel || hasCode(form.source(), instrument.panel));
}

/// The words of every text of a form, in each language, looked at once.
struct WordsOfItem {
    Item const* item = nullptr;
    std::vector<std::pair<std::string, std::vector<std::string>>> byLanguage;
};

std::vector<WordsOfItem> wordsOfItems(Form const& form) {
    std::vector<WordsOfItem> all;
    for (auto const* item : form.allItems()) {
        if (item->text.empty()) continue;
        WordsOfItem words{item, {}};
        words.byLanguage.emplace_back(primaryTag(ownLanguage(form)), wordsOf(item->text.in({})));
        for (auto const& [language, content] : item->text.translations())
            words.byLanguage.emplace_back(primaryTag(language), wordsOf(content));
        all.push_back(std::move(words));
    }
    return all;
}

/// An official text with its words looked at once.
struct OfficialWords {
    std::string_view language;
    std::vector<std::string> words;
};

std::vector<OfficialWords> officialWords(LicensedItem const& licensed) {
    std::vector<OfficialWords> all;
    for (auto const& [language, text] : licensed.words) all.push_back({language, wordsOf(text)});
    return all;
}

/// By their numbers alone: most pairs need no closer look.
bool mayBeNearlySame(std::size_t left, std::size_t right) {
    return 2 * static_cast<double>(std::min(left, right)) >= nearlySame * static_cast<double>(left + right);
}

double likeness(WordsOfItem const& words, std::vector<OfficialWords> const& official) {
    double best = 0;
    for (auto const& each : official)
        for (auto const& [language, text] : words.byLanguage)
            if (language == each.language && mayBeNearlySame(text.size(), each.words.size()))
                best = std::max(best, similarity(text, each.words));
    return best;
}

/// The item with that LOINC code, else the one whose words are most alike, if they are nearly the same.
Item const* counterpart(std::vector<WordsOfItem> const& all, LicensedItem const& licensed, double& best) {
    auto const official = officialWords(licensed);
    Item const* found = nullptr;
    for (auto const& words : all)
        if (auto const alike = likeness(words, official); alike > best) {
            best = alike;
            found = words.item;
        }
    for (auto const& words : all)
        if (!licensed.code.empty() && hasCode(*words.item->source, licensed.code)) return words.item;
    return best >= nearlySame ? found : nullptr;
}

Resemblance compared(Form const& form, std::vector<WordsOfItem> const& all, LicensedInstrument const& instrument) {
    Resemblance resemblance{&instrument, Likeness::None, 0, 0, {}};
    for (auto const& licensed : instrument.items) {
        double alike = 0;
        resemblance.items.push_back(counterpart(all, licensed, alike));
        resemblance.scoredItems += licensed.isScored ? 1 : 0;
        resemblance.likeItems += licensed.isScored && alike >= nearlySame ? 1 : 0;
    }
    auto const needed = mostOfTheForm * static_cast<double>(resemblance.scoredItems);
    if (static_cast<double>(resemblance.likeItems) >= needed) resemblance.likeness = Likeness::Copied;
    if (isNamed(form, instrument)) resemblance.likeness = Likeness::Named;
    return resemblance;
}

/// Whether each item that one has the other has too.
bool isWithin(Resemblance const& part, Resemblance const& whole) {
    if (&part == &whole || part.items.size() >= whole.items.size()) return false;
    return std::ranges::all_of(part.items, [&](Item const* item) {
        return !item || std::ranges::find(whole.items, item) != whole.items.end();
    });
}

} // namespace

std::span<const LicensedInstrument> licensedInstruments() {
    static auto const instruments = makeLicensedInstruments();
    return instruments;
}

std::vector<Resemblance> instrumentsIn(Form const& form) {
    auto const all = wordsOfItems(form);
    std::vector<Resemblance> found;
    for (auto const& instrument : licensedInstruments()) {
        auto resemblance = compared(form, all, instrument);
        if (resemblance.likeness != Likeness::None) found.push_back(std::move(resemblance));
    }
    auto const isPart = [&](Resemblance const& part) {
        return part.likeness == Likeness::Copied &&
               std::ranges::any_of(found, [&](Resemblance const& whole) { return isWithin(part, whole); });
    };
    std::vector<Resemblance> result;
    for (auto const& each : found)
        if (!isPart(each)) result.push_back(each);
    return result;
}

std::set<Item const*> licensedItems(Form const& form) {
    std::set<Item const*> items;
    for (auto const& resemblance : instrumentsIn(form))
        for (auto const* item : resemblance.items)
            if (item) items.insert(item);
    return items;
}

} // namespace kiosk::lint
