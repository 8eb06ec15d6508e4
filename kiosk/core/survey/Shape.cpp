#include "kiosk/core/survey/Shape.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

using fhir::Element;
using Kind = Element::Kind;

/// A value of an answer that is of no type R4 has: who reads the answers says so.
bool isUnknownValue(Element const& member) {
    auto const* parent = member.parent()->type();
    return parent && parent->name() == "QuestionnaireResponse.item.answer" &&
           member.member().text().starts_with("value");
}

std::string_view jsonWord(Kind kind) {
    switch (kind) {
    case Kind::Boolean: return "true or false";
    case Kind::Number: return "a number";
    default: return "a text";
    }
}

Kind kindOfPrimitive(std::string_view type) {
    if (type == "boolean") return Kind::Boolean;
    bool const isNumber = type == "integer" || type == "decimal" || type == "unsignedInt" || type == "positiveInt";
    return isNumber ? Kind::Number : Kind::String;
}

class ShapeChecker {
public:
    explicit ShapeChecker(std::vector<Finding>& findings) : m_findings(findings) {}

    void check(Element const& parent) {
        fhir::Name last;
        checkChoice(parent);
        for (auto const* child = parent.firstChild(); child; child = child->next()) {
            if (!child->isThere()) {
                if (child->kind() == Kind::EmptyList) warn(*child, "is an empty list");
                continue;
            }
            bool const isFirst = !(child->member() == last);
            last = child->member();
            checkOne(*child, isFirst);
        }
    }

private:
    void checkOne(Element const& child, bool isFirst) {
        if (child.member().text() == "contained" || child.member().text() == "resourceType") return;
        if (child.member().text() == "modifierExtension")
            return fail(child, "'" + std::string(child.textOf("url")) + "' is not known");
        if (!child.info()) return warnUnknown(child, isFirst);
        if (isFirst && child.info()->isList && !child.isListed()) return fail(child, "is not a list");
        if (isFirst && !child.info()->isList && child.isListed()) return fail(child, "is a list");
        if (child.info()->type->kind() == fhir::Type::Kind::Primitive) return checkPrimitive(child);
        if (child.kind() != Kind::Object)
            return fail(child, child.info()->isList ? "is not a list of objects" : "is not an object");
        if (child.type() && child.type()->name() == "Extension" && child.textOf("url").empty())
            fail(child, "has no url");
        check(child);
    }

    /// value[x] and the like: one type only.
    void checkChoice(Element const& parent) {
        Element const* chosen = nullptr;
        for (auto const* child = parent.firstChild(); child; child = child->next()) {
            if (!child->isThere() || !child->info() || !child->info()->isChoice) continue;
            if (chosen && chosen->name() == child->name() && !(chosen->member() == child->member()))
                add(Severity::Error, *child, "is there twice", child->name().text());
            chosen = child;
        }
    }

    void checkPrimitive(Element const& child) {
        auto const wanted = kindOfPrimitive(child.info()->type->name());
        if (child.hasValue() && child.kind() != wanted) fail(child, "is not " + std::string(jsonWord(wanted)));
        if (child.kind() == Kind::Object && !child.firstChild()) fail(child, "is not " + std::string(jsonWord(wanted)));
        for (auto const* extension = child.firstChild(); extension; extension = extension->next())
            if (extension->isThere() && extension->info() && extension->kind() == Kind::Object) check(*extension);
    }

    void warnUnknown(Element const& child, bool isFirst) {
        bool const isValue = isUnknownValue(child);
        if (isFirst && !isValue && child.parent()->type()) warn(child, "is not known to FHIR R4");
    }

    void fail(Element const& at, std::string const& rule) { add(Severity::Error, at, rule); }
    void warn(Element const& at, std::string const& rule) { add(Severity::Warning, at, rule); }
    void add(Severity severity, Element const& at, std::string const& rule, std::string_view name = {}) {
        auto const shown = name.empty() ? at.member().text() : name;
        addFinding(m_findings, {severity, placeOf(*at.parent()), std::string(shown) + ": " + rule});
    }

    std::vector<Finding>& m_findings;
};

struct Mark {
    std::string_view member;
    std::string_view version;
};

constexpr std::array itemMarks{
    Mark{"answerConstraint", "R5"}, Mark{"disabledDisplay", "R5"},   Mark{"option", "STU3"},
    Mark{"options", "STU3"},        Mark{"initialBoolean", "STU3"},  Mark{"initialString", "STU3"},
    Mark{"initialInteger", "STU3"}, Mark{"initialCoding", "STU3"},   Mark{"initialDecimal", "STU3"},
    Mark{"initialDate", "STU3"},    Mark{"initialDateTime", "STU3"}, Mark{"initialQuantity", "STU3"}};

std::string markOf(Element const& item) {
    for (auto const& mark : itemMarks)
        if (item.child(mark.member)) return std::string(mark.version) + ": item." + std::string(mark.member);
    auto const type = item.textOf("type");
    if (type == "coding" || type == "question") return "R5: item.type=" + std::string(type);
    for (auto const& condition : item.children("enableWhen"))
        if (condition.child("hasAnswer")) return "STU3: item.enableWhen.hasAnswer";
    for (auto const& child : item.children("item"))
        if (auto mark = markOf(child); !mark.empty()) return mark;
    return {};
}

std::string_view beginningOf(std::string_view linkId) {
    auto size = std::min(linkId.size(), longestLinkId);
    while (size > 0 && size < linkId.size() && (static_cast<unsigned char>(linkId[size]) & 0xC0U) == 0x80) --size;
    return linkId.substr(0, size);
}

} // namespace

std::string placeOf(Element const& element) {
    for (auto const* at = &element; at; at = at->parent())
        if (at->member().text() == "item" && at->child("linkId"))
            return "item '" + std::string(beginningOf(at->textOf("linkId"))) + "'";
    return {};
}

void checkShape(Element const& top, std::vector<Finding>& findings) {
    ShapeChecker(findings).check(top);
}

std::string foreignVersion(Element const& questionnaire) {
    if (questionnaire.child("versionAlgorithmString") || questionnaire.child("versionAlgorithmCoding"))
        return "R5: versionAlgorithm";
    if (questionnaire.child("copyrightLabel")) return "R5: copyrightLabel";
    if (questionnaire.child("group")) return "DSTU2: group";
    for (auto const& item : questionnaire.children("item"))
        if (auto mark = markOf(item); !mark.empty()) return mark;
    return {};
}

} // namespace kiosk::survey
