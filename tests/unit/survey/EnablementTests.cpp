#include "tests/unit/survey/Forms.h"

namespace kiosk::survey {
namespace {

using testing::codes;
using testing::form;
using testing::one;
using testing::options;

struct Branch {
    char const* name;
    std::string type; ///< of the question
    std::string comparison;
    std::string answer; ///< member of enableWhen
    Json given;         ///< answers to the question
    bool asked;
};

void PrintTo(Branch const& branch, std::ostream* out) {
    *out << branch.name;
}

class Branching : public ::testing::TestWithParam<Branch> {};

TEST_P(Branching, asksTheItemOrNot) {
    auto const& row = GetParam();
    Response response(form(R"({"linkId": "q", )" + row.type +
                           R"(}, {"linkId": "x", "type": "string", "enableWhen": [{"question": "q", "operator": ")" +
                           row.comparison + "\", " + row.answer + "}]}"));
    ASSERT_TRUE(response.answer("q", row.given));
    EXPECT_EQ(response.isEnabled("x"), row.asked);
}

const std::string boolean = R"("type": "boolean")";
const std::string integer = R"("type": "integer")";
const std::string decimal = R"("type": "decimal")";
const std::string date = R"("type": "date")";
const std::string longText = R"("type": "text")";
const std::string choice = R"("type": "choice", "repeats": true, )" + options({"a", "b", "c"});
const std::string openChoice = R"("type": "open-choice", )" + options({"a", "b"});
const std::string codingA = R"("answerCoding": {"system": "s", "code": "a", "display": "whatever"})";
const Json nothing = Json::array();

INSTANTIATE_TEST_SUITE_P(
    EnableWhen, Branching,
    ::testing::Values(
        Branch{"existsTrueAnswered", boolean, "exists", R"("answerBoolean": true)", one("Boolean", false), true},
        Branch{"existsTrueUnanswered", boolean, "exists", R"("answerBoolean": true)", nothing, false},
        Branch{"existsFalseAnswered", boolean, "exists", R"("answerBoolean": false)", one("Boolean", false), false},
        Branch{"existsFalseUnanswered", boolean, "exists", R"("answerBoolean": false)", nothing, true},
        Branch{"booleanEqual", boolean, "=", R"("answerBoolean": true)", one("Boolean", true), true},
        Branch{"booleanOther", boolean, "=", R"("answerBoolean": true)", one("Boolean", false), false},
        Branch{"booleanNotEqual", boolean, "!=", R"("answerBoolean": true)", one("Boolean", false), true},
        Branch{"integerEqual", integer, "=", R"("answerInteger": 3)", one("Integer", 3), true},
        Branch{"integerGreater", integer, ">", R"("answerInteger": 3)", one("Integer", 4), true},
        Branch{"integerNotGreater", integer, ">", R"("answerInteger": 3)", one("Integer", 3), false},
        Branch{"integerLess", integer, "<", R"("answerInteger": 3)", one("Integer", 2), true},
        Branch{"integerNotLess", integer, "<", R"("answerInteger": 3)", one("Integer", 3), false},
        Branch{"integerAtLeast", integer, ">=", R"("answerInteger": 3)", one("Integer", 3), true},
        Branch{"integerAtMost", integer, "<=", R"("answerInteger": 3)", one("Integer", 3), true},
        Branch{"integerAboveDecimal", integer, ">", R"("answerDecimal": 2.5)", one("Integer", 3), true},
        Branch{"decimalBelow", decimal, "<=", R"("answerDecimal": 2.5)", one("Decimal", 2.51), false},
        Branch{"orderUnanswered", integer, "<", R"("answerInteger": 3)", nothing, false},
        Branch{"dateAfter", date, ">", R"("answerDate": "2026-01-31")", one("Date", "2026-02"), true},
        Branch{"dateUndecided", date, ">=", R"("answerDate": "2026-01-31")", one("Date", "2026-01"), false},
        Branch{"dateUndecidedIsNotEqual", date, "=", R"("answerDate": "2026")", one("Date", "2026-01"), false},
        Branch{"stringEqual", longText, "=", R"("answerString": "no")", one("String", "no"), true},
        Branch{"stringAfter", longText, ">", R"("answerString": "a")", one("String", "b"), true},
        Branch{"codingEqual", choice, "=", codingA, codes("a"), true},
        Branch{"codingAmongSeveral", choice, "=", codingA, codes("b", "a"), true},
        Branch{"codingOther", choice, "=", codingA, codes("b"), false},
        Branch{"codingNotEqual", choice, "!=", codingA, codes("b", "c"), true},
        Branch{"codingNotEqualWhenOneOfSeveralIs", choice, "!=", codingA, codes("b", "a"), false},
        Branch{"notEqualUnanswered", choice, "!=", codingA, nothing, true},
        Branch{"ownWords", openChoice, "=", R"("answerString": "mine")", one("String", "mine"), true},
        Branch{"ownWordsAreNotTheCode", openChoice, "=", codingA, one("String", "a"), false}),
    [](auto const& row) { return std::string(row.param.name); });

std::string two(std::string const& behavior) {
    return R"({"linkId": "a", "type": "boolean"}, {"linkId": "b", "type": "boolean"},
              {"linkId": "x", "type": "string", "enableBehavior": ")" +
           behavior + R"(", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true},
                                           {"question": "b", "operator": "=", "answerBoolean": true}]})";
}

TEST(EnableBehavior, anyNeedsOneConditionAndAllNeedsEach) {
    for (bool const a : {false, true})
        for (bool const b : {false, true}) {
            Response any(form(two("any")));
            Response all(form(two("all")));
            for (auto* response : {&any, &all}) {
                ASSERT_TRUE(response->answer("a", one("Boolean", a)));
                ASSERT_TRUE(response->answer("b", one("Boolean", b)));
            }
            EXPECT_EQ(any.isEnabled("x"), a || b);
            EXPECT_EQ(all.isEnabled("x"), a && b);
        }
}

/// c is asked if b is yes, b if a is yes: written in the opposite order.
char const* const chain =
    R"({"linkId": "c", "type": "boolean", "enableWhen": [{"question": "b", "operator": "=", "answerBoolean": true}]},
    {"linkId": "b", "type": "boolean", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}]},
    {"linkId": "a", "type": "boolean"})";

TEST(Branching, answersOfDisabledQuestionsDoNotCount) {
    Response response(form(chain));
    for (auto const* linkId : {"a", "b", "c"}) ASSERT_TRUE(response.answer(linkId, one("Boolean", true)));
    EXPECT_EQ(testing::linkIds(response.questions()), (std::vector<std::string>{"c", "b", "a"}));
    ASSERT_TRUE(response.answer("a", one("Boolean", false)));
    EXPECT_EQ(testing::linkIds(response.questions()), std::vector<std::string>{"a"});
}

TEST(Branching, answersComeBackWithTheirQuestion) {
    Response response(form(chain));
    for (auto const* linkId : {"a", "b"}) ASSERT_TRUE(response.answer(linkId, one("Boolean", true)));
    ASSERT_TRUE(response.answer("a", one("Boolean", false)));
    EXPECT_EQ(response.answers("b"), one("Boolean", true));
    EXPECT_TRUE(response.effectiveValues(*response.form().find("b")).empty());
    ASSERT_TRUE(response.answer("a", one("Boolean", true)));
    EXPECT_EQ(response.effectiveValues(*response.form().find("b")).size(), 1U);
}

TEST(Branching, aGroupTakesItsItemsWithIt) {
    Response response(form(R"({"linkId": "a", "type": "boolean"},
        {"linkId": "g", "type": "group", "enableWhen": [{"question": "a", "operator": "=", "answerBoolean": true}],
         "item": [{"linkId": "inner", "type": "group", "item": [{"linkId": "x", "type": "string"}]}]})"));
    EXPECT_FALSE(response.isEnabled("x"));
    ASSERT_TRUE(response.answer("a", one("Boolean", true)));
    EXPECT_TRUE(response.isEnabled("x"));
}

TEST(Branching, itemsUnderAQuestionWaitForItsAnswer) {
    Response response(form(R"({"linkId": "a", "type": "boolean", "item": [{"linkId": "x", "type": "string"}]})"));
    EXPECT_FALSE(response.isEnabled("x"));
    ASSERT_TRUE(response.answer("a", one("Boolean", false)));
    EXPECT_TRUE(response.isEnabled("x"));
}

} // namespace
} // namespace kiosk::survey
