#include "tests/unit/survey/Instruments.h"

#include "kiosk/core/survey/Reading.h"

#include <array>

namespace kiosk::survey {
namespace {

using testing::instrument;
using testing::linkIds;
using testing::one;
using testing::ours;

class Instruments : public ::testing::TestWithParam<std::string> {};

INSTANTIATE_TEST_SUITE_P(Shipped, Instruments, ::testing::ValuesIn(testing::shippedInstruments()),
                         testing::nameOfInstrument);

/// English and Spanish, save where the owners' words are not known in Spanish for certain.
std::vector<std::string> languagesOf(std::string const& id) {
    if (id == "friends-and-family") return {"en"};
    if (id == "visit-experience" || id == "contact-request") return {"en", "es", "ar"};
    return {"en", "es"};
}

TEST_P(Instruments, sayWhatTheyAreInEachLanguage) {
    auto const form = instrument(GetParam());
    EXPECT_EQ(form->id(), GetParam());
    EXPECT_EQ(form->url(), "http://candor.example/fhir/Questionnaire/" + GetParam());
    EXPECT_EQ(form->languages(), languagesOf(GetParam()));
    EXPECT_FALSE(form->title().empty());
    EXPECT_FALSE(form->description().empty());
    EXPECT_FALSE(form->copyright().empty());
    EXPECT_GT(form->estimatedMinutes().value_or(0), 0);
}

TEST_P(Instruments, haveEveryTextInEachLanguage) {
    auto const form = instrument(GetParam());
    for (auto const* item : form->allItems()) EXPECT_FALSE(item->text.empty()) << item->linkId;
    for (auto const& language : languagesOf(GetParam()))
        for (auto const* text : testing::textsOf(*form))
            EXPECT_TRUE(language == "en" || text->isTranslatedTo(language)) << language << ": " << text->in("en");
}

TEST_P(Instruments, marksOwnScoresAsProvisional) {
    auto const form = instrument(GetParam());
    for (auto const& rule : form->scoreRules()) {
        bool const isOurs = rule.code.system != "http://loinc.org";
        EXPECT_EQ(form->isExperimental(), isOurs);
        EXPECT_EQ(rule.version.find("provisional") != std::string::npos, isOurs) << rule.code.code;
    }
}

/// An answer that fits the question: its first option, yes, its highest number, some words.
Json someAnswer(Item const& item) {
    if (!item.options.empty()) return Json::array({item.options.front().value});
    if (item.type == ItemType::Boolean) return one("Boolean", true);
    if (item.type == ItemType::Integer) return Json::array({compactValue(*item.maxValue)});
    return one("String", "words");
}

TEST_P(Instruments, canBeAnsweredScreenByScreen) {
    Response response(instrument(GetParam()));
    for (std::size_t screen = 0; screen < response.questions().size(); ++screen) {
        auto const& item = *response.questions()[screen];
        EXPECT_TRUE(response.answer(item.linkId, someAnswer(item))) << item.linkId;
    }
    EXPECT_TRUE(response.missingRequired().empty());
    EXPECT_TRUE(response.hasAnswers());
}

// The words of the owners, English and US Spanish: a changed letter would be another instrument.
constexpr std::array<std::array<std::string_view, 2>, 9> phq9Items{{
    {"Little interest or pleasure in doing things", "Poco interés o placer en hacer cosas"},
    {"Feeling down, depressed, or hopeless", "Se ha sentido decaído(a), deprimido(a) o sin esperanzas"},
    {"Trouble falling or staying asleep, or sleeping too much",
     "Ha tenido dificultad para quedarse o permanecer dormido(a), o ha dormido demasiado"},
    {"Feeling tired or having little energy", "Se ha sentido cansado(a) o con poca energía"},
    {"Poor appetite or overeating", "Sin apetito o ha comido en exceso"},
    {"Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
     "Se ha sentido mal con usted mismo(a) – o que es un fracaso o que ha quedado mal con usted mismo(a) o con su "
     "familia"},
    {"Trouble concentrating on things, such as reading the newspaper or watching television",
     "Ha tenido dificultad para concentrarse en ciertas actividades, tales como leer el periódico o ver la televisión"},
    {"Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or "
     "restless that you have been moving around a "
     "lot more than usual",
     "¿Se ha movido o hablado tan lento que otras personas podrían haberlo notado? o lo contrario – muy inquieto(a) o "
     "agitado(a) que ha estado "
     "moviéndose mucho más de lo normal"},
    {"Thoughts that you would be better off dead or of hurting yourself in some way",
     "Pensamientos de que estaría mejor muerto(a) o de lastimarse de alguna manera"},
}};
constexpr std::array loincItems{"44250-9", "44255-8", "44259-0", "44254-1", "44251-7",
                                "44258-2", "44252-5", "44253-3", "44260-8"};

std::string phq9Id(std::size_t item) {
    return "phq9." + std::to_string(item + 1);
}

TEST(Phq9, hasItsOwnersWordsAndLoincCodes) {
    auto const form = instrument("phq-9");
    EXPECT_EQ(form->find("phq9")->text.in("en"),
              "Over the last 2 weeks, how often have you been bothered by any of the following problems?");
    EXPECT_EQ(form->find("phq9")->text.in("es"),
              "Durante las últimas 2 semanas, ¿qué tan seguido ha tenido molestias debido a los siguientes problemas?");
    for (std::size_t i = 0; i < phq9Items.size(); ++i) {
        auto const& item = *form->find(phq9Id(i));
        EXPECT_EQ(item.text.in("en"), phq9Items[i][0]);
        EXPECT_EQ(item.text.in("es"), phq9Items[i][1]);
        EXPECT_EQ(item.codes.at(0).code, loincItems[i]);
    }
}

TEST(Phq9, offersItsFourAnswersInOrder) {
    constexpr std::array<std::array<std::string_view, 3>, 4> answers{
        {{"LA6568-5", "Not at all", "Ningún día"},
         {"LA6569-3", "Several days", "Varios días"},
         {"LA6570-1", "More than half the days", "Más de la mitad de los días"},
         {"LA6571-9", "Nearly every day", "Casi todos los días"}}};
    auto const form = instrument("phq-9");
    for (std::size_t i = 0; i < phq9Items.size(); ++i) {
        auto const& options = form->find(phq9Id(i))->options;
        ASSERT_EQ(options.size(), answers.size());
        for (std::size_t k = 0; k < answers.size(); ++k) {
            EXPECT_EQ(options[k].value["valueCoding"]["code"], answers[k][0]);
            EXPECT_EQ(options[k].label.in("en"), answers[k][1]);
            EXPECT_EQ(options[k].label.in("es"), answers[k][2]);
            EXPECT_EQ(options[k].weight, static_cast<double>(k));
        }
    }
}

TEST(Phq9, keepsTheNoticeAndNeedsASafetyContact) {
    auto const form = instrument("phq-9");
    EXPECT_THAT(form->copyright(),
                ::testing::HasSubstr("No permission required to reproduce, translate, display or distribute."));
    EXPECT_THAT(form->copyright(), ::testing::HasSubstr("LOINC is copyright"));
    EXPECT_TRUE(form->needsSafetyContact());
}

Response phq9(std::vector<int> const& weights) {
    return testing::choosing("phq-9", "phq9.", weights);
}

TEST(Phq9, scoresInItsBands) {
    const std::tuple<std::vector<int>, int, char const*> rows[]{{{0, 0, 0, 0, 0, 0, 0, 0, 0}, 0, "minimal"},
                                                                {{1, 1, 1, 1, 0, 0, 0, 0, 0}, 4, "minimal"},
                                                                {{1, 1, 1, 1, 1, 0, 0, 0, 0}, 5, "mild"},
                                                                {{1, 1, 1, 1, 1, 1, 1, 1, 1}, 9, "mild"},
                                                                {{2, 1, 1, 1, 1, 1, 1, 1, 1}, 10, "moderate"},
                                                                {{2, 2, 2, 2, 2, 2, 2, 0, 0}, 14, "moderate"},
                                                                {{3, 2, 2, 2, 2, 2, 2, 0, 0}, 15, "moderately-severe"},
                                                                {{3, 3, 3, 3, 3, 2, 2, 0, 0}, 19, "moderately-severe"},
                                                                {{3, 3, 3, 3, 3, 3, 2, 0, 0}, 20, "severe"},
                                                                {{3, 3, 3, 3, 3, 3, 3, 3, 3}, 27, "severe"}};
    for (auto const& [weights, value, bandCode] : rows) {
        auto const response = phq9(weights);
        auto const score = scores(response.form(), response).at(0);
        EXPECT_EQ(score.value, value);
        EXPECT_EQ(score.band->code.code, bandCode);
        EXPECT_EQ(score.code.code, "44261-6");
    }
}

TEST(Phq9, fillsTwoMissingAnswersWithTheMeanAndHasNoScoreWithThree) {
    auto const two = phq9({1, 1, 1, 1, 1, 1, 2, -1, -1}); // 8 * 9 / 7 = 10.29
    EXPECT_EQ(scores(two.form(), two).at(0).value, 10);
    auto const three = phq9({1, 1, 1, 1, 1, 1, -1, -1, -1});
    EXPECT_FALSE(scores(three.form(), three).at(0).value);
    EXPECT_EQ(scores(three.form(), three).at(0).reason, "3 of 9 answers missing, 2 allowed");
}

TEST(Phq9, signalsAnyThoughtOfSelfHarm) {
    EXPECT_FALSE(phq9({3, 3, 3, 3, 3, 3, 3, 3, 0}).safety());
    ASSERT_TRUE(phq9({0, 0, 0, 0, 0, 0, 0, 0, 1}).safety());
    EXPECT_EQ(phq9({0, 0, 0, 0, 0, 0, 0, 0, 1}).safety()->item->linkId, "phq9.9");
}

TEST(Phq9, asksForDifficultyOnlyAfterAProblem) {
    EXPECT_FALSE(phq9({0, 0, 0, 0, 0, 0, 0, 0, 0}).isEnabled("phq9.10"));
    EXPECT_TRUE(phq9({0, 0, 0, 0, 1, 0, 0, 0, 0}).isEnabled("phq9.10"));
    EXPECT_EQ(instrument("phq-9")->find("phq9.10")->codes.at(0).code, "69722-7");
}

TEST(VisitExperience, asksWhoOnlyOfThoseWhoWantToBeContacted) {
    Response response(instrument("visit-experience"));
    EXPECT_EQ(linkIds(response.questions()),
              (std::vector<std::string>{"overall", "recommend", "went-well", "better", "comment", "contact"}));
    ASSERT_TRUE(response.answer("contact", one("Boolean", true)));
    EXPECT_TRUE(response.isEnabled("contact.name"));
    EXPECT_EQ(linkIds(response.missingRequired()), std::vector<std::string>{"contact.phone"});
    ASSERT_TRUE(response.answer("contact.phone", one("String", "555")));
    ASSERT_TRUE(response.answer("contact", one("Boolean", false)));
    EXPECT_EQ(response.toFhir({}).dump().find("555"), std::string::npos);
}

TEST(VisitExperience, asksForMoreOnlyWhenSomethingCouldBeBetter) {
    Response response(instrument("visit-experience"));
    ASSERT_TRUE(response.answer("better", ours("none")));
    EXPECT_FALSE(response.isEnabled("better.more"));
    ASSERT_TRUE(response.answer("better", ours("wait")));
    EXPECT_TRUE(response.isEnabled("better.more"));
    EXPECT_FALSE(response.answer("better", Json::array({ours("wait")[0], ours("none")[0]})));
}

TEST(VisitExperience, namesTheControlsThatShowIt) {
    auto const form = instrument("visit-experience");
    EXPECT_EQ(form->find("overall")->control, "faces");
    EXPECT_EQ(form->find("overall")->options.size(), 5U);
    EXPECT_EQ(form->find("recommend")->control, "number-scale");
    EXPECT_EQ(form->find("recommend")->lower.in("en"), "No, never");
    EXPECT_EQ(form->find("recommend")->upper.in("es"), "Sí, seguro");
    EXPECT_EQ(form->find("went-well")->control, "check-box");
}

Score activation(char const* id, char const* code) {
    Response response(instrument(id));
    for (auto const* item : response.questions()) EXPECT_TRUE(response.answer(item->linkId, ours(code)));
    return scores(response.form(), response).at(0);
}

TEST(Activation, runsFrom0To100WithAStandardErrorAndThreeBands) {
    EXPECT_NEAR(*activation("activation", "strongly-disagree").value, 0, 1e-9);
    EXPECT_NEAR(*activation("activation", "strongly-agree").value, 100, 1e-9);
    EXPECT_EQ(activation("activation", "disagree").band->code.display.in("en"), "Getting started");
    EXPECT_EQ(activation("activation", "agree").band->code.display.in("es"), "Avanzando");
    EXPECT_EQ(activation("activation", "strongly-agree").band->code.display.in("en"), "In charge");
    EXPECT_GT(*activation("activation", "agree").standardError, 0);
    EXPECT_EQ(activation("activation", "not-applicable").reason, "12 of 12 answers missing, 4 allowed");
}

TEST(Activation, shortFormUsesTheFullScale) {
    EXPECT_NEAR(*activation("activation-short", "strongly-disagree").value, 5.1, .05);
    EXPECT_NEAR(*activation("activation-short", "strongly-agree").value, 95.0, .05);
    EXPECT_GT(*activation("activation-short", "agree").standardError, *activation("activation", "agree").standardError);
}

TEST(Activation, formsShareWordsAndCalibration) {
    auto const full = instrument("activation");
    auto const brief = instrument("activation-short");
    for (auto const* item : brief->allItems()) EXPECT_EQ(item->text.in("es"), full->find(item->linkId)->text.in("es"));
    ASSERT_EQ(full->scoreRules().at(0).parts.size(), 12U);
    for (std::size_t i = 0; i < 12; ++i)
        EXPECT_EQ(full->scoreRules()[0].parts[i].rasch.difficulty,
                  brief->scoreRules().at(0).parts.at(i).rasch.difficulty);
    for (auto const& form : {full, brief})
        EXPECT_THAT(form->scoreRules()[0].version, ::testing::HasSubstr("provisional"));
}

} // namespace
} // namespace kiosk::survey
