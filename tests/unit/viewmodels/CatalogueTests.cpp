#include "tests/unit/viewmodels/Fixtures.h"

namespace kiosk::viewmodels {

namespace {

Result<std::shared_ptr<const Catalogue>> read(Practice::PackWish const& wish) {
    return Catalogue::read(*packs::Pack::parse(Practice().factoryPack(wish)));
}

std::vector<std::string> offered(Catalogue const& catalogue) {
    std::vector<std::string> ids;
    for (auto const& instrument : catalogue.offered()) ids.push_back(instrument.id);
    return ids;
}

} // namespace

TEST(Catalogue, offersWhatTheSettingsNameInTheirOrder) {
    auto const catalogue = read({});
    ASSERT_TRUE(catalogue) << catalogue.error().text;
    EXPECT_EQ(offered(**catalogue), (std::vector<std::string>{"visit-experience", "phq-9", "activation"}));
    for (auto const& instrument : (*catalogue)->offered()) EXPECT_GE(instrument.minutes, 1) << instrument.id;
}

TEST(Catalogue, doesNotOfferPhq9WhereNoSafetyContactIsNamed) {
    auto settings = Practice::settings();
    settings.erase("safety_contact");
    auto const catalogue = read({.settings = settings});
    ASSERT_TRUE(catalogue) << catalogue.error().text;
    EXPECT_EQ(offered(**catalogue), (std::vector<std::string>{"visit-experience", "activation"}));
    auto const phq9 = survey::Form::parse(asBytes(Practice::formOf("phq-9").dump()));
    ASSERT_TRUE(phq9);
    EXPECT_TRUE((*catalogue)->form(phq9->canonical())) << "a draft of it can still be sealed";
}

TEST(Catalogue, refusesThePackOfACorruptFormAndNamesIt) {
    auto form = Practice::formOf("activation");
    form["item"][0]["type"] = "hologram";
    auto const catalogue = read({.ownForms = {{"activation", form}}});
    ASSERT_FALSE(catalogue);
    EXPECT_EQ(catalogue.error().kind, ErrorKind::Invalid);
    EXPECT_NE(catalogue.error().text.find("instruments/activation.json"), std::string::npos) << catalogue.error().text;
    EXPECT_NE(catalogue.error().text.find("hologram"), std::string::npos) << catalogue.error().text;
}

TEST(Catalogue, refusesOnlyARequiredQuestionThatHasNoScreen) {
    auto form = Practice::formOf("activation");
    form["item"].push_back({{"linkId", "photo"}, {"type", "attachment"}, {"text", "A photo?"}});
    form["item"].push_back({{"linkId", "when"}, {"type", "dateTime"}, {"text", "When?"}, {"repeats", true}});
    auto const taken = read({.ownForms = {{"activation", form}}});
    EXPECT_TRUE(taken) << taken.error().text;
    for (auto& item : form["item"])
        if (item["linkId"] == "photo") item["required"] = true;
    auto const refused = read({.ownForms = {{"activation", form}}});
    ASSERT_FALSE(refused);
    EXPECT_NE(refused.error().text.find("item 'photo': is required and has no screen"), std::string::npos)
        << refused.error().text;
}

TEST(Catalogue, refusesItAlsoWhereAnExpressionOnlyEnablesIt) {
    auto form = Practice::formOf("activation");
    form["item"].push_back(
        {{"linkId", "photo"},
         {"type", "attachment"},
         {"text", "A photo?"},
         {"required", true},
         {"extension",
          Json::array(
              {{{"url", "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression"},
                {"valueExpression", {{"language", "text/fhirpath"}, {"expression", "true"}}}}})}});
    EXPECT_FALSE(read({.ownForms = {{"activation", form}}}));
}

TEST(Catalogue, takesALogoThroughTheGateOfPicturesOnly) {
    auto const withLogo = [](char const* file, std::string const& content) {
        auto settings = Practice::settings();
        settings["logo"] = file;
        return read({.settings = settings, .media = {{file, toBytes(content)}}});
    };
    const std::string drawing = R"(<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><circle r="3"/></svg>)";
    auto const taken = withLogo("leaf.svg", drawing);
    ASSERT_TRUE(taken) << taken.error().text;
    EXPECT_EQ(asText(*(*taken)->media("leaf.svg")), drawing);
    auto const why = [&](char const* file, std::string const& content) { return withLogo(file, content).error().text; };
    EXPECT_NE(why("leaf.png", drawing).find("media/leaf.png"), std::string::npos) << "not of its name's kind";
    EXPECT_NE(why("leaf.svg", drawing + std::string(64U << 10U, ' ')).find("64 KiB"), std::string::npos);
    EXPECT_NE(why("leaf.svg", R"(<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>)").find("media/leaf.svg"),
              std::string::npos);
}

TEST(Catalogue, offersInALanguageOnlyWhatCanBeReadInIt) {
    auto settings = Practice::settings();
    settings["instruments"] = Json::array({"friends-and-family", "activation"});
    auto const catalogue =
        read({.settings = settings, .ownForms = {{"friends-and-family", Practice::formOf("friends-and-family")}}});
    ASSERT_TRUE(catalogue) << catalogue.error().text;
    EXPECT_EQ((*catalogue)->offeredIn("en").size(), 2U);
    ASSERT_EQ((*catalogue)->offeredIn("es").size(), 1U);
    EXPECT_EQ((*catalogue)->offeredIn("es-MX").front()->id, "activation");
    EXPECT_TRUE((*catalogue)->offeredIn("ar").empty());
}

TEST(Catalogue, findsFormsByTheirCanonicalNameOnly) {
    auto const catalogue = read({});
    ASSERT_TRUE(catalogue);
    auto const form = (*catalogue)->offered().front().form;
    EXPECT_EQ(*(*catalogue)->form(form->canonical()), form);
    EXPECT_EQ((*catalogue)->form(form->url() + "|0.0.0").error().kind, ErrorKind::NotFound);
}

} // namespace kiosk::viewmodels
