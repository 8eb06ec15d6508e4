#include "kiosk/core/survey/ValueWriter.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

using fhir::ElementInfo;
using fhir::Type;
using fhirpath::Value;
using Kind = Element::Kind;

/// What is to be written: a copy of an element or a primitive; in a member of an object made for it, if `inside`.
struct Made {
    Element const* copy = nullptr;
    Kind kind = Kind::String;
    std::string text;
    std::string_view inside;
};

/// Types that a single primitive says enough of, and the member that takes it.
constexpr std::array wrappers{
    std::pair(std::string_view("Reference"), std::string_view("reference")),
    std::pair(std::string_view("CodeableConcept"), std::string_view("text")),
    std::pair(std::string_view("Quantity"), std::string_view("value")),
    std::pair(std::string_view("Identifier"), std::string_view("value")),
    std::pair(std::string_view("ContactPoint"), std::string_view("value")),
    std::pair(std::string_view("HumanName"), std::string_view("text")),
    std::pair(std::string_view("Address"), std::string_view("text")),
    std::pair(std::string_view("Annotation"), std::string_view("text")),
    std::pair(std::string_view("Coding"), std::string_view("code")),
};

bool isObject(Value const& value) {
    return value.element() && value.element()->kind() == Kind::Object;
}

std::string textOf(Value const& value) {
    return fhirpath::toText(value).value_or("");
}

bool isInstant(std::string_view text) {
    auto const time = text.find('T');
    return isDateTime(text) && time != std::string_view::npos && text.find_first_of("Z+-", time) != text.npos;
}

/// The number as JSON has it; empty: it is none that the type takes.
std::string numberFor(Type const& type, Value const& value) {
    auto const decimal = value.decimal();
    if (!decimal) return {};
    auto const* element = value.element();
    if (type.system() == Type::System::Decimal) return element ? element->text() : decimal->toString();
    auto const whole = decimal->isWhole() ? decimal->toWhole() : std::nullopt;
    auto const least = type.name() == "positiveInt" ? 1 : type.name() == "unsignedInt" ? 0 : INT32_MIN;
    return whole && *whole >= least && *whole <= INT32_MAX ? std::to_string(*whole) : std::string{};
}

bool isFormOf(Type const& type, std::string_view text) {
    if (type.name() == "instant") return isInstant(text);
    if (type.system() == Type::System::Date) return isDate(text);
    if (type.system() == Type::System::DateTime) return isDateTime(text);
    if (type.system() == Type::System::Time) return isTime(text);
    return !text.empty() && textLength(text).has_value();
}

std::optional<Made> primitiveFor(Type const& type, Value const& value) {
    if (type.system() == Type::System::Boolean)
        return value.boolean() ? std::optional(Made{nullptr, Kind::Boolean, textOf(value), {}}) : std::nullopt;
    if (type.system() == Type::System::Integer || type.system() == Type::System::Decimal) {
        auto number = numberFor(type, value);
        return number.empty() ? std::nullopt : std::optional(Made{nullptr, Kind::Number, std::move(number), {}});
    }
    auto text = textOf(value);
    if (type.system() == Type::System::Date && isDateTime(text)) text = text.substr(0, 10);
    return isFormOf(type, text) ? std::optional(Made{nullptr, Kind::String, std::move(text), {}}) : std::nullopt;
}

/// A primitive that says what a complex value means where only a primitive has a place.
std::optional<Made> primitiveOf(Type const& type, Element const& source) {
    auto const take = [&](std::string_view member) {
        auto const* child = source.child(member);
        return child ? primitiveFor(type, Value(*child)) : std::nullopt;
    };
    auto const from = source.type() ? source.type()->name() : std::string_view{};
    bool const isWords = type.name() == "string" || type.name() == "markdown";
    if (from == "Coding") return isWords && source.child("display") ? take("display") : take("code");
    return from == "Reference" ? take("reference") : std::nullopt;
}

std::optional<Made> madeOf(Type const& type, Element const& source) {
    auto const* from = source.type();
    static auto const* const quantity = fhir::Model::r4().find("Quantity");
    if (from && (from->is(type) || (from->is(*quantity) && type.is(*quantity)))) return Made{&source, {}, {}, {}};
    if (type.kind() == Type::Kind::Primitive) return primitiveOf(type, source);
    if (from && from->name() == "Coding" && type.name() == "CodeableConcept") return Made{&source, {}, {}, "coding"};
    return std::nullopt;
}

/// Nothing: the type does not take it.
std::optional<Made> madeFor(Type const& type, Value const& value) {
    if (isObject(value)) return madeOf(type, *value.element());
    if (type.kind() == Type::Kind::Primitive) return primitiveFor(type, value);
    auto const* wrapper = std::ranges::find(wrappers, type.name(), [](auto const& each) { return each.first; });
    if (wrapper == wrappers.end()) return std::nullopt;
    if (type.name() != "Quantity" && value.type() != fhirpath::SystemType::String) return std::nullopt;
    auto const* inner = type.findMember(fhir::Model::r4().name(wrapper->second));
    auto made = primitiveFor(*inner->type, value);
    if (made) made->inside = wrapper->second;
    return made;
}

/// Which of the types of a choice is to take a value: first its own, then the one next to it, then any that can.
int distance(Type const& type, Value const& value) {
    auto const* element = value.element();
    if (element && element->type() && element->type() == &type) return 0;
    auto name = std::string(value.typeName().name);
    if (name != "Quantity" && !name.empty()) name.front() = static_cast<char>(std::tolower(name.front()));
    if (type.name() == name) return 0;
    using fhirpath::SystemType;
    bool const isNext = (value.type() == SystemType::Date && type.name() == "dateTime") ||
                        (value.type() == SystemType::Integer && type.name() == "decimal") ||
                        (value.type() == SystemType::String && type.name() == "string");
    return isNext ? 1 : 2;
}

void write(fhir::Document& document, Element& element, Made const& made) {
    switch (made.kind) {
    case Kind::Boolean: return document.setBoolean(element, made.text == "true");
    case Kind::Number: return document.setNumber(element, made.text);
    default: return document.setString(element, made.text);
    }
}

Element& add(fhir::Document& document, Element& holder, ElementInfo const& info, Made const& made) {
    auto const member = info.member.text();
    if (made.copy && made.inside.empty()) return document.appendCopy(holder, member, *made.copy);
    auto& element = document.append(holder, member);
    if (made.copy)
        document.appendCopy(element, made.inside, *made.copy);
    else
        write(document, made.inside.empty() ? element : document.append(element, made.inside), made);
    return element;
}

} // namespace

std::vector<ElementInfo const*> membersNamed(Type const& type, std::string_view name) {
    auto const known = fhir::Model::r4().name(name);
    if (auto const* exact = type.findMember(known)) return {exact};
    std::vector<ElementInfo const*> all;
    for (auto const* at = &type; at; at = at->base())
        for (auto const& info : at->ownElements())
            if (info.element == known) all.push_back(&info);
    return all;
}

Result<Element*> addValue(fhir::Document& document, Element& holder, std::string_view name, Value const& given) {
    auto const refuse = [&](std::string_view why) {
        return fail(ErrorKind::Invalid, "'" + std::string(name) + "' " + std::string(why));
    };
    if (!holder.type()) return refuse("has no place in FHIR R4");
    auto members = membersNamed(*holder.type(), name);
    if (members.empty()) return refuse("is no element of " + std::string(holder.type()->name()));
    if (!members.front()->isList && holder.child(members.front()->element)) return refuse("takes one value");
    // A quantity of FHIRPath's own is one of FHIR once it is written.
    std::optional<fhir::Document> own;
    auto value = given;
    if (!given.element() && given.type() == fhirpath::SystemType::Quantity) {
        own = TRY(fhir::Document::parse(asBytes(toJson(given)), {}, fhir::Model::r4().find("Quantity")));
        value = Value(own->root());
    }
    std::ranges::stable_sort(members, {}, [&](ElementInfo const* info) { return distance(*info->type, value); });
    for (auto const* info : members)
        if (auto const made = madeFor(*info->type, value)) return &add(document, holder, *info, *made);
    return refuse("takes a value of another type");
}

} // namespace kiosk::survey
