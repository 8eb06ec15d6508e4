#include "kiosk/core/lint/Licences.h"

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
    for (unsigned char const c : text)
        if (std::isalnum(c) != 0) result += static_cast<char>(std::tolower(c));
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

double likeness(WordsOfItem const& words, LicensedItem const& licensed) {
    double best = 0;
    for (auto const& [language, official] : licensed.words)
        for (auto const& [spoken, text] : words.byLanguage)
            if (spoken == language) best = std::max(best, similarity(text, wordsOf(official)));
    return best;
}

/// The item with that LOINC code, else the one whose words are most alike, if they are nearly the same.
Item const* counterpart(std::vector<WordsOfItem> const& all, LicensedItem const& licensed, double& best) {
    Item const* found = nullptr;
    for (auto const& words : all)
        if (auto const alike = likeness(words, licensed); alike > best) {
            best = alike;
            found = words.item;
        }
    for (auto const& words : all)
        if (!licensed.code.empty() && hasCode(*words.item->source, licensed.code)) return words.item;
    return best >= nearlySame ? found : nullptr;
}

Comparison compared(Form const& form, std::vector<WordsOfItem> const& all, LicensedInstrument const& instrument) {
    Comparison comparison{&instrument, Likeness::None, 0, 0, {}};
    for (auto const& licensed : instrument.items) {
        double alike = 0;
        comparison.items.push_back(counterpart(all, licensed, alike));
        comparison.scoredItems += licensed.isScored ? 1 : 0;
        comparison.likeItems += licensed.isScored && alike >= nearlySame ? 1 : 0;
    }
    auto const needed = mostOfTheForm * static_cast<double>(comparison.scoredItems);
    if (static_cast<double>(comparison.likeItems) >= needed) comparison.likeness = Likeness::Copied;
    if (isNamed(form, instrument)) comparison.likeness = Likeness::Named;
    return comparison;
}

/// Whether each item that one has the other has too.
bool isWithin(Comparison const& part, Comparison const& whole) {
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

std::vector<Comparison> instrumentsIn(Form const& form) {
    auto const all = wordsOfItems(form);
    std::vector<Comparison> found;
    for (auto const& instrument : licensedInstruments()) {
        auto comparison = compared(form, all, instrument);
        if (comparison.likeness != Likeness::None) found.push_back(std::move(comparison));
    }
    auto const isPart = [&](Comparison const& part) {
        return part.likeness == Likeness::Copied &&
               std::ranges::any_of(found, [&](Comparison const& whole) { return isWithin(part, whole); });
    };
    std::vector<Comparison> result;
    for (auto const& each : found)
        if (!isPart(each)) result.push_back(each);
    return result;
}

std::set<Item const*> licensedItems(Form const& form) {
    std::set<Item const*> items;
    for (auto const& comparison : instrumentsIn(form))
        for (auto const* item : comparison.items)
            if (item) items.insert(item);
    return items;
}

} // namespace kiosk::lint
