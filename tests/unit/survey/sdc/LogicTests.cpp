#include "tests/unit/survey/sdc/Sdc.h"

namespace kiosk::survey {
namespace {

using namespace testing;

std::string sum(std::string const& a, std::string const& b) {
    return "%resource.item.where(linkId='" + a + "').answer.value + %resource.item.where(linkId='" + b +
           "').answer.value";
}

std::shared_ptr<const fhir::Document> document(std::string const& json) {
    return std::make_shared<const fhir::Document>(*fhir::Document::parse(asBytes(json)));
}

Launch withPatient() {
    Launch launch;
    launch.contexts["patient"] =
        document(R"({"resourceType": "Patient", "id": "p", "birthDate": "1980-05-01", "gender": "female"})");
    launch.now = *base::parseIsoText("2026-11-25T12:00:00Z");
    return launch;
}

std::string launchContext(std::string const& name) {
    return sdc("launchContext", R"("extension": [{"url": "name", "valueCoding": {"code": ")" + name +
                                    R"("}}, {"url": "type", "valueCode": "Patient"}])");
}

TEST(Sdc, calculatesWhatDependsOnAnAnswer) {
    Response response(
        form(item("a", "integer") + ", " + item("b", "integer") + ", " +
             item("t", "integer", {sdc("calculatedExpression", expression(sum("a", "b")))}, R"("readOnly": true)")));
    ASSERT_TRUE(response.answer("a", one("Integer", 2)));
    EXPECT_EQ(response.answers("t"), Json::array());
    ASSERT_TRUE(response.answer("b", one("Integer", 3)));
    EXPECT_EQ(response.answers("t"), one("Integer", 5));
    ASSERT_TRUE(response.answer("b", Json::array()));
    EXPECT_EQ(response.answers("t"), Json::array()); // a calculation takes back what it gave
}

TEST(Sdc, aCalculationOfDecimalsIsExact) {
    Response response(form(item("a", "decimal") + ", " + item("b", "decimal") + ", " +
                           item("t", "decimal", {sdc("calculatedExpression", expression(sum("a", "b")))})));
    ASSERT_TRUE(response.answerText("a", R"([{"valueDecimal":0.1}])"));
    ASSERT_TRUE(response.answerText("b", R"([{"valueDecimal":0.2}])"));
    EXPECT_EQ(kept(response, "t"), R"([{"valueDecimal":0.3}])");
}

// smart-forms#1811
TEST(Sdc, aCalculationNeverOverwritesWhatAPersonEdited) {
    Response response(
        form(item("a", "integer") + ", " +
             item("t", "integer",
                  {sdc("calculatedExpression", expression("%resource.item.where(linkId='a').answer.value * 2"))},
                  R"("initial": [{"valueInteger": 9}])")));
    EXPECT_EQ(response.answers("t"), one("Integer", 9)); // a blank does not overwrite an initial value
    ASSERT_TRUE(response.answer("a", one("Integer", 2)));
    EXPECT_EQ(response.answers("t"), one("Integer", 4));
    ASSERT_TRUE(response.answer("t", one("Integer", 7)));
    ASSERT_TRUE(response.answer("a", one("Integer", 5)));
    EXPECT_EQ(response.answers("t"), one("Integer", 7));
    ASSERT_TRUE(response.answer("a", Json::array()));
    EXPECT_EQ(response.answers("t"), one("Integer", 7));
}

TEST(Sdc, calculationsFollowEachOther) {
    auto const twice = [](std::string const& of) {
        return sdc("calculatedExpression", expression("%resource.item.where(linkId='" + of + "').answer.value * 2"));
    };
    Response response(form(item("c", "integer", {twice("b")}) + ", " + item("b", "integer", {twice("a")}) + ", " +
                           item("a", "integer")));
    ASSERT_TRUE(response.answer("a", one("Integer", 3)));
    EXPECT_EQ(response.answers("c"), one("Integer", 12));
}

TEST(Sdc, cyclesAreFindingsWithTheLinkIds) {
    auto const opened = Form::open(asBytes(questionnaire(
        item("a", "integer",
             {sdc("calculatedExpression", expression("%resource.item.where(linkId='b').answer.value"))}) +
        ", " +
        item("b", "integer",
             {sdc("calculatedExpression", expression("%resource.item.where(linkId='a').answer.value"))}))));
    ASSERT_TRUE(opened);
    ASSERT_TRUE(hasErrors(opened->findings()));
    EXPECT_EQ(opened->findings().front().text(), "item 'a': its logic goes round in a circle: 'a', 'b', 'a'");
}

TEST(Sdc, enablesByExpression) {
    Response response(
        form(item("a", "integer") + ", " +
             item("x", "string",
                  {sdc("enableWhenExpression", expression("%resource.item.where(linkId='a').answer.value > 3"))})));
    EXPECT_FALSE(response.isEnabled("x"));
    ASSERT_TRUE(response.answer("a", one("Integer", 4)));
    EXPECT_TRUE(response.isEnabled("x"));
    ASSERT_TRUE(response.answer("a", one("Integer", 3)));
    EXPECT_FALSE(response.isEnabled("x"));
}

TEST(Sdc, whatIsNotEnabledDoesNotCountInExpressions) {
    Response response(
        form(item("on", "boolean") + ", " +
             item("a", "integer", {}, R"("enableWhen": [{"question": "on", "operator": "=", "answerBoolean": true}])") +
             ", " +
             item("t", "integer",
                  {sdc("calculatedExpression", expression("%resource.item.where(linkId='a').answer.count()"))})));
    ASSERT_TRUE(response.answer("on", one("Boolean", true)));
    ASSERT_TRUE(response.answer("a", one("Integer", 1)));
    EXPECT_EQ(response.answers("t"), one("Integer", 1));
    ASSERT_TRUE(response.answer("on", one("Boolean", false)));
    EXPECT_EQ(response.answers("t"), one("Integer", 0));
}

TEST(Sdc, variablesAreSeenFromWhereTheyAre) {
    const std::string group = R"({"linkId": "g", "type": "group", "repeats": true, "extension": [)" +
                              hl7("variable", expression("%context.item.where(linkId='a').answer.value", "own")) +
                              "], \"item\": [" + item("a", "integer") + ", " +
                              item("t", "integer", {sdc("calculatedExpression", expression("%own + %base"))}) + "]}";
    Response response(form(group, extensionsOf({hl7("variable", expression("10", "base"))})));
    ASSERT_TRUE(response.addGroup("g"));
    ASSERT_TRUE(response.answer("a#1", one("Integer", 1)));
    ASSERT_TRUE(response.answer("a#2", one("Integer", 2)));
    EXPECT_EQ(response.answers("t#1"), one("Integer", 11));
    EXPECT_EQ(response.answers("t#2"), one("Integer", 12));
}

TEST(Sdc, initialValuesComeFromLaunchContexts) {
    auto const f = form(
        item("born", "date", {sdc("initialExpression", expression("%patient.birthDate"))}) + ", " +
            item("age", "integer",
                 {sdc("calculatedExpression",
                      expression(
                          "today().toString().substring(0, 4).toInteger() - "
                          "%resource.item.where(linkId='born').answer.value.toString().substring(0, 4).toInteger()"))}),
        extensionsOf({launchContext("patient")}));
    Response response(f, withPatient());
    EXPECT_EQ(response.answers("born"), one("Date", "1980-05-01"));
    EXPECT_EQ(response.answers("age"), one("Integer", 46));
    EXPECT_FALSE(response.hasAnswers());
    ASSERT_TRUE(response.answer("born", Json::array()));
    EXPECT_EQ(response.answers("born"), Json::array()); // asked once
    EXPECT_EQ(f->launchContexts().at(0).name, "patient");
    EXPECT_TRUE(Response(f).answers("born").empty()); // nothing handed in
    EXPECT_TRUE(Response(f).findings().empty());
}

TEST(Sdc, queriesFindWhatIsHandedIn) {
    auto launch = withPatient();
    launch.resources.add(document(
        R"({"resourceType": "Observation", "code": {"coding": [{"system": "http://loinc.org", "code": "29463-7"}]},
        "subject": {"reference": "Patient/p"}, "valueQuantity": {"value": 70.5, "unit": "kg"}})"));
    launch.resources.add(document(
        R"({"resourceType": "Observation", "code": {"coding": [{"code": "other"}]}, "subject": {"reference": "Patient/p"}})"));
    const std::string query =
        R"("valueExpression": {"name": "weight", "language": "application/x-fhir-query", "expression": "Observation?code=http://loinc.org|29463-7&patient={{%patient.id}}"})";
    Response response(
        form(item("w", "decimal", {sdc("initialExpression", expression("%weight.entry.resource.value.value"))}),
             extensionsOf({launchContext("patient"), hl7("variable", query)})),
        launch);
    EXPECT_EQ(kept(response, "w"), R"([{"valueDecimal":70.5}])");
}

TEST(Sdc, aPopulationContextIsSeenByTheItemsInside) {
    const std::string group = R"({"linkId": "g", "type": "group", "extension": [)" +
                              sdc("itemPopulationContext", expression("%patient", "who")) + "], \"item\": [" +
                              item("sex", "string", {sdc("initialExpression", expression("%who.gender"))}) + "]}";
    Response response(form(group, extensionsOf({launchContext("patient")})), withPatient());
    EXPECT_EQ(response.answers("sex"), one("String", "female"));
}

std::string namedGroup(std::string const& context, std::string const& rules = "") {
    return R"({"linkId": "g", "type": "group", "repeats": true, "extension": [)" +
           sdc("itemPopulationContext", context) + rules + "], \"item\": [" +
           item("n", "string", {sdc("initialExpression", expression("%one.given.first()"))}) + "]}";
}

Launch withTwoNames() {
    auto launch = withPatient();
    launch.contexts["patient"] =
        document(R"({"resourceType": "Patient", "id": "p", "name": [{"given": ["Ann"]}, {"given": ["Annie"]}]})");
    return launch;
}

TEST(Sdc, aPopulationContextMakesARepetitionForEachResult) {
    auto const f = form(namedGroup(expression("%patient.name", "one")), extensionsOf({launchContext("patient")}));
    Response response(f, withTwoNames());
    EXPECT_EQ(response.answers("n#1"), one("String", "Ann"));
    EXPECT_EQ(response.answers("n#2"), one("String", "Annie"));
    EXPECT_FALSE(response.hasAnswers());
    ASSERT_TRUE(response.addGroup("g"));
    EXPECT_EQ(response.answers("n#3"), Json::array()); // one more than there are
    EXPECT_EQ(Response(f).instances().of(*f->find("g")).size(), 1U);
}

TEST(Sdc, aPopulationContextMakesNoMoreThanTheFormTakes) {
    auto const f = form(
        namedGroup(expression("%patient.name", "one"), ", " + hl7("questionnaire-maxOccurs", R"("valueInteger": 1)")),
        extensionsOf({launchContext("patient")}));
    EXPECT_EQ(Response(f, withTwoNames()).instances().of(*f->find("g")).size(), 1U);
}

TEST(Sdc, whatWasPopulatedIsRestoredAsItWasLeft) {
    auto const f = form(namedGroup(expression("%patient.name", "one")), extensionsOf({launchContext("patient")}));
    Response first(f, withTwoNames());
    auto const removed = first.removeGroup("g#1");
    ASSERT_TRUE(removed);
    Response again(f, withTwoNames());
    ASSERT_TRUE(again.restore(*removed));
    EXPECT_EQ(again.answers("n#2"), one("String", "Annie"));
    EXPECT_EQ(again.instances().find("n#1"), nullptr);
}

TEST(Sdc, whatAPersonAddedIsNotPopulatedWhenTheRestIsRemoved) {
    auto const f = form(namedGroup(expression("%patient.name", "one")), extensionsOf({launchContext("patient")}));
    Response first(f, withTwoNames());
    std::vector<Change> written = *first.addGroup("g#1");
    for (auto const* address : {"g#1", "g#2"}) written = *first.removeGroup(address);
    Response again(f, withTwoNames());
    ASSERT_TRUE(again.restore(written));
    EXPECT_EQ(again.instances().of(*f->find("g")).size(), 1U);
    EXPECT_EQ(again.answers("n#3"), first.answers("n#3"));
}

TEST(Sdc, whatIsPutBackWasNeverAnswered) {
    Response response(
        form(item("a", "integer") + ", " +
             item("t", "integer",
                  {sdc("calculatedExpression", expression("%resource.item.where(linkId='a').answer.value"))})));
    ASSERT_TRUE(response.answer("a", one("Integer", 1)));
    ASSERT_TRUE(response.answer("t", one("Integer", 99)));
    response.putBack("t", R"([{"valueInteger":1}])");
    ASSERT_TRUE(response.answer("a", one("Integer", 2)));
    EXPECT_EQ(response.answers("t"), one("Integer", 2)) << "the calculation is followed again";
}

TEST(Sdc, whatOnlyTheFormBroughtIsDroppedAlsoWhereItIsNestedOrReadOnlySince) {
    auto const initial = [](int value) { return R"("initial": [{"valueInteger": )" + std::to_string(value) + "}]"; };
    Response response(form(
        item("a", "integer", {},
             initial(1) + R"(, "repeats": true, "item": [)" + item("b", "integer", {}, initial(2)) + "]") +
        ", " + item("c", "integer", {}, initial(3)) + ", " +
        item("d", "integer",
             {sdc("readOnly-expression", expression("%resource.item.where(linkId='c').answer.empty()"))}, initial(4))));
    response.dropUnconfirmed();
    for (auto const* address : {"a", "c", "d"}) EXPECT_EQ(response.answers(address), Json::array()) << address;
    EXPECT_FALSE(response.hasAnswers());
}

TEST(Sdc, aPopulationContextCanBeAQuery) {
    auto launch = withPatient();
    for (auto const* id : {"1", "2"})
        launch.resources.add(document(R"({"resourceType": "Condition", "id": "c)" + std::string(id) +
                                      R"(", "subject": {"reference": "Patient/p"}})"));
    auto const context =
        R"("valueExpression": {"name": "one", "language": "application/x-fhir-query", "expression": "Condition?patient={{%patient.id}}"})";
    const std::string group = R"({"linkId": "g", "type": "group", "repeats": true, "extension": [)" +
                              sdc("itemPopulationContext", context) + "], \"item\": [" +
                              item("n", "string", {sdc("initialExpression", expression("%one.id"))}) + "]}";
    auto const opened = Form::open(asBytes(questionnaire(group, extensionsOf({launchContext("patient")}))));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->findings().empty());
    Response response(form(group, extensionsOf({launchContext("patient")})), launch);
    EXPECT_EQ(response.answers("n#1"), one("String", "c1"));
    EXPECT_EQ(response.answers("n#2"), one("String", "c2"));
}

TEST(Sdc, expressionsGiveTheAnswersToChooseFrom) {
    for (auto const* kind : {"answerExpression", "candidateExpression"}) {
        Response response(
            form(item("names", "string", {}, R"("repeats": true)") + ", " +
                 item("x", "choice", {sdc(kind, expression("%resource.item.where(linkId='names').answer.value"))})));
        ASSERT_TRUE(response.answer("names", Json::array({{{"valueString", "Ann"}}, {{"valueString", "Bob"}}})));
        auto const& instance = *response.instances().find("x");
        ASSERT_TRUE(instance.computed.options);
        EXPECT_EQ(instance.computed.options->size(), 2U) << kind;
        EXPECT_EQ(refusal(response, "x", R"([{"valueString":"Bob"}])"), "taken");
        EXPECT_EQ(refusal(response, "x", R"([{"valueString":"Eve"}])"), "item 'x': the answer is none of its options");
    }
}

TEST(Sdc, togglesTakeOptionsAway) {
    const std::string toggle =
        sdc("answerOptionsToggleExpression",
            R"("extension": [{"url": "option", "valueCoding": {"system": "s", "code": "b"}}, {"url": "expression", )" +
                expression("%resource.item.where(linkId='on').answer.value = true") + "}]");
    Response response(form(item("on", "boolean") + ", " + item("x", "choice", {toggle}, options({"a", "b"}))));
    EXPECT_EQ(refusal(response, "x", R"([{"valueCoding":{"system":"s","code":"b"}}])"),
              "item 'x': the answer is none of its options");
    ASSERT_TRUE(response.answer("on", one("Boolean", true)));
    EXPECT_EQ(refusal(response, "x", R"([{"valueCoding":{"system":"s","code":"b"}}])"), "taken");
}

TEST(Sdc, whatWasTakenOnceIsRestoredThoughItIsNoOptionSince) {
    const std::string toggle =
        sdc("answerOptionsToggleExpression",
            R"("extension": [{"url": "option", "valueCoding": {"system": "s", "code": "b"}}, {"url": "expression", )" +
                expression("%resource.item.where(linkId='on').answer.value = true") + "}]");
    Response response(form(item("on", "boolean") + ", " + item("x", "choice", {toggle}, options({"a", "b"}))));
    auto const chosen = R"([{"valueCoding":{"system":"s","code":"b"}}])";
    ASSERT_TRUE(response.restore({{"on", R"([{"valueBoolean":false}])"}, {"x", chosen}}));
    EXPECT_EQ(response.answers("x").dump(), chosen);
}

TEST(Sdc, textAndRulesCanBeComputed) {
    auto const computed = [](std::string const& text) {
        return R"("extension": [)" + hl7("cqf-expression", expression(text)) + "]";
    };
    Response response(form(item("a", "integer") + ", " +
                           item("x", "integer",
                                {hl7("maxValue", R"("_valueInteger": {)" +
                                                     computed("%resource.item.where(linkId='a').answer.value") + "}")},
                                R"("text": "How many?", "_text": {)" +
                                    computed("'At most ' + %resource.item.where(linkId='a').answer.value.toString()") +
                                    R"(}, "required": false, "_required": {)" +
                                    computed("%resource.item.where(linkId='a').answer.value > 1") +
                                    R"(}, "readOnly": false, "_readOnly": {)" +
                                    computed("%resource.item.where(linkId='a').answer.value = 0") + "}")));
    auto const& x = *response.instances().find("x");
    ASSERT_TRUE(response.answer("a", one("Integer", 3)));
    EXPECT_EQ(x.computed.text, "At most 3");
    EXPECT_TRUE(x.situation().required);
    EXPECT_EQ(refusal(response, "x", R"([{"valueInteger":4}])"), "item 'x': the answer is above maxValue");
    EXPECT_EQ(linkIds(response.missingRequired()), std::vector<std::string>{"x"});
    ASSERT_TRUE(response.answer("a", one("Integer", 0)));
    EXPECT_EQ(refusal(response, "x", R"([{"valueInteger":0}])"), "item 'x': is readOnly");
}

std::string constraint(std::string const& name, std::string const& value) {
    auto const list =
        R"("extension": [{"url": "key", "valueId": "k"}, {"url": "severity", "valueCode": "error"}, {"url": "human", "valueString": "Must be so"}, {"url": "expression", )" +
        value + "}]";
    return hl7(name, list);
}

// smart-forms#1954: a constraint holds when its expression is true.
TEST(Sdc, constraintsHoldWhenTheyAreTrue) {
    auto const text =
        std::string("%resource.item.where(linkId='a').answer.value < %resource.item.where(linkId='b').answer.value");
    for (auto const& each : {constraint("targetConstraint", expression(text)),
                             constraint("questionnaire-constraint", R"("valueString": )" + Json(text).dump())}) {
        Response response(form(item("a", "integer", {each}) + ", " + item("b", "integer")));
        EXPECT_TRUE(response.brokenConstraints().empty()); // nothing to compare yet
        ASSERT_TRUE(response.answer("a", one("Integer", 1)));
        ASSERT_TRUE(response.answer("b", one("Integer", 2)));
        EXPECT_TRUE(response.brokenConstraints().empty());
        ASSERT_TRUE(response.answer("b", one("Integer", 1)));
        ASSERT_EQ(response.brokenConstraints().size(), 1U);
        EXPECT_EQ(response.brokenConstraints().front().text(), "item 'a': constraint: Must be so");
    }
}

TEST(Sdc, anExpressionThatFailsIsAFindingAndNoMore) {
    Response response(
        form(item("a", "string") + ", " +
             item("t", "integer",
                  {sdc("calculatedExpression",
                       expression("(%resource.item.where(linkId='a').answer.value | 'x').toInteger()"))})));
    ASSERT_TRUE(response.answer("a", one("String", "y")));
    ASSERT_EQ(response.findings().size(), 1U);
    EXPECT_EQ(response.findings().front().path, "item 't'");
    EXPECT_EQ(response.answers("t"), Json::array());
}

TEST(Sdc, expressionsThatCannotBeReadAreFindings) {
    auto const opened =
        Form::open(asBytes(questionnaire(item("a", "string", {sdc("enableWhenExpression", expression("1 +"))}))));
    ASSERT_TRUE(opened);
    EXPECT_TRUE(hasErrors(opened->findings()));
    auto const unknown = Form::open(
        asBytes(questionnaire(item("a", "string", {sdc("calculatedExpression", expression("%nobody.name"))}))));
    ASSERT_TRUE(unknown);
    ASSERT_EQ(unknown->findings().size(), 1U);
    EXPECT_NE(unknown->findings().back().text().find("%nobody"), std::string::npos);
}

TEST(Sdc, weightsAreSummedByExpression) {
    Response response(
        form(item("a", "choice", {}, options({"no", "some", "often"})) + ", " +
             item("b", "choice", {}, options({"no", "some", "often"})) + ", " +
             item("t", "decimal",
                  {sdc("calculatedExpression",
                       expression("%resource.item.where(linkId in ('a'|'b')).answer.weight().sum()"))}) +
             ", " +
             item("u", "decimal",
                  {sdc("calculatedExpression",
                       expression("%resource.item.where(linkId.startsWith('a')).answer.value.ordinal().sum()"))})));
    ASSERT_TRUE(response.answer("a", codes("often")));
    ASSERT_TRUE(response.answer("b", codes("some")));
    EXPECT_EQ(response.answers("t")[0]["valueDecimal"], 3);
    EXPECT_EQ(response.answers("u")[0]["valueDecimal"], 2);
}

} // namespace
} // namespace kiosk::survey
