// What the screens are told of a question, feature by feature of SDC.

#include "tests/unit/viewmodels/Walk.h"

namespace kiosk::viewmodels::walk {

TEST(FormFeatures, decimalsAreKeptAsTheyAreTyped) {
    Walk walk(Json::array({item("d", "decimal", "How much?")}));
    walk.question().enter("1,50");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("d"), R"([{"valueDecimal":1.50}])");
    EXPECT_EQ(walk.reviewed(0, ReviewModel::AnswerRole), "1.50");
}

TEST(FormFeatures, whatMayBeTwoNumbersIsNotTaken) {
    Walk walk(Json::array({item("d", "decimal", "How much?")}));
    walk.question().enter("1,000");
    EXPECT_FALSE(walk.next());
    walk.question().enter("1000");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("d"), R"([{"valueDecimal":1000}])");
}

TEST(FormFeatures, dateTimeTimeAndUrlAreAsked) {
    Walk walk(
        Json::array({item("m", "dateTime", "When?"), item("t", "time", "At what time?"), item("u", "url", "Where?")}));
    EXPECT_EQ(walk.question().kind(), Kind::DateTime);
    walk.question().enter("2026-11-02");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.question().kind(), Kind::Time);
    walk.question().enter("25:00");
    EXPECT_FALSE(walk.next());
    EXPECT_EQ(walk.session->problem(), Problem::NotADate);
    walk.question().enter("8:30");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.question().kind(), Kind::Url);
    walk.question().enter("https://candor.example/");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("m"), R"([{"valueDateTime":"2026-11-02"}])");
    EXPECT_EQ(walk.journal.saved.at("t"), R"([{"valueTime":"08:30:00"}])");
    EXPECT_EQ(walk.journal.saved.at("u"), R"([{"valueUri":"https://candor.example/"}])");
}

TEST(FormFeatures, aQuantityHasOneOfItsUnitsOrAnotherWhereTheFormIsOpen) {
    auto const unit = [](char const* code) {
        return extension(std::string(hl7) + "questionnaire-unitOption", "valueCoding",
                         Json{{"system", "http://unitsofmeasure.org"}, {"code", code}, {"display", code}});
    };
    auto const open = extension(std::string(sdc) + "unitOpen", "valueCode", "optionsOrString");
    Walk walk(Json::array({item("w", "quantity", "Your weight?", Json::array({unit("kg"), unit("[lb_av]"), open}))}));
    EXPECT_EQ(walk.question().kind(), Kind::Quantity);
    EXPECT_EQ(walk.question().units().size(), 2);
    EXPECT_TRUE(walk.question().hasOpenUnit());
    walk.question().enter("70.0");
    walk.question().chooseUnit(0);
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("w"),
              R"([{"valueQuantity":{"value":70.0,"unit":"kg","system":"http://unitsofmeasure.org","code":"kg"}}])");
    EXPECT_EQ(walk.reviewed(0, ReviewModel::AnswerRole), "70.0 kg");
    walk.session->edit("w");
    walk.question().enterUnit("stone");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("w"), R"([{"valueQuantity":{"value":70.0,"unit":"stone"}}])");
}

TEST(FormFeatures, renderingXhtmlMarkdownAndStyleBecomeSafeBlocks) {
    auto const dressed = [](char const* linkId, char const* name, char const* member, char const* value) {
        return with(item(linkId, "display", "plain"), "_text",
                    Json{{"extension", Json::array({extension(std::string(hl7) + name, member, value)})}});
    };
    Walk walk(Json::array({dressed("x", "rendering-xhtml", "valueString", "<p>An <b>important</b> word</p>"),
                           dressed("m", "rendering-markdown", "valueMarkdown", "An **important** word"),
                           dressed("s", "rendering-style", "valueString", "font-weight: bold")}));
    for (auto const* name : {"x", "m", "s"}) {
        ASSERT_EQ(walk.at(), name);
        auto const blocks = walk.question().blocks();
        ASSERT_FALSE(blocks.isEmpty()) << name;
        auto const runs = blocks.front().toMap().value("runs").toList();
        bool isBold = false;
        for (auto const& run : runs) isBold = isBold || run.toMap().value("bold").toBool();
        EXPECT_TRUE(isBold) << name;
        walk.next();
    }
}

TEST(FormFeatures, aTranslationComesBeforeTheDress) {
    auto const translated =
        Json{{"url", std::string(hl7) + "translation"},
             {"extension", Json::array({extension("lang", "valueCode", "es"),
                                        extension("content", "valueString", "Una palabra importante")})}};
    auto const markdown = extension(std::string(hl7) + "rendering-markdown", "valueMarkdown", "An **important** word");
    Walk walk(Json::array({with(item("m", "display", "An important word"), "_text",
                                Json{{"extension", Json::array({markdown, translated})}})}));
    EXPECT_FALSE(walk.question().blocks().isEmpty());
    walk.session->setLanguage("es");
    EXPECT_EQ(walk.question().text(), "Una palabra importante");
    EXPECT_TRUE(walk.question().blocks().isEmpty()) << "the Markdown is in English only";
}

TEST(FormFeatures, hintsReachTheScreen) {
    auto question = item("q", "string", "What is your telephone number?",
                         Json::array({extension(std::string(hl7) + "entryFormat", "valueString", "555-0100"),
                                      extension(std::string(sdc) + "shortText", "valueString", "Telephone"),
                                      extension(std::string(hl7) + "questionnaire-supportLink", "valueUri",
                                                "https://candor.example/help")}));
    auto legal = item("l", "display", "By law.", Json::array({control("legal")}));
    question["item"] = Json::array({legal});
    auto const category = extension(std::string(hl7) + "questionnaire-displayCategory", "valueCodeableConcept",
                                    Json{{"coding", Json::array({Json{{"code", "security"}}})}});
    Walk walk(Json::array({item("d", "display", "Keep this to yourself.", Json::array({category})), question}));
    EXPECT_EQ(walk.question().category(), "security");
    walk.next();
    EXPECT_EQ(walk.question().placeholder(), "555-0100");
    EXPECT_EQ(walk.question().supportLinks(), QStringList{"https://candor.example/help"});
    EXPECT_EQ(walk.question().legal(), "By law.");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.reviewed(0, ReviewModel::QuestionRole), "Telephone");
}

TEST(FormFeatures, choicesStandAsTheFormWishes) {
    auto listed = options({"a", "b"});
    listed[0]["extension"] =
        Json::array({extension(std::string(hl7) + "questionnaire-optionPrefix", "valueString", "1)")});
    auto const column = [](char const* path) {
        return Json{{"url", std::string(sdc) + "choiceColumn"},
                    {"extension", Json::array({extension("path", "valueString", path),
                                               extension("forDisplay", "valueBoolean", true)})}};
    };
    auto const choice =
        item("q", "choice", "Which?",
             Json::array({extension(std::string(hl7) + "questionnaire-choiceOrientation", "valueCode", "horizontal"),
                          extension(std::string(sdc) + "columnCount", "valuePositiveInt", 2), column("display"),
                          column("code")}));
    Walk walk(Json::array({with(choice, "answerOption", listed)}));
    EXPECT_TRUE(walk.question().isHorizontal());
    EXPECT_EQ(walk.question().columns(), 2);
    auto const first = walk.question().options().front().toMap();
    EXPECT_EQ(first.value("prefix"), "1)");
    EXPECT_EQ(first.value("text"), QString::fromUtf8("a · a"));
}

TEST(FormFeatures, itemControlsDecideHowAChoiceOrANumberIsAsked) {
    auto const choice = [](char const* linkId, char const* wish) {
        return with(item(linkId, "choice", "Which?", Json::array({control(wish)})), "answerOption",
                    options({"a", "b"}));
    };
    auto const slider =
        item("s", "integer", "How much?",
             Json::array({control("slider"), extension(std::string(hl7) + "minValue", "valueInteger", 0),
                          extension(std::string(hl7) + "maxValue", "valueInteger", 100),
                          extension(std::string(hl7) + "questionnaire-sliderStepValue", "valueInteger", 5)}));
    Walk walk(
        Json::array({choice("d", "drop-down"), choice("a", "autocomplete"), choice("r", "radio-button"), slider}));
    EXPECT_EQ(walk.question().listStyle(), Question::ListStyle::DropDown);
    walk.skip();
    EXPECT_EQ(walk.question().listStyle(), Question::ListStyle::Search);
    walk.skip();
    EXPECT_EQ(walk.question().listStyle(), Question::ListStyle::Buttons);
    walk.skip();
    EXPECT_EQ(walk.question().kind(), Kind::Slider);
    EXPECT_EQ(walk.question().step(), 5);
    EXPECT_EQ(walk.question().most(), "100");
    walk.question().settle("35");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("s"), R"([{"valueInteger":35}])");
}

TEST(FormFeatures, calculatedValuesAreShownAndFollowWhatIsTyped) {
    auto const sum = extension(
        std::string(sdc) + "calculatedExpression", "valueExpression",
        Json{{"language", "text/fhirpath"}, {"expression", "%resource.item.item.where(linkId='a').answer.value * 2"}});
    auto total = with(item("t", "integer", "Twice that", Json::array({sum})), "readOnly", true);
    auto page = with(item("p", "group", "A page", Json::array({control("page")})), "item",
                     Json::array({item("a", "integer", "A number"), total}));
    Walk walk(Json::array({page}));
    EXPECT_EQ(walk.onPage(), Strings{"a"});
    walk.on("a").enter("21");
    ASSERT_EQ(walk.onPage(), (Strings{"a", "t"}));
    EXPECT_FALSE(walk.on("t").isAsked());
    EXPECT_EQ(walk.on("t").answerWords(), "42");
    walk.on("a").enter("4");
    EXPECT_EQ(walk.on("t").answerWords(), "8");
    EXPECT_TRUE(walk.journal.saved.empty()) << "typed, not confirmed";
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.size(), 1U) << "what is calculated is nobody's answer";
    EXPECT_EQ(walk.reviewed(1, ReviewModel::AnswerRole), "8");
    EXPECT_EQ(walk.reviewed(1, ReviewModel::AskedRole), false);
}

TEST(FormFeatures, whatWasTypedWrongDoesNotCountAfterGoingBack) {
    auto page = with(item("p", "group", "A page", Json::array({control("page")})), "item",
                     Json::array({item("a", "integer", "A number"), item("b", "integer", "Another")}));
    Walk walk(Json::array({item("first", "string", "Words"), page}));
    walk.next();
    walk.on("a").enter("4");
    walk.on("a").enter("4x");
    walk.session->back();
    walk.settle();
    EXPECT_TRUE(walk.journal.saved.empty());
    walk.next();
    EXPECT_EQ(walk.on("a").value(), "") << "the 4 on the way was never confirmed";
}

} // namespace kiosk::viewmodels::walk
