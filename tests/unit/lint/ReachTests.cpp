#include "tests/unit/lint/Forms.h"

namespace kiosk::lint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using testing::lintItems;
using testing::of;

std::string const choice =
    R"({"linkId": "q", "type": "choice", "text": "Which?", "answerOption": [{"valueCoding": {"system": "s", "code": "a", "display": "A"}}, {"valueCoding": {"system": "s", "code": "b", "display": "B"}}]})";
std::string const number =
    R"({"linkId": "q", "type": "integer", "text": "How many?", "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/minValue", "valueInteger": 1}, {"url": "http://hl7.org/fhir/StructureDefinition/maxValue", "valueInteger": 5}]})";
std::string const yesNo = R"({"linkId": "q", "type": "boolean", "text": "Yes?"})";
std::string const date = R"({"linkId": "q", "type": "date", "text": "When?"})";
std::string const words = R"({"linkId": "q", "type": "string", "text": "What?"})";

std::string when(std::string const& comparison, std::string const& answer) {
    return R"({"question": "q", "operator": ")" + comparison + R"(", )" + answer + "}";
}

std::string code(std::string const& name) {
    return R"("answerCoding": {"system": "s", "code": ")" + name + "\"}";
}

/// What is said of an item that is asked under these conditions on `question`.
std::vector<std::string> asked(std::string question, std::string const& conditions,
                               std::string const& behavior = "all") {
    auto const inner = question.substr(1, question.size() - 2);
    return of("unreachable",
              lintItems(inner + R"(}, {"linkId": "z", "type": "string", "text": "More?", "enableBehavior": ")" +
                        behavior + R"(", "enableWhen": [)" + conditions + "]"));
}

struct Row {
    char const* name;
    std::string question;
    std::string conditions;
    bool isPossible;
};

void PrintTo(Row const& row, std::ostream* out) {
    *out << row.name;
}

class Conditions : public ::testing::TestWithParam<Row> {};

std::string integer(int value) {
    return R"("answerInteger": )" + std::to_string(value);
}
std::string exists(bool value) {
    return std::string(R"("answerBoolean": )") + (value ? "true" : "false");
}
std::string day(std::string const& value) {
    return R"("answerDate": ")" + value + "\"";
}

std::string withMember(std::string const& question, std::string const& member) {
    return question.substr(0, question.size() - 1) + ", " + member + "}";
}

INSTANTIATE_TEST_SUITE_P(
    All, Conditions,
    ::testing::Values(
        Row{"optionThatIsThere", choice, when("=", code("a")), true},
        Row{"optionThatIsNot", choice, when("=", code("c")), false},
        Row{"optionOfAnotherSystem", choice, when("=", R"("answerCoding": {"system": "t", "code": "a"})"), false},
        Row{"optionThatIsNotMayDiffer", choice, when("!=", code("c")), true},
        Row{"twoOptionsAtOnce", choice, when("=", code("a")) + "," + when("=", code("b")), false},
        Row{"twoOptionsOfSeveral", withMember(choice, R"("repeats": true)"),
            when("=", code("a")) + "," + when("=", code("b")), true},
        Row{"neitherOfBothButOne", choice,
            when("!=", code("a")) + "," + when("!=", code("b")) + "," + when("exists", exists(true)), false},
        Row{"noneOfBothUnanswered", choice, when("!=", code("a")) + "," + when("!=", code("b")), true},
        Row{"answeredAndNot", choice, when("exists", exists(true)) + "," + when("exists", exists(false)), false},
        Row{"notAnswered", choice, when("exists", exists(false)), true},
        Row{"trueAndFalse", yesNo, when("=", exists(true)) + "," + when("=", exists(false)), false},
        Row{"trueOnly", yesNo, when("=", exists(true)), true},
        Row{"neitherTrueNorFalseButOne", yesNo,
            when("!=", exists(true)) + "," + when("!=", exists(false)) + "," + when("exists", exists(true)), false},
        Row{"withinItsLimits", number, when("=", integer(5)), true},
        Row{"aboveItsGreatest", number, when(">", integer(5)), false},
        Row{"atItsGreatest", number, when(">=", integer(5)), true},
        Row{"belowItsLeast", number, when("<", integer(1)), false},
        Row{"beyondItsLimits", number, when("=", integer(6)), false},
        Row{"betweenTwoNumbers", number, when(">", integer(1)) + "," + when("<", integer(3)), true},
        Row{"betweenNeighbours", number, when(">", integer(2)) + "," + when("<", integer(3)), false},
        Row{"theOneThatIsLeftOut", number, when("=", integer(2)) + "," + when("!=", integer(2)), false},
        Row{"afterAndBefore", date, when(">", day("2026-01-01")) + "," + when("<", day("2025-01-01")), false},
        Row{"beforeAndAfter", date, when(">", day("2025-01-01")) + "," + when("<", day("2026-01-01")), true},
        Row{"partsOfADate", date, when(">=", day("2025")) + "," + when("<=", day("2025-06-01")), true},
        Row{"twoTexts", words, when("=", R"("answerString": "x")") + "," + when("=", R"("answerString": "y")"), false},
        Row{"oneText", words, when("=", R"("answerString": "x")"), true},
        Row{"hidden",
            withMember(
                yesNo,
                R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}])"),
            when("=", exists(true)), false},
        Row{"hiddenAndUnanswered",
            withMember(
                yesNo,
                R"("extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}])"),
            when("exists", exists(false)), true},
        Row{"readOnly", withMember(yesNo, R"("readOnly": true)"), when("=", exists(true)), false},
        Row{"readOnlyWithAValue", withMember(yesNo, R"("readOnly": true, "initial": [{"valueBoolean": true}])"),
            when("=", exists(true)), true},
        Row{"calculated",
            withMember(
                yesNo,
                R"("readOnly": true, "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-calculatedExpression", "valueExpression": {"language": "text/fhirpath", "expression": "true"}}])"),
            when("=", exists(true)), true},
        Row{"openChoice",
            R"({"linkId": "q", "type": "open-choice", "text": "Which?", "answerOption": [{"valueCoding": {"system": "s", "code": "a", "display": "A"}}]})",
            when("=", R"("answerString": "own words")"), true}),
    [](auto const& row) { return std::string(row.param.name); });

TEST_P(Conditions, areSeenForWhatTheyAre) {
    auto const found = asked(GetParam().question, GetParam().conditions);
    if (GetParam().isPossible)
        EXPECT_THAT(found, IsEmpty());
    else
        EXPECT_THAT(found, ElementsAre(HasSubstr("error item 'z': can never be reached: ")));
}

TEST(Unreachable, needsThatNoneOfSeveralCanHold) {
    EXPECT_THAT(asked(choice, when("=", code("c")) + "," + when("=", code("a")), "any"), IsEmpty());
    EXPECT_THAT(asked(choice, when("=", code("c")) + "," + when("=", code("d")), "any"),
                ElementsAre(HasSubstr("none of its enableWhen can hold: no answer to 'q' does that")));
}

TEST(Unreachable, goesAlongAChainAndIsSaidOfTheFirstInsideOnce) {
    auto const form =
        choice.substr(1, choice.size() - 2) + R"(}, {"linkId": "g", "type": "group", "text": "G", "enableWhen": [)" +
        when("=", code("c")) +
        R"(], "item": [{"linkId": "g.a", "type": "boolean", "text": "A?"}]}, {"linkId": "y", "type": "string", "text": "Y?", "enableWhen": [{"question": "g.a", "operator": "=", "answerBoolean": true}])";
    EXPECT_THAT(
        of("unreachable", lintItems(form)),
        ElementsAre(
            HasSubstr("item 'g': can never"),
            HasSubstr("item 'y': can never be reached: its enableWhen can never hold: 'g.a' is never asked itself")));
}

TEST(Unreachable, looksAtTheConditionsAroundToo) {
    auto const form = choice.substr(1, choice.size() - 2) +
                      R"(}, {"linkId": "g", "type": "group", "text": "G", "enableWhen": [)" + when("=", code("a")) +
                      R"(], "item": [{"linkId": "z", "type": "string", "text": "Z?", "enableWhen": [)" +
                      when("=", code("b")) + "]}]";
    EXPECT_THAT(of("unreachable", lintItems(form)), ElementsAre(HasSubstr("error item 'z'")));
}

TEST(Unreachable, isAnExpressionThatIsPlainlyFalse) {
    auto const item = [](std::string const& expression) {
        return R"("linkId": "a", "type": "string", "text": "A?", "extension": [{"url": "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-enableWhenExpression", "valueExpression": {"language": "text/fhirpath", "expression": ")" +
               expression + "\"}}]";
    };
    EXPECT_THAT(of("unreachable", lintItems(item("false"))),
                ElementsAre(HasSubstr("its enableWhenExpression is false")));
    EXPECT_THAT(of("unreachable", lintItems(item("%resource.item.exists()"))), IsEmpty());
}

TEST(Unreachable, areGroupsWithNothingInThemAndQuestionsWithoutWords) {
    EXPECT_THAT(
        of("unreachable",
           lintItems(
               R"("linkId": "g", "type": "group", "text": "G", "item": [{"linkId": "h", "type": "group", "text": "H"}])")),
        ElementsAre("warning item 'g': a group with nothing in it to show"));
    EXPECT_THAT(of("unreachable", lintItems(R"("linkId": "a", "type": "string")")),
                ElementsAre("warning item 'a': a question without words"));
    EXPECT_THAT(of("unreachable",
                   lintItems(R"("linkId": "a", "type": "string", "text": "A?", "required": true, "readOnly": true)")),
                ElementsAre("warning item 'a': is required and read only, and nothing gives it a value"));
}

TEST(Unreachable, isARequiredHiddenQuestionThatNothingAnswers) {
    auto const hidden =
        R"("linkId": "a", "type": "string", "text": "A?", "required": true, "extension": [{"url": "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden", "valueBoolean": true}])";
    EXPECT_THAT(of("unreachable", lintItems(hidden)),
                ElementsAre("error item 'a': is required and hidden, and nothing gives it a value"));
}

TEST(Unreachable, isAQuestionThatTheKioskHasNoScreenFor) {
    auto const file = [](char const* more) {
        return std::string(R"("linkId": "a", "type": "attachment", "text": "A?")") + more;
    };
    EXPECT_THAT(of("unreachable", lintItems(file(""))),
                ElementsAre("warning item 'a': the kiosk has no screen for files: it cannot be asked"));
    EXPECT_THAT(of("unreachable", lintItems(file(R"(, "required": true)"))),
                ElementsAre("error item 'a': the kiosk has no screen for files: it cannot be asked"));
    EXPECT_THAT(of("unreachable", lintItems(R"("linkId": "a", "type": "reference", "text": "A?", "required": true)")),
                ElementsAre("error item 'a': a reference without a list of what it may be: it cannot be asked"));
}

TEST(Unreachable, isNothingInTheFormsWeShip) {
    for (auto const& id : testing::shippedInstruments())
        EXPECT_THAT(of("unreachable", testing::lintOf(testing::textOf(id))), IsEmpty()) << id;
}

/// Each condition on the next item: the rounds are bounded.
TEST(Unreachable, isFoundInALongChainFromBehindInBoundedTime) {
    std::string items;
    for (int i = 0; i < 1000; ++i)
        items += R"({"linkId": ")" + std::to_string(i) +
                 R"(", "type": "boolean", "text": "A?", "enableWhen": [{"question": ")" + std::to_string(i + 1) +
                 R"(", "operator": "=", "answerBoolean": true}]},)";
    items += R"({"linkId": "1000", "type": "boolean", "text": "Z?", "readOnly": true})";
    auto const found = of("unreachable", lintItems(items.substr(1, items.size() - 2)));
    ASSERT_EQ(found.size(), mostOfAKind + 1) << "there and back: the whole chain";
    EXPECT_THAT(found.back(), HasSubstr("more like that"));
}

TEST(Unreachable, isNotAskedOfMoreConditionsThanAnybodyWrites) {
    std::string conditions;
    for (int i = 0; i < 300; ++i) conditions += when("=", code("a")) + "," + when("=", code("b")) + ",";
    conditions.pop_back();
    EXPECT_THAT(asked(choice, conditions), IsEmpty());
}

} // namespace
} // namespace kiosk::lint
