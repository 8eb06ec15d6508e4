#include "tests/unit/fhir/Fhir.h"

namespace kiosk::fhir {
namespace {

using testing::documentOf;

TEST(Edit, buildsAResponseFromNothing) {
    Document document;
    auto& root = document.root();
    document.setString(document.append(root, "resourceType"), "QuestionnaireResponse");
    document.setString(document.append(root, "status"), "in-progress");
    auto& item = document.append(root, "item");
    document.setString(document.append(item, "linkId"), "1");
    auto& answer = document.append(item, "answer");
    document.setNumber(document.append(answer, "valueDecimal"), "1.10");
    EXPECT_EQ(toJson(root), R"({"resourceType":"QuestionnaireResponse","status":"in-progress",)"
                            R"("item":[{"linkId":"1","answer":[{"valueDecimal":1.10}]}]})");
    EXPECT_EQ(answer.child("value")->type()->name(), "decimal");
}

TEST(Edit, aResourceTypeThatComesLastTypesWhatIsThere) {
    Document document;
    auto& item = document.append(document.root(), "item");
    EXPECT_EQ(item.type(), nullptr);
    document.setString(document.append(document.root(), "resourceType"), "Questionnaire");
    EXPECT_EQ(item.type()->name(), "Questionnaire.item");
}

TEST(Edit, keepsEntriesOfAMemberTogether) {
    auto document = documentOf(R"({"a":[1],"b":2})");
    document.setNumber(document.append(document.root(), "a"), "3");
    EXPECT_EQ(toJson(document.root()), R"({"a":[1,3],"b":2})");
    document.setNumber(document.append(document.root(), "b"), "4");
    EXPECT_EQ(toJson(document.root()), R"({"a":[1,3],"b":[2,4]})");
    document.setBoolean(document.insertBefore(*document.root().child("a")), true);
    document.setBoolean(document.insertAfter(*document.root().child("a")), false);
    EXPECT_EQ(toJson(document.root()), R"({"a":[true,false,1,3],"b":[2,4]})");
}

TEST(Edit, fillsAnEmptyList) {
    auto document = documentOf(R"({"a":[],"b":1})");
    document.setNumber(document.append(document.root(), "a"), "3");
    EXPECT_EQ(toJson(document.root()), R"({"a":[3],"b":1})");
}

TEST(Edit, erasesAndUsesTheRoomAgain) {
    auto document = documentOf(R"({"item":[{"linkId":"1","answer":[{"valueInteger":1}]},{"linkId":"2"}]})");
    auto* const first = document.root().child("item");
    document.erase(*first);
    EXPECT_EQ(toJson(document.root()), R"({"item":[{"linkId":"2"}]})");
    auto& again = document.append(document.root(), "item");
    EXPECT_EQ(&again, first) << "the last that was recycled";
    EXPECT_EQ(toJson(document.root()), R"({"item":[{"linkId":"2"},{}]})");
    document.clear(document.root());
    EXPECT_EQ(toJson(document.root()), "{}");
}

TEST(Edit, valueOfAPrimitiveKeepsItsExtensions) {
    auto document = documentOf(R"({"text":"old","_text":{"id":"x"},"n":1})");
    document.setString(*document.root().child("text"), "new");
    EXPECT_EQ(toJson(document.root()), R"({"text":"new","_text":{"id":"x"},"n":1})");
    auto valueless = documentOf(R"({"_text":{"id":"x"},"n":1})");
    valueless.setString(*valueless.root().child("text"), "new");
    EXPECT_EQ(toJson(valueless.root()), R"({"text":"new","_text":{"id":"x"},"n":1})");
}

TEST(Edit, copiesFromAnotherDocument) {
    auto to = documentOf(R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"1"}]})");
    {
        auto const from = documentOf(R"({"n":1.10,"_odd":{"id":"x"},"odd":"y","extension":[{"url":"u"}]})");
        to.appendCopy(to.root(), "item", from.root());
    }
    EXPECT_EQ(toJson(to.root()), R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"1"},)"
                                 R"({"n":1.10,"_odd":{"id":"x"},"odd":"y","extension":[{"url":"u"}]}]})");
    EXPECT_EQ(to.root().child("item")->nextOf(Model::r4().name("item"))->child("extension")->type()->name(),
              "Extension");
}

TEST(Edit, copiesAnElementIntoItself) {
    auto document = documentOf(R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"1"}]})");
    auto& item = *document.root().child("item");
    document.appendCopy(item, "item", item);
    EXPECT_EQ(toJson(item), R"({"linkId":"1","item":[{"linkId":"1"}]})");
    auto& raised = document.replace(item, *item.child("item"));
    EXPECT_EQ(toJson(document.root()), R"({"resourceType":"QuestionnaireResponse","item":[{"linkId":"1"}]})");
    EXPECT_EQ(raised.parent(), &document.root());
}

TEST(Edit, countsRevisions) {
    auto document = documentOf(R"({"a":1})");
    auto const before = document.revision();
    document.setNumber(*document.root().child("a"), "2");
    EXPECT_GT(document.revision(), before);
}

} // namespace
} // namespace kiosk::fhir
