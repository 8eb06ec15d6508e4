#include "kiosk/core/survey/ValueSets.h"

#include "kiosk/core/survey/BuiltInSets.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"

#include <algorithm>
#include <unordered_set>

namespace kiosk::survey {

using fhir::Element;

namespace {

constexpr std::size_t mostMembers = 10'000;
constexpr int deepest = 20;
/// Resources and codes looked at for all sets of one form: sets that name each other can spell out any number.
constexpr std::size_t mostLooks = 5'000'000;

/// Extensions that an answer's coding brings along: what scores read.
void copyWeights(fhir::Document& document, Element const& from, Element& to) {
    for (auto const& extension : from.children("extension")) {
        auto const url = extension.textOf("url");
        if (url == names::ordinalValue || url == names::itemWeight) document.appendCopy(to, "extension", extension);
    }
}

} // namespace

ValueSets::ValueSets(Element const& questionnaire, Library const& library) :
    m_questionnaire(questionnaire), m_library(library),
    m_document(fhir::Model::r4().find("QuestionnaireResponse.item")) {}

ValueSets::~ValueSets() = default;

fhir::Document ValueSets::takeDocument() {
    return std::move(m_document);
}

bool ValueSets::mayLook(std::size_t count) {
    m_looks += std::min(count, mostLooks);
    return m_looks <= mostLooks;
}

Element const* ValueSets::find(std::string_view type, std::string_view canonical) {
    for (auto const& resource : m_questionnaire.children("contained")) {
        if (!mayLook()) return nullptr;
        if (resource.textOf("resourceType") != type) continue;
        bool const isReferred = canonical.starts_with('#') && resource.textOf("id") == canonical.substr(1);
        if (isReferred || isNamed(resource, canonical)) return &resource;
    }
    return m_library.find(type, canonical);
}

Result<ValueSets::Members> ValueSets::expand(std::string_view canonical) {
    if (auto const known = m_known.find(canonical); known != m_known.end()) return known->second;
    Members members;
    auto const* set = find("ValueSet", canonical);
    auto const added = set ? addSet(*set, members, 0) : addBuiltIn(canonical, members);
    if (!mayLook(0))
        return fail(ErrorKind::Invalid, "the value sets of the form are too large, or name each other too often");
    if (!added) return tl::unexpected(added.error());
    if (members.size() > mostMembers)
        return fail(ErrorKind::Invalid, "the value set has more than " + std::to_string(mostMembers) + " codes");
    return m_known.emplace(canonical, std::move(members)).first->second;
}

Result<void> ValueSets::addSet(Element const& valueSet, Members& members, int depth) {
    if (depth > deepest) return fail(ErrorKind::Invalid, "value sets include each other too deep");
    if (!mayLook()) return {};
    if (auto const* expansion = valueSet.child("expansion")) {
        addContained(*expansion, members, 0);
        return {};
    }
    auto const* compose = valueSet.child("compose");
    if (!compose) return fail(ErrorKind::Invalid, "the value set has neither expansion nor compose");
    for (auto const& include : compose->children("include"))
        if (mayLook()) TRY(addInclude(include, members, depth));
    for (auto const& exclude : compose->children("exclude")) remove(exclude, members);
    return {};
}

Result<void> ValueSets::addInclude(Element const& include, Members& members, int depth) {
    if (include.child("filter")) return fail(ErrorKind::Invalid, "the value set has a filter and no expansion");
    auto const system = include.textOf("system");
    for (auto const& concept_ : include.children("concept")) add(system, concept_, members);
    if (!system.empty() && !include.child("concept")) TRY(addSystem(system, members));
    for (auto const& other : include.children("valueSet")) {
        auto const* set = find("ValueSet", other.text());
        TRY(set ? addSet(*set, members, depth + 1) : addBuiltIn(other.text(), members));
    }
    return {};
}

void ValueSets::addContained(Element const& parent, Members& members, int depth) {
    if (depth > deepest) return;
    for (auto const& concept_ : parent.children("contains")) {
        bool const isChoosable = concept_.textOf("abstract") != "true" && concept_.child("code");
        if (isChoosable) add(concept_.textOf("system"), concept_, members);
        addContained(concept_, members, depth + 1);
    }
}

Result<void> ValueSets::addSystem(std::string_view system, Members& members) {
    auto const* codes = find("CodeSystem", system);
    if (!codes) return fail(ErrorKind::NotFound, "the code system '" + std::string(system) + "' is not at hand");
    if (codes->textOf("content") != "complete" && codes->textOf("content") != "fragment")
        return fail(ErrorKind::Invalid, "the code system '" + std::string(system) + "' is not complete");
    addConcepts(*codes, system, members, 0);
    return {};
}

void ValueSets::addConcepts(Element const& parent, std::string_view system, Members& members, int depth) {
    if (depth > deepest) return;
    for (auto const& concept_ : parent.children("concept")) {
        add(system, concept_, members);
        addConcepts(concept_, system, members, depth + 1);
    }
}

void ValueSets::remove(Element const& exclude, Members& members) {
    auto const system = exclude.textOf("system");
    std::unordered_set<std::string_view> codes;
    for (auto const& concept_ : exclude.children("concept"))
        if (mayLook()) codes.insert(concept_.textOf("code"));
    if (!mayLook(members.size())) return;
    std::erase_if(members, [&](Element const* member) {
        return member->textOf("system") == system && (codes.empty() || codes.contains(member->textOf("code")));
    });
}

/// One more than there may be shows that there are too many.
void ValueSets::add(std::string_view system, Element const& concept_, Members& members) {
    if (mayLook() && members.size() <= mostMembers) members.push_back(&coding(system, concept_));
}

Result<void> ValueSets::addBuiltIn(std::string_view canonical, Members& members) {
    auto const* set = builtInSet(canonical);
    if (!set) return fail(ErrorKind::NotFound, "'" + std::string(canonical) + "' is not at hand");
    for (auto const& each : set->codes) {
        if (!mayLook() || members.size() > mostMembers) break;
        auto& made = emptyCoding(set->system, each.code);
        m_document.setString(m_document.append(made, "display"), std::string(each.display));
        if (each.weight >= 0) {
            auto& extension = m_document.append(made, "extension");
            m_document.setString(m_document.append(extension, "url"), std::string(names::ordinalValue));
            m_document.setNumber(m_document.append(extension, "valueDecimal"), std::to_string(each.weight));
        }
        members.push_back(&made);
    }
    return {};
}

Element const& ValueSets::coding(std::string_view system, Element const& concept_) {
    auto& made = emptyCoding(system, concept_.textOf("code"));
    copyWeights(m_document, concept_, made);
    if (auto const* display = concept_.child("display")) m_document.appendCopy(made, "display", *display);
    return made;
}

Element const& ValueSets::words(Element const& coding) {
    auto& made = m_document.append(m_document.append(m_document.root(), "answer"), "valueString");
    auto const display = coding.textOf("display");
    m_document.setString(made, std::string(display.empty() ? coding.textOf("code") : display));
    return made;
}

Element& ValueSets::emptyCoding(std::string_view system, std::string_view code) {
    auto& made = m_document.append(m_document.append(m_document.root(), "answer"), "valueCoding");
    if (!system.empty()) m_document.setString(m_document.append(made, "system"), std::string(system));
    m_document.setString(m_document.append(made, "code"), std::string(code));
    return made;
}

} // namespace kiosk::survey
