#include "tests/unit/fhir/Fhir.h"

namespace kiosk::fhir {
namespace {

using testing::documentOf;
using ::testing::HasSubstr;
using ::testing::Not;
using testing::refusalOf;

TEST(Document, walksChildrenByName) {
    auto const document = documentOf(R"({"resourceType":"Patient","name":[{"given":["A","B"]},{"family":"F"}]})");
    std::string texts;
    for (auto const& name : document.root().children("name"))
        for (auto const& given : name.children("given")) texts += given.text();
    EXPECT_EQ(texts, "AB");
    EXPECT_EQ(document.root().child("name")->nextOf(document.root().child("name")->member())->textOf("family"), "F");
    EXPECT_TRUE(document.root().children("photo").empty());
    EXPECT_EQ(document.root().child("given"), nullptr);
}

TEST(Document, knowsMembersThatFhirDoesNot) {
    auto const document = documentOf(R"({"resourceType":"Patient","shoeSize":[43,44]})");
    auto const sizes = document.root().children("shoeSize");
    EXPECT_EQ(std::distance(sizes.begin(), sizes.end()), 2);
    EXPECT_EQ(document.root().child("shoeSize")->type(), nullptr);
    auto const other = documentOf(R"({"shoeSize":1})");
    EXPECT_NE(other.root().child(document.root().child("shoeSize")->member()), nullptr);
}

TEST(Document, givesElementsTheirTypes) {
    auto const document = documentOf(R"({"item":[{"linkId":"1","answer":[{"valueQuantity":{"value":1}}]}],
        "contained":[{"gender":"male","resourceType":"Patient"}],"resourceType":"QuestionnaireResponse"})");
    auto const& root = document.root();
    EXPECT_EQ(root.type()->name(), "QuestionnaireResponse");
    EXPECT_TRUE(root.isResource());
    auto const* item = root.child("item");
    EXPECT_EQ(item->type()->name(), "QuestionnaireResponse.item");
    EXPECT_FALSE(item->isResource());
    EXPECT_EQ(item->child("linkId")->type()->name(), "string");
    auto const* value = item->child("answer")->child("value");
    ASSERT_NE(value, nullptr);
    EXPECT_EQ(value->member().text(), "valueQuantity");
    EXPECT_EQ(value->name().text(), "value");
    EXPECT_EQ(value->type()->name(), "Quantity");
    EXPECT_EQ(value->child("value")->type()->name(), "decimal");
    auto const* contained = root.child("contained");
    EXPECT_TRUE(contained->isResource());
    EXPECT_EQ(contained->child("gender")->type()->name(), "code");
    EXPECT_EQ(contained->parent(), &root);
}

TEST(Document, anElementCalledResourceTypeMakesNoResource) {
    auto const document =
        documentOf(R"({"resourceType":"ExampleScenario","instance":[{"resourceId":"1","resourceType":"Patient"}]})");
    EXPECT_EQ(document.root().child("instance")->type()->name(), "ExampleScenario.instance");
    EXPECT_FALSE(document.root().child("instance")->isResource());
}

TEST(Document, takesTheTypeOfARootThatIsNoResource) {
    EXPECT_EQ(documentOf(R"({"code":"kg"})", "Quantity").root().child("code")->type()->name(), "code");
}

TEST(Document, mergesWhatStandsUnderTheUnderscore) {
    auto const document = documentOf(
        R"({"resourceType":"Patient","birthDate":"1970","_birthDate":{"extension":[{"url":"u","valueString":"v"}]},
            "name":[{"given":["A",null],"_given":[null,{"id":"b"}]}],"_gender":{"id":"g"}})");
    auto const& root = document.root();
    EXPECT_EQ(root.child("birthDate")->text(), "1970");
    EXPECT_EQ(root.child("birthDate")->child("extension")->child("value")->text(), "v");
    EXPECT_EQ(root.child("birthDate")->child("extension")->type()->name(), "Extension");
    auto const* second = root.child("name")->child("given")->nextOf(Model::r4().name("given"));
    ASSERT_NE(second, nullptr);
    EXPECT_FALSE(second->hasValue());
    EXPECT_EQ(second->textOf("id"), "b");
    ASSERT_NE(root.child("gender"), nullptr);
    EXPECT_FALSE(root.child("gender")->hasValue());
    EXPECT_EQ(root.child("_birthDate"), nullptr);
}

TEST(Document, whatHasNeitherValueNorChildrenIsNotThere) {
    auto const document = documentOf(R"({"a":null,"b":[],"c":[null,1]})");
    EXPECT_EQ(document.root().child("a"), nullptr);
    EXPECT_EQ(document.root().child("b"), nullptr);
    EXPECT_EQ(document.root().child("c")->text(), "1");
}

TEST(Document, namesThePlaceOfAFaultAndNeverItsText) {
    auto const refusal = refusalOf(R"({"item":[{"linkId":"a"},{"answer":[{"secret":[["Smith"]]}]}]})");
    EXPECT_EQ(refusal, "item[1].answer[0].?[0]: an array in an array (line 1, column 47)");
    auto const cut = refusalOf(R"({"name":[{"family":"Smith)");
    EXPECT_THAT(cut, HasSubstr("name[0].family: not JSON: it ends too soon (line 1, column "));
    EXPECT_THAT(cut, Not(HasSubstr("Smith")));
}

TEST(Document, refusesWhatIsNoTree) {
    for (auto const* json : {"", "[]", "1", "null", "\"a\"", "{", "{}{}", "{\"a\":1,}", "{\"a\":01}", "{\"a\":NaN}",
                             "{\"a\":\"\xff\"}", "{\"a\":1e999}", "{\"a\":[[1]]}"})
        EXPECT_NE(refusalOf(json), "") << json;
}

TEST(Document, refusesAMemberTwice) {
    EXPECT_THAT(refusalOf(R"({"id":"1","name":[{"id":"2","id":"3"}]})"), HasSubstr("name[0].id: a member twice"));
    std::string many = "{";
    for (int i = 0; i < 100; ++i) many += "\"m" + std::to_string(i) + "\":1,";
    EXPECT_EQ(refusalOf(many + "\"n\":1}"), "");
    EXPECT_THAT(refusalOf(many + "\"m7\":1}"), HasSubstr("a member twice"));
    EXPECT_THAT(refusalOf(many + "\"m99\":1}"), HasSubstr("a member twice"));
}

TEST(Document, refusesAnUnderscoreThatDoesNotFit) {
    EXPECT_THAT(refusalOf(R"({"a":{"b":1},"_a":{"id":"x"}})"), HasSubstr("does not fit"));
    EXPECT_THAT(refusalOf(R"({"a":["b"],"_a":{"id":"x"}})"), HasSubstr("does not fit"));
    EXPECT_THAT(refusalOf(R"({"a":"b","_a":[{"id":"x"}]})"), HasSubstr("does not fit"));
}

TEST(Document, keepsToItsLimits) {
    EXPECT_EQ(refusalOf(R"({"a":{"b":{}}})", {.depth = 3}), "");
    EXPECT_THAT(refusalOf(R"({"a":{"b":{}}})", {.depth = 2}), HasSubstr("nested deeper than 2"));
    EXPECT_EQ(refusalOf(R"({"a":[1,2,3]})", {.elements = 3}), "");
    EXPECT_THAT(refusalOf(R"({"a":[1,2,3]})", {.elements = 2}), HasSubstr("more than 2 elements"));
    EXPECT_EQ(refusalOf("{}", {.bytes = 2}), "");
    EXPECT_THAT(refusalOf("{} ", {.bytes = 2}), HasSubstr("larger than 2 bytes"));
    EXPECT_THAT(refusalOf(std::string(1'000'000, '[')), HasSubstr("array"));
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "{\"a\":";
    EXPECT_THAT(refusalOf(deep), HasSubstr("nested deeper than 64"));
}

TEST(Document, keepsItsElementsWhenMoved) {
    auto document = documentOf(R"({"id":"x"})");
    auto const* root = &document.root();
    auto const moved = std::move(document);
    EXPECT_EQ(&moved.root(), root);
    EXPECT_EQ(root->child("id")->parent(), root);
}

} // namespace
} // namespace kiosk::fhir
