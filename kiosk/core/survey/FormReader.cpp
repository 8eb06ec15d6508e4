#include "kiosk/core/survey/FormReader.h"

#include "kiosk/core/survey/Assembly.h"
#include "kiosk/core/survey/ExpressionChecker.h"
#include "kiosk/core/survey/ExtensionCheck.h"
#include "kiosk/core/survey/Instances.h"
#include "kiosk/core/survey/ItemReader.h"
#include "kiosk/core/survey/LogicReader.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/RuleReader.h"
#include "kiosk/core/survey/Shape.h"
#include "kiosk/core/survey/ValueSets.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::survey {

namespace {

constexpr double longestMinutes = 600;

template <typename Visit>
void eachText(Item const& item, Visit const& visit) {
    for (auto const* text : {&item.text, &item.prefix, &item.help, &item.lower, &item.upper, &item.openLabel,
                             &item.legal, &item.look.shortText})
        visit(*text);
    for (auto const& option : item.options)
        if (valueType(*option.source) == "Coding" || valueType(*option.source) == "String") visit(option.label);
}

bool needsTranslation(Text const& text) {
    auto const& own = text.in({});
    return std::ranges::any_of(
        own, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

/// How many a response begins with; where it is more than there may be, any such number.
std::size_t instancesAtStart(std::vector<Item> const& items) {
    std::size_t sum = 0;
    for (auto const& item : items) {
        auto const inside = instancesAtStart(item.items);
        auto const repetitions = item.repeats && item.type == ItemType::Group ? item.rules.minOccurs.value_or(1) : 1;
        auto const least = item.isQuestion() ? item.initial.size() : std::min(repetitions, Instances::mostAtStart);
        auto const each = item.isQuestion() ? inside : inside + 1;
        sum += std::max<std::size_t>(1, least) * each + (item.isQuestion() ? 1 : 0);
        if (sum > mostInstances) return mostInstances + 1;
    }
    return sum;
}

/// The innermost item around both; null: only the form is.
Item const* innermostAround(Item const& one, Item const& other) {
    auto const* around = &one;
    while (around && !around->holds(other)) around = around->parent;
    return around;
}

std::string entryModeOf(Element const& questionnaire) {
    auto const mode = textExtension(questionnaire, names::entryMode);
    auto const* concept_ = extensionValue(questionnaire, names::entryMode);
    if (!mode.empty() || !concept_ || !concept_->child("coding")) return mode;
    return std::string(concept_->child("coding")->textOf("code"));
}

/// The codes of PublicationStatus in R4.
void checkStatus(Element const& questionnaire, Notes const& notes) {
    auto const status = questionnaire.textOf("status");
    if (!questionnaire.child("status")) return notes.warning("status: is missing");
    if (status == "retired") return notes.warning("status: the form is retired");
    if (status != "draft" && status != "active" && status != "unknown")
        notes.error("status: is not one of draft, active, retired, unknown");
}

} // namespace

Result<Form> FormReader::read(ByteView json) {
    TRY(readDocument(json));
    auto const& questionnaire = m_form.m_document->root();
    checkShape(questionnaire, m_form.m_findings);
    checkExtensions(questionnaire, m_form.m_findings);
    readHead(questionnaire);
    readLaunchContexts(questionnaire);
    readBody(questionnaire);
    readScoreRules(questionnaire);
    findLanguages(std::string(questionnaire.textOf("language")));
    readDrafts(questionnaire);
    return std::move(m_form);
}

Result<void> FormReader::readDocument(ByteView json) {
    auto document = TRY(fhir::Document::parse(json));
    if (document.root().textOf("resourceType") != "Questionnaire")
        return fail(ErrorKind::Invalid, "resourceType: not a Questionnaire");
    if (auto foreign = foreignVersion(document.root()); !foreign.empty())
        return fail(ErrorKind::Invalid, "not a FHIR R4 Questionnaire, but one of " + foreign);
    assemble(document, m_form.m_library, m_form.m_findings);
    m_form.m_document = std::make_shared<const fhir::Document>(std::move(document));
    return {};
}

void FormReader::readHead(Element const& questionnaire) {
    const Notes notes(m_form.m_findings, "");
    if (questionnaire.child("implicitRules")) notes.error("implicitRules is not supported");
    m_form.m_id = questionnaire.textOf("id");
    m_form.m_url = questionnaire.textOf("url");
    m_form.m_version = questionnaire.textOf("version");
    m_form.m_title = readText(questionnaire.child("title"), notes);
    m_form.m_description = readText(questionnaire.child("description"), notes);
    m_form.m_copyright = questionnaire.textOf("copyright");
    m_form.m_experimental = flag(questionnaire, "experimental");
    m_form.m_entryMode = entryModeOf(questionnaire);
    m_form.m_needsSignature = extension(questionnaire, names::signatureRequired) != nullptr;
    m_form.m_needsSafetyContact = flagExtension(questionnaire, names::needsSafetyContact, notes);
    auto const minutes = numberExtension(questionnaire, names::estimatedMinutes, notes);
    if (minutes && !(*minutes > 0 && *minutes <= longestMinutes)) notes.error("estimated-minutes is not from 1 to 600");
    if (minutes) m_form.m_estimatedMinutes = static_cast<int>(std::clamp(*minutes, 1.0, longestMinutes));
    if (m_form.m_url.empty() || m_form.m_version.empty())
        notes.about(Topic::Identity).information("url and version: responses name their form by them");
    checkStatus(questionnaire, notes);
    if (extension(questionnaire, names::structureMap)) notes.warning("targetStructureMap is not used");
}

void FormReader::readBody(Element const& questionnaire) {
    ValueSets valueSets(questionnaire, m_form.m_library);
    Reading reading{m_form.m_findings, m_form.m_expressions, valueSets, {}};
    const Notes notes(m_form.m_findings, "");
    m_form.m_variables = readFormLogic(reading, questionnaire, notes);
    m_form.m_constraints = readConstraints(reading, questionnaire, notes);
    m_form.m_items = readItems(reading, questionnaire, 1);
    if (m_form.m_items.empty()) notes.error("item: there is none");
    m_form.m_valueSets = std::make_shared<const fhir::Document>(valueSets.takeDocument());
    link(m_form.m_items, nullptr);
    if (instancesAtStart(m_form.m_items) > mostInstances)
        notes.error("minOccurs and initial make more than " + std::to_string(mostInstances) + " items");
    for (auto* item : m_open)
        for (auto& condition : item->conditions) resolve(condition, *item);
    ExpressionChecker checker(m_form, m_form.m_expressions, m_form.m_findings);
    checker.parseAll();
    m_form.m_enablement = Enablement::plan(m_form.m_all, checker.reads(), m_form.m_findings);
}

void FormReader::readLaunchContexts(Element const& questionnaire) {
    for (auto const* each : extensions(questionnaire, names::launchContext)) {
        LaunchContext context;
        auto const* name = extensionValue(*each, "name");
        if (name)
            context.name = name->kind() == Element::Kind::Object ? std::string(name->textOf("code")) : name->text();
        for (auto const* type : extensions(*each, "type"))
            if (auto const* value = type->child("value")) context.types.push_back(value->text());
        context.description = textExtension(*each, "description");
        if (context.name.empty()) Notes(m_form.m_findings, "").error("launchContext: needs a name");
        m_form.m_launchContexts.push_back(std::move(context));
    }
}

void FormReader::link(std::vector<Item>& items, Item const* parent) {
    for (auto& item : items) {
        item.parent = parent;
        item.hidden = item.hidden || (parent && parent->hidden);
        item.isRepeated = (parent && parent->isRepeated) || (item.type == ItemType::Group && item.repeats) ||
                          (parent && parent->isQuestion() && parent->repeats);
        if (item.look.terminologyServer.empty() && parent) item.look.terminologyServer = parent->look.terminologyServer;
        item.position = m_open.size();
        m_open.push_back(&item);
        m_form.m_all.push_back(&item);
        m_form.m_byLinkId.emplace(item.linkId, &item);
        for (auto const expression : item.expressions) m_form.m_expressions[expression].item = &item;
        for (auto const& constraint : item.rules.constraints) m_form.m_expressions[constraint.expression].item = &item;
        for (auto const& toggle : item.rules.toggles) m_form.m_expressions[toggle.expression].item = &item;
        link(item.items, &item);
        item.end = m_open.size();
    }
}

void FormReader::resolve(Condition& condition, Item const& item) {
    const Notes notes(m_form.m_findings, "item '" + item.linkId + "'", Topic::Condition);
    condition.question = m_form.find(condition.questionId);
    auto const refuse = [&](std::string const& rule) {
        notes.error("enableWhen " + rule + " '" + condition.questionId + "'");
    };
    if (!condition.question) return refuse("refers to an unknown linkId");
    condition.around = innermostAround(item, *condition.question);
    if (!condition.question->isQuestion()) return refuse("refers to an item that is not a question,");
    if (condition.comparison == Comparison::Exists) return;
    auto const type = valueType(*condition.answer);
    if (!isComparable(*condition.question, type))
        return refuse("compares with a value" + std::string(type) + ", which does not fit");
    bool const ordered = condition.comparison != Comparison::Equal && condition.comparison != Comparison::NotEqual;
    if (ordered && (type == "Coding" || type == "Boolean")) refuse("has an order where there is none,");
}

void FormReader::readScoreRules(Element const& questionnaire) {
    auto const find = [this](std::string_view linkId) { return m_form.find(linkId); };
    for (auto const* extension : extensions(questionnaire, names::score)) {
        auto rule = readScoreRule(*extension, m_form.m_all, find);
        if (rule)
            m_form.m_scoreRules.push_back(std::move(*rule));
        else
            addFinding(m_form.m_findings, {Severity::Error, "score", rule.error().text, Topic::Score});
    }
}

void FormReader::findLanguages(std::string const& own) {
    std::vector<Text const*> texts{&m_form.m_title, &m_form.m_description};
    for (auto const* item : m_form.m_all) eachText(*item, [&](Text const& text) { texts.push_back(&text); });
    for (auto const& rule : m_form.m_scoreRules)
        for (auto const& band : rule.bands) texts.push_back(&band.code.display);
    std::erase_if(texts, [](Text const* text) { return !needsTranslation(*text); });
    m_form.m_languages.push_back(own.empty() ? "en" : own);
    if (!own.empty() && !isLanguageTag(own))
        Notes(m_form.m_findings, "").warning("language: '" + own + "' is not one such as en or pt-BR");
    for (auto const& [language, content] : m_form.m_title.translations())
        if (std::ranges::all_of(texts, [&tag = language](Text const* text) { return text->isTranslatedTo(tag); }))
            m_form.m_languages.push_back(language);
}

void FormReader::readDrafts(Element const& questionnaire) {
    for (auto const* each : extensions(questionnaire, names::translationAwaitsReview)) {
        auto const* value = each->child("value");
        std::string language = value ? value->text() : std::string();
        if (std::ranges::find(m_form.m_languages, language) == m_form.m_languages.end())
            Notes(m_form.m_findings, "")
                .error("translation-awaits-review: '" + language + "' is not a language of this form");
        m_form.m_awaitingReview.push_back(std::move(language));
    }
}

} // namespace kiosk::survey
