#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Hash.h"
#include "tests/unit/survey/Instruments.h"

#include <sstream>

namespace kiosk::survey {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::instrument;
using ::testing::IsEmpty;

/// SHA-256 of an item's words: language by language its text and its answers, a line each.
std::string fingerprint(Form const& form, Item const& item) {
    std::string words;
    for (auto const& language : form.languages()) {
        words += item.text.in(language) + "\n";
        for (auto const& option : item.options) words += option.label.in(language) + "\n";
    }
    return base::toHex(crypto::sha256(asBytes(words)));
}

/// linkId → fingerprint, for one form, from tests/vectors/licensed-words.
std::map<std::string, std::string> licensedWords(std::string const& id) {
    auto const file = base::readFile(Path(CANDOR_SOURCE_DIR) / "tests/vectors/licensed-words/sha256.txt");
    std::istringstream lines{std::string(asText(*file))};
    std::map<std::string, std::string> words;
    for (std::string hash, form, linkId; lines >> hash >> form >> linkId;)
        if (form == id) words[linkId] = hash;
    return words;
}

/// The items whose words are not those of their owner.
std::vector<std::string> changedItems(Form const& form) {
    std::vector<std::string> changed;
    for (auto const& [linkId, hash] : licensedWords(form.id())) {
        auto const* item = form.find(linkId);
        if (!item || fingerprint(form, *item) != hash) changed.push_back(linkId);
    }
    return changed;
}

TEST(LicensedWords, areThoseOfTheirOwnersToTheLetter) {
    for (auto const* id : {"phq-9", "gad-7", "friends-and-family"}) {
        EXPECT_THAT(licensedWords(id), ::testing::Not(IsEmpty())) << id;
        EXPECT_THAT(changedItems(*instrument(id)), IsEmpty()) << id;
    }
}

TEST(LicensedWords, coverEveryItemOfPhq9AndGad7) {
    for (auto const* id : {"phq-9", "gad-7"})
        EXPECT_EQ(licensedWords(id).size(), instrument(id)->allItems().size()) << id;
}

TEST(LicensedWords, aChangedLetterNamesItsItem) {
    auto const file = *base::readFile(testing::instrumentFile("gad-7"));
    for (auto const& [words, item] : {std::pair("Trouble relaxing", "gad7.4"), std::pair("parar o controlar", "gad7.2"),
                                      std::pair("Over the last 2 weeks", "gad7")}) {
        std::string text(asText(file));
        text[text.find(words)] = 'X';
        EXPECT_THAT(changedItems(*testing::parse(text)), ElementsAre(item));
    }
}

TEST(LicensedWords, phq2IsTheFirstTwoItemsOfPhq9) {
    auto const brief = instrument("phq-2");
    auto const full = instrument("phq-9");
    ASSERT_EQ(brief->allItems().size(), 3U);
    EXPECT_EQ(fingerprint(*brief, *brief->find("phq2")), fingerprint(*full, *full->find("phq9")));
    for (auto const* number : {"1", "2"}) {
        auto const& item = *brief->find(std::string("phq2.") + number);
        auto const& same = *full->find(std::string("phq9.") + number);
        EXPECT_EQ(fingerprint(*brief, item), fingerprint(*full, same));
        EXPECT_EQ(item.codes.at(0).code, same.codes.at(0).code);
    }
}

TEST(LicensedWords, keepTheNoticesOfTheirOwners) {
    for (auto const* id : {"phq-2", "phq-9", "gad-7"}) {
        auto const form = instrument(id);
        EXPECT_THAT(
            form->copyright(),
            ::testing::StartsWith(
                "Developed by Drs. Robert L. Spitzer, Janet B.W. Williams, Kurt Kroenke and colleagues, with an "
                "educational grant from Pfizer Inc. No permission required to reproduce, translate, display or "
                "distribute."));
        EXPECT_THAT(form->copyright(), HasSubstr("LOINC is copyright"));
    }
    EXPECT_THAT(instrument("friends-and-family")->copyright(),
                HasSubstr("Contains public sector information licensed under the Open Government Licence v3.0"));
}

} // namespace
} // namespace kiosk::survey
