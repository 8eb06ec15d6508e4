#include "kiosk/core/lint/Licences.h"

#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Hash.h"
#include "tests/unit/lint/Forms.h"

#include <sstream>

namespace kiosk::lint {
namespace {

using ::testing::AllOf;
using ::testing::Contains;
using ::testing::Each;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintOf;
using ::testing::Not;
using testing::of;
using ::testing::StartsWith;
using testing::textOf;
using testing::with;
using testing::withAll;

/// As tests/vectors/licensed-words/README.md says.
std::string fingerprint(LicensedItem const& item) {
    std::string words;
    for (auto const& [language, text] : item.words) {
        words += std::string(text) + "\n";
        for (auto const& answer : item.answers)
            for (auto const& phrase : answer)
                if (phrase.language == language) words += std::string(phrase.text) + "\n";
    }
    return base::toHex(crypto::sha256(asBytes(words)));
}

/// "form linkId" → hash
std::map<std::string, std::string> pinned() {
    auto const file = base::readFile(Path(CANDOR_SOURCE_DIR) / "tests/vectors/licensed-words/sha256.txt");
    std::istringstream lines{std::string(asText(*file))};
    std::map<std::string, std::string> words;
    for (std::string hash, form, linkId; lines >> hash >> form >> linkId;) words[form + " " + linkId] = hash;
    return words;
}

TEST(LicensedWordsTable, isWhatThePinnedHashesSay) {
    auto left = pinned();
    for (auto const& instrument : licensedInstruments())
        for (auto const& item : instrument.items) {
            auto const name = std::string(instrument.id) + " " + std::string(item.linkId);
            auto const same =
                instrument.id == "phq-2" ? withAll(withAll(name, "phq-2", "phq-9"), "phq2", "phq9") : name;
            ASSERT_TRUE(pinned().contains(same)) << name;
            EXPECT_EQ(fingerprint(item), pinned()[same]) << name;
            left.erase(same);
        }
    EXPECT_THAT(left, IsEmpty()) << "pinned, but not in the table";
}

std::vector<std::string> licence(Remarks const& remarks) {
    std::vector<std::string> lines;
    for (auto const* rule : {"licensed-words", "licence-notice", "official-translation", "score-rule"})
        for (auto const& line : of(rule, remarks)) lines.push_back(line);
    return lines;
}

TEST(Licences, areKeptByTheFormsWeShip) {
    for (auto const& id : testing::shippedInstruments()) EXPECT_THAT(licence(lintOf(textOf(id))), IsEmpty()) << id;
}

TEST(LicensedWords, aChangedWordIsAnErrorInEachLanguage) {
    for (auto const& [id, from, to, place] :
         {std::tuple("gad-7", "Trouble relaxing", "Trouble with relaxing", "item 'gad7.4'"),
          std::tuple("gad-7", "parar o controlar", "dejar de controlar", "item 'gad7.2'"),
          std::tuple("phq-9", "Over the last 2 weeks", "Over the last two weeks", "item 'phq9'"),
          std::tuple("phq-2", "hacer cosas", "hacer algo", "item 'phq2.1'"),
          std::tuple("phq-9", "Several days", "Some days", "item 'phq9.1' option 'LA6569-3'"),
          std::tuple("friends-and-family", "Neither good nor poor", "So so", "item 'experience' option 'neither'")}) {
        auto const found = licence(lintOf(with(textOf(id), from, to)));
        EXPECT_THAT(found, ElementsAre(AllOf(StartsWith("error " + std::string(place) + ": "), HasSubstr(from)))) << id;
    }
}

TEST(LicensedWords, otherPunctuationIsANote) {
    EXPECT_THAT(licence(lintOf(with(textOf("gad-7"), "nervous, anxious or", "nervous, anxious, or"))),
                ElementsAre(AllOf(StartsWith("note item 'gad7.1': "), HasSubstr("GAD-7"))));
}

TEST(LicensedWords, aMissingItemOrAnswerIsAnError) {
    auto form = *base::parseJson(asBytes(textOf("gad-7")));
    form["item"][0]["item"].erase(3);
    auto const withoutItem = licence(lintOf(form.dump()));
    EXPECT_THAT(withoutItem, Contains("error : lacks what GAD-7 says: 'Trouble relaxing'"));
    form = *base::parseJson(asBytes(textOf("gad-7")));
    form["item"][0]["item"][0]["answerOption"].erase(3);
    EXPECT_THAT(licence(lintOf(form.dump())), ElementsAre("error item 'gad7.1': offers 3 answers, GAD-7 has 4"));
}

TEST(LicensedWords, aFormIsKnownByItsLoincCodeUnderAnyUrl) {
    auto const renamed =
        with(textOf("phq-9"), "http://candor.example/fhir/Questionnaire/phq-9", "http://example.org/mood");
    EXPECT_THAT(licence(lintOf(renamed)), IsEmpty());
    EXPECT_THAT(licence(lintOf(with(renamed, "Little interest", "Not much interest"))),
                ElementsAre(StartsWith("error item 'phq9.1': ")));
}

/// Neither url nor code says what it is.
std::string disguised(std::string const& id, std::string const& panel) {
    return withAll(with(textOf(id), "http://candor.example/fhir/Questionnaire/" + id, "http://example.org/mood"), panel,
                   "11111-1");
}

TEST(LicensedWords, aCopyUnderAnotherNameIsNamedAsAWarning) {
    auto const found =
        licence(lintOf(withAll(disguised("phq-9", "44249-1"), "Poor appetite or overeating", "Eating badly")));
    EXPECT_THAT(found, Contains(AllOf(StartsWith("warning : has 9 of the 9 items of PHQ-9"), HasSubstr("44249-1"))));
    EXPECT_THAT(found, Contains(StartsWith("warning item 'phq9.5': 'Eating badly' is not what PHQ-9 says")));
    EXPECT_THAT(found, Each(Not(StartsWith("error"))));
    EXPECT_THAT(found, Each(Not(HasSubstr("PHQ-2")))) << "it is part of PHQ-9";
}

TEST(LicensedWords, aSpanishCopyIsFoundToo) {
    auto form = *base::parseJson(asBytes(disguised("gad-7", "69737-5")));
    form["language"] = "es";
    for (auto& item : form["item"][0]["item"]) {
        item["text"] = item["_text"]["extension"][0]["extension"][1]["valueString"];
        item.erase("_text");
        item.erase("code");
    }
    EXPECT_THAT(licence(lintOf(form.dump())), Contains(StartsWith("warning : has 7 of the 7 items of GAD-7")));
}

TEST(LicensedWords, aFewWordsInCommonAreNone) {
    EXPECT_THAT(
        licence(testing::lintItems(
            R"("linkId": "a", "type": "boolean", "text": "Do you have little interest in things?"}, {"linkId": "b", "type": "boolean", "text": "Do you feel tired?")")),
        IsEmpty());
}

TEST(LicenceNotice, isMissed) {
    auto const bare = licence(lintOf(with(textOf("phq-9"), "with an educational grant from Pfizer Inc.", "")));
    EXPECT_THAT(bare, ElementsAre(StartsWith("error copyright: lacks the notice of PHQ-9")));
    EXPECT_THAT(licence(lintOf(with(textOf("friends-and-family"), "Open Government Licence v3.0", "OGL"))),
                ElementsAre(StartsWith("error copyright: lacks the notice of Friends and Family Test")));
    EXPECT_THAT(licence(lintOf(withAll(textOf("gad-7"), "LOINC", "the code list"))),
                ElementsAre("warning copyright: has codes of LOINC, and not LOINC's notice"));
}

TEST(OfficialTranslation, isAskedForWhereNoneIsKnown) {
    auto const french = withAll(textOf("phq-2"), R"("valueCode": "es")", R"("valueCode": "fr")");
    EXPECT_THAT(licence(lintOf(french)),
                ElementsAre(AllOf(StartsWith("warning : no official words of PHQ-2 in 'fr' are known here"))));
}

TEST(ScoreRule, ofAKnownInstrumentIsMissed) {
    auto form = *base::parseJson(asBytes(textOf("gad-7")));
    form.erase("extension");
    EXPECT_THAT(licence(lintOf(form.dump())),
                ElementsAre("error : has no score rule with the LOINC code 70274-6, the score of GAD-7"));
}

} // namespace
} // namespace kiosk::lint
