// What stands on a page, in which order a form is gone through, and how it ends.

#include "kiosk/core/base/Encoding.h"
#include "tests/unit/viewmodels/Walk.h"

namespace kiosk::viewmodels::walk {

namespace {

/// The form wants a signature of the person who answers.
Json signatureWish() {
    auto const author = Json{
        {"coding", Json::array({Json{{"system", "urn:iso-astm:E1762-95:2013"}, {"code", "1.2.840.10065.1.12.1.1"}}})}};
    return Json{{"extension", Json::array({extension(std::string(hl7) + "questionnaire-signatureRequired",
                                                     "valueCodeableConcept", author)})}};
}

} // namespace

TEST(FormPages, repeatingGroupsHaveAPageForEachAndCanGrowAndShrink) {
    auto group =
        with(with(item("g", "group", "Medicine",
                       Json::array({extension(std::string(hl7) + "questionnaire-maxOccurs", "valueInteger", 2)})),
                  "repeats", true),
             "item", Json::array({item("name", "string", "Its name?"), item("dose", "integer", "How many?")}));
    Walk walk(Json::array({group, item("end", "boolean", "Well?")}));
    EXPECT_EQ(walk.at(), "name#1");
    walk.question().enter("first");
    ASSERT_TRUE(walk.next());
    walk.question().enter("1");
    auto const ends = [&] {
        auto* page = walk.session->page();
        return page->data(page->index(page->rowCount() - 1), PageModel::EndsRole).toList();
    };
    ASSERT_EQ(ends().size(), 1);
    EXPECT_TRUE(ends()[0].toMap().value("another").toBool());
    EXPECT_FALSE(ends()[0].toMap().value("removable").toBool());
    walk.session->addGroup("g#1");
    walk.settle();
    EXPECT_EQ(walk.at(), "name#2");
    EXPECT_EQ(walk.session->page()->preamble(), "Medicine (2)");
    EXPECT_EQ(walk.journal.saved.at("g"), R"([{"valueInteger":1},{"valueInteger":2}])");
    EXPECT_EQ(walk.journal.saved.at("dose#1"), R"([{"valueInteger":1}])");
    walk.question().enter("second");
    ASSERT_TRUE(walk.next());
    walk.question().enter("2");
    EXPECT_FALSE(ends()[0].toMap().value("another").toBool()) << "maxOccurs";
    ASSERT_TRUE(ends()[0].toMap().value("removable").toBool());
    walk.session->removeGroup("g#2");
    walk.settle();
    EXPECT_EQ(walk.at(), "name#1");
    EXPECT_EQ(walk.journal.saved.at("g"), R"([{"valueInteger":1},{"valueInteger":-2}])") << "2 is not used again";
    EXPECT_EQ(walk.journal.saved.at("name#2"), "[]") << "nothing stays of what was removed";
}

TEST(FormPages, itemsNestedUnderAnAnswerFollowIt) {
    auto question =
        with(item("smokes", "boolean", "Do you smoke?"), "item", Json::array({item("how", "integer", "How much?")}));
    Walk walk(Json::array({question, item("end", "boolean", "Well?")}));
    EXPECT_EQ(walk.session->total(), 2);
    walk.question().choose(0);
    EXPECT_EQ(walk.session->total(), 3);
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.question().linkId(), "how");
}

TEST(FormPages, aQuestionTakesSeveralTypedAnswers) {
    Walk walk(Json::array({with(item("pets", "string", "Your pets?"), "repeats", true)}));
    walk.question().enter("cat");
    ASSERT_TRUE(walk.question().takesMore());
    walk.question().addAnother();
    EXPECT_EQ(walk.question().given(), QStringList{"cat"});
    walk.question().enter("dog");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.journal.saved.at("pets"), R"([{"valueString":"cat"},{"valueString":"dog"}])");
    walk.session->edit("pets");
    walk.question().removeGiven(0);
    EXPECT_EQ(walk.journal.saved.at("pets"), R"([{"valueString":"dog"}])");
}

TEST(FormPages, tablesOfChoicesAreOneGrid) {
    for (auto const* kind : {"gtable", "table", "grid", "htable"}) {
        auto const row = [](char const* linkId) {
            return with(item(linkId, "choice", linkId), "answerOption", options({"a", "b"}));
        };
        auto group =
            with(item("g", "group", "Rate", Json::array({control(kind)})), "item", Json::array({row("x"), row("y")}));
        Walk walk(Json::array({group}));
        EXPECT_TRUE(walk.session->isGrid()) << kind;
        EXPECT_EQ(walk.session->page()->rows().size(), 2) << kind;
        walk.session->page()->choose(1, 0);
        ASSERT_TRUE(walk.next()) << kind;
        EXPECT_EQ(walk.journal.saved.count("x"), 0U) << kind;
        EXPECT_EQ(walk.journal.saved.at("y"), R"([{"valueCoding":{"system":"http://candor.example/x","code":"a"}}])");
    }
}

TEST(FormPages, aRepeatingTableIsOnePage) {
    auto group = with(with(item("g", "group", "Child", Json::array({control("gtable")})), "repeats", true), "item",
                      Json::array({item("name", "string", "Name"), item("age", "integer", "Age")}));
    Walk walk(Json::array({group}));
    EXPECT_EQ(walk.onPage(), (Strings{"name#1", "age#1"}));
    walk.on("name#1").enter("Ann");
    walk.session->addGroup("g#1");
    walk.settle();
    EXPECT_EQ(walk.onPage(), (Strings{"name#1", "age#1", "name#2", "age#2"}));
    EXPECT_EQ(walk.on("name#1").value(), "Ann");
}

TEST(FormPages, pagesHoldSeveralQuestionsAndChangeAsTheyAreAnswered) {
    auto follow = with(item("b", "boolean", "Then?"), "enableWhen",
                       Json::array({Json{{"question", "a"}, {"operator", "="}, {"answerBoolean", true}}}));
    auto page = with(item("p", "group", "A page", Json::array({control("page")})), "item",
                     Json::array({item("a", "boolean", "First?"), follow, item("c", "string", "Last?")}));
    Walk walk(Json::array({page}));
    EXPECT_EQ(walk.onPage(), (Strings{"a", "c"}));
    auto* kept = &walk.on("c");
    kept->enter("words");
    walk.on("a").choose(0);
    EXPECT_EQ(walk.onPage(), (Strings{"a", "b", "c"}));
    EXPECT_EQ(&walk.on("c"), kept);
    EXPECT_EQ(kept->value(), "words");
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.session->stage(), Stage::Reviewing);
}

TEST(FormPages, tabsAreChosenAndCollapsibleGroupsFold) {
    auto const tab = [](char const* linkId, char const* inside) {
        return with(item(linkId, "group", linkId), "item", Json::array({item(inside, "string", inside)}));
    };
    auto tabs = with(item("t", "group", "Tabs", Json::array({control("tab-container")})), "item",
                     Json::array({tab("One", "x"), tab("Two", "y")}));
    auto folded = with(item("f", "group", "Fold",
                            Json::array({extension(std::string(sdc) + "collapsible", "valueCode", "default-closed")})),
                       "item", Json::array({item("z", "string", "z")}));
    Walk walk(Json::array({tabs, folded}));
    ASSERT_EQ(walk.session->tabs().size(), 2);
    EXPECT_EQ(walk.session->tab(), 0);
    walk.session->chooseTab(1);
    walk.settle();
    EXPECT_EQ(walk.at(), "y");
    EXPECT_EQ(walk.session->tab(), 1);
    EXPECT_TRUE(walk.session->tabs()[0].toMap().value("done").toBool());
    EXPECT_EQ(walk.session->page()->preamble(), "Tabs") << "the tab's title is on the tab";
    ASSERT_TRUE(walk.next());
    EXPECT_EQ(walk.session->fold(), SurveySession::Fold::Closed);
    EXPECT_EQ(walk.session->groupTitle(), "Fold");
    EXPECT_EQ(walk.session->page()->preamble(), "") << "its title is on the heading that folds it";
}

TEST(FormPages, aTabThatIsAloneHasItsTitleOnThePage) {
    auto const tab = with(item("One", "group", "One"), "item", Json::array({item("x", "string", "x")}));
    Walk walk(Json::array(
        {with(item("t", "group", "", Json::array({control("tab-container")})), "item", Json::array({tab}))}));
    EXPECT_EQ(walk.session->page()->preamble(), "One");
}

TEST(FormPages, headersAndFootersStandOnEachPage) {
    Walk walk(
        Json::array({item("h", "display", "Above", Json::array({control("header")})), item("a", "string", "A?"),
                     item("b", "string", "B?"), item("f", "display", "Below", Json::array({control("footer")}))}));
    EXPECT_EQ(walk.session->total(), 2);
    for (int page = 0; page < 2; ++page) {
        EXPECT_EQ(walk.session->headers(), QStringList{"Above"});
        EXPECT_EQ(walk.session->footers(), QStringList{"Below"});
        walk.next();
    }
}

TEST(FormPages, aSequentialFormGoesOneWay) {
    Walk walk(Json::array({item("a", "string", "A?"), item("b", "string", "B?")}),
              Json{{"extension", Json::array({extension(std::string(sdc) + "entryMode", "valueCode", "sequential")})}});
    walk.next();
    EXPECT_EQ(walk.at(), "b");
    EXPECT_FALSE(walk.session->canGoBack());
    walk.session->back();
    EXPECT_EQ(walk.at(), "b");
    walk.next();
    EXPECT_EQ(walk.session->stage(), Stage::Reviewing);
    walk.session->edit("a");
    EXPECT_EQ(walk.session->stage(), Stage::Reviewing);
}

TEST(FormPages, aRandomFormBeginsWithItsListAndTakesAnyOrder) {
    Walk walk(Json::array({item("a", "string", "A?"), item("b", "string", "B?"), item("c", "string", "C?")}),
              Json{{"extension", Json::array({extension(std::string(sdc) + "entryMode", "valueCode", "random")})}});
    EXPECT_EQ(walk.session->stage(), Stage::Reviewing);
    walk.session->edit("b");
    EXPECT_EQ(walk.at(), "b");
    walk.next();
    EXPECT_EQ(walk.at(), "c");
    walk.session->overview();
    walk.settle();
    EXPECT_EQ(walk.session->stage(), Stage::Reviewing);
}

TEST(FormPages, usageModeDecidesWhereAnItemIsSeen) {
    auto const mode = [](char const* linkId, char const* code) {
        return item(linkId, "string", linkId,
                    Json::array({extension(std::string(hl7) + "questionnaire-usageMode", "valueCode", code)}));
    };
    auto shown = mode("shown", "display");
    shown["initial"] = Json::array({Json{{"valueString", "known"}}});
    Walk walk(Json::array({mode("asked", "capture"), shown, mode("empty", "capture-display-non-empty"),
                           mode("both", "capture-display")}));
    EXPECT_EQ(walk.session->total(), 3) << "what is for display is not asked";
    EXPECT_EQ(walk.at(), "asked");
    walk.question().enter("x");
    walk.next();
    walk.next();
    walk.next();
    ASSERT_EQ(walk.session->stage(), Stage::Reviewing);
    ASSERT_EQ(walk.session->review()->rowCount(), 2);
    EXPECT_EQ(walk.reviewed(0, ReviewModel::AddressRole), "shown");
    EXPECT_EQ(walk.reviewed(1, ReviewModel::AddressRole), "both");
}

TEST(FormPages, aFormThatWantsASignatureIsSignedBeforeTheEnd) {
    Walk walk(Json::array({item("a", "string", "A?")}), signatureWish());
    walk.next();
    walk.session->finish();
    ASSERT_EQ(walk.session->stage(), Stage::Signing);
    walk.session->sign("  ");
    EXPECT_EQ(walk.session->problem(), Problem::NotSigned);
    EXPECT_FALSE(walk.journal.finished);
    walk.session->sign("Ann Example");
    EXPECT_TRUE(eventually([&] { return walk.session->stage() == Stage::Completed; }));
    EXPECT_EQ(walk.journal.saved.at(std::string(signatureAddress)),
              R"([{"sigFormat":"text/plain","data":"QW5uIEV4YW1wbGU="}])");
    EXPECT_TRUE(walk.journal.finished);
}

TEST(FormPages, aDrawnSignatureIsAnImageAndTheNameStandsBesideIt) {
    Walk walk(Json::array({item("a", "string", "A?")}), signatureWish());
    walk.next();
    walk.session->finish();
    walk.session->sign("Ann", R"(M0 0"/><script>)");
    EXPECT_EQ(walk.session->problem(), Problem::NotSigned) << "only path data";
    walk.session->sign(" Ann ", "M1.0 2.0L3.0 4.0");
    EXPECT_TRUE(eventually([&] { return walk.session->stage() == Stage::Completed; }));
    auto const saved = Json::parse(walk.journal.saved.at(std::string(signatureAddress))).at(0);
    EXPECT_EQ(saved.at("sigFormat"), "image/svg+xml");
    EXPECT_EQ(saved.at("who"), (Json{{"display", "Ann"}}));
    auto const image = base::fromBase64(saved.at("data").get<std::string>());
    ASSERT_TRUE(image);
    const std::string svg(image->begin(), image->end());
    EXPECT_EQ(svg,
              R"(<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 400"><path d="M1.0 2.0L3.0 4.0" )"
              R"(fill="none" stroke="#000" stroke-width="6" stroke-linecap="round" stroke-linejoin="round"/></svg>)");
}

TEST(FormPages, aSignatureThatIsLeftIsDoneAgain) {
    Walk walk(Json::array({item("a", "string", "A?")}), signatureWish());
    walk.next();
    walk.session->finish();
    walk.session->sign("");
    walk.session->back();
    EXPECT_EQ(walk.session->stage(), Stage::Reviewing);
    EXPECT_EQ(walk.journal.saved.count(std::string(signatureAddress)), 0U);
    walk.session->finish();
    EXPECT_EQ(walk.session->stage(), Stage::Signing);
}

TEST(FormPages, aRuleOfTheFormIsToldInItsWords) {
    auto const rule = Json{
        {"url", std::string(hl7) + "targetConstraint"},
        {"extension", Json::array({extension("key", "valueId", "r-1"), extension("severity", "valueCode", "error"),
                                   extension("human", "valueString", "B must be more than A."),
                                   extension("expression", "valueExpression",
                                             Json{{"language", "text/fhirpath"},
                                                  {"expression", "%resource.item.where(linkId='b').answer.value > "
                                                                 "%resource.item.where(linkId='a').answer.value"}})})}};
    Walk walk(Json::array({item("a", "integer", "A?"), item("b", "integer", "B?", Json::array({rule}))}));
    walk.question().enter("5");
    walk.next();
    walk.question().enter("3");
    walk.next();
    walk.session->finish();
    EXPECT_EQ(walk.session->problem(), Problem::Broken);
    EXPECT_EQ(walk.session->problemText(), "B must be more than A.");
    EXPECT_EQ(walk.at(), "b");
    walk.question().enter("7");
    walk.next();
    walk.session->finish();
    EXPECT_TRUE(eventually([&] { return walk.session->stage() == Stage::Completed; }));
}

TEST(FormPages, nothingOfThePersonIsLeftInAnEndedPage) {
    Walk walk(Json::array({item("a", "string", "A?")}));
    walk.question().enter("a secret");
    walk.session->abandon();
    EXPECT_EQ(walk.session->page(), nullptr);
    EXPECT_EQ(walk.session->question(), nullptr);
}

} // namespace kiosk::viewmodels::walk
