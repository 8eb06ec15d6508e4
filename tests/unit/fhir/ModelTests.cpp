#include "kiosk/core/fhir/Model.h"

#include <gtest/gtest.h>

namespace kiosk::fhir {
namespace {

Type const& type(std::string_view name) {
    auto const* found = Model::r4().find(name);
    if (!found) ADD_FAILURE() << name;
    return found ? *found : *Model::r4().find("Element");
}

ElementInfo const* member(std::string_view of, std::string_view name) {
    return type(of).findMember(Model::r4().name(name));
}

TEST(Model, hasTheHierarchyOfR4) {
    struct {
        char const *type, *base;
    } const rows[] = {{"code", "string"},
                      {"id", "string"},
                      {"markdown", "string"},
                      {"canonical", "uri"},
                      {"uuid", "uri"},
                      {"positiveInt", "integer"},
                      {"unsignedInt", "integer"},
                      {"string", "Element"},
                      {"instant", "Element"},
                      {"Age", "Quantity"},
                      {"Duration", "Quantity"},
                      {"Quantity", "Element"},
                      {"Timing", "BackboneElement"},
                      {"Patient", "DomainResource"},
                      {"Bundle", "Resource"},
                      {"Parameters", "Resource"},
                      {"DomainResource", "Resource"},
                      {"BackboneElement", "Element"},
                      {"Questionnaire.item", "BackboneElement"}};
    for (auto const& row : rows) EXPECT_EQ(type(row.type).base(), &type(row.base)) << row.type;
    EXPECT_EQ(type("Element").base(), nullptr);
    EXPECT_EQ(type("Resource").base(), nullptr);
    EXPECT_TRUE(type("Age").is(type("Element")));
    EXPECT_FALSE(type("Quantity").is(type("Age")));
    EXPECT_EQ(Model::r4().find("Nothing"), nullptr);
}

TEST(Model, knowsElementsAndTheirTypes) {
    EXPECT_EQ(member("Patient", "birthDate")->type, &type("date"));
    EXPECT_FALSE(member("Patient", "birthDate")->isList);
    EXPECT_TRUE(member("Patient", "name")->isList);
    EXPECT_EQ(member("Patient", "gender")->type, &type("code"));
    EXPECT_EQ(member("Patient", "id")->type, &type("id"));
    EXPECT_EQ(member("HumanName", "id")->type, &type("string"));
    EXPECT_EQ(member("Patient", "contained")->type, &type("Resource"));
    EXPECT_EQ(member("Questionnaire.item", "modifierExtension")->type, &type("Extension"));
    EXPECT_EQ(member("Patient", "item"), nullptr);
    EXPECT_EQ(member("Age", "modifierExtension"), nullptr);
}

TEST(Model, followsReferencesToOtherContent) {
    EXPECT_EQ(member("Questionnaire.item", "item")->type, &type("Questionnaire.item"));
    EXPECT_EQ(member("QuestionnaireResponse.item.answer", "item")->type, &type("QuestionnaireResponse.item"));
    EXPECT_EQ(member("Bundle.entry", "link")->type, &type("Bundle.link"));
}

TEST(Model, knowsChoices) {
    auto const* asQuantity = member("Observation", "valueQuantity");
    ASSERT_NE(asQuantity, nullptr);
    EXPECT_TRUE(asQuantity->isChoice);
    EXPECT_EQ(asQuantity->element.text(), "value");
    EXPECT_EQ(asQuantity->type, &type("Quantity"));
    EXPECT_EQ(member("Observation", "value"), nullptr);
    EXPECT_TRUE(type("Observation").findElement(Model::r4().name("value"))->isChoice);
    EXPECT_EQ(member("Extension", "valueBase64Binary")->type, &type("base64Binary"));
    EXPECT_EQ(member("Patient", "deceasedDateTime")->type, &type("dateTime"));
}

TEST(Model, neighboursThatLookLikeChoicesAreNone) {
    for (auto const* name : {"instantiatesCanonical", "instantiatesUri"})
        EXPECT_FALSE(member("Task", name)->isChoice) << name;
    EXPECT_FALSE(member("ClinicalImpression.finding", "itemReference")->isChoice);
    EXPECT_FALSE(member("PaymentReconciliation", "paymentDate")->isChoice);
}

TEST(Model, comparesNamesWhereverTheyComeFrom) {
    Name::Entry const here{"shoeSize", false}, there{"shoeSize", false}, other{"hatSize", false};
    EXPECT_EQ(Name(&here), Name(&there));
    EXPECT_NE(Name(&here), Name(&other));
    EXPECT_EQ(Model::r4().name("item"), Model::r4().name("item"));
    EXPECT_NE(Model::r4().name("item"), Model::r4().name("answer"));
    EXPECT_NE(Model::r4().name("item"), Name{});
    EXPECT_EQ(Model::r4().name("shoeSize"), Name{});
}

} // namespace
} // namespace kiosk::fhir
