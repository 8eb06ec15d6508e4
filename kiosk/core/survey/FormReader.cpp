#include "kiosk/core/survey/FormReader.h"

#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Fhir.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace kiosk::survey {

namespace {

constexpr base::JsonLimits formLimits{8U << 20U, 64};
constexpr std::size_t mostItems = 5000;
constexpr std::size_t mostOptions = 2000;
constexpr std::size_t longestLinkId = 255;
constexpr int deepestItem = 16;
constexpr double heaviest = 1e6;
constexpr double longestMinutes = 600;

tl::unexpected<Error> broken(std::string const& rule) {
    return fail(ErrorKind::Invalid, rule);
}

bool has(Json const& object, char const* member) {
    return object.contains(member);
}

Result<ItemType> typeOf(Json const& json) {
    auto const name = TRY(fhir::text(json, "type"));
    for (auto const type :
         {ItemType::Group, ItemType::Display, ItemType::Boolean, ItemType::Choice, ItemType::OpenChoice,
          ItemType::Integer, ItemType::Decimal, ItemType::String, ItemType::Text, ItemType::Date})
        if (toString(type) == name) return type;
    return broken("type '" + name + "' is not supported");
}

bool mayHaveOptions(ItemType type) {
    return type == ItemType::Choice || type == ItemType::OpenChoice || type == ItemType::Integer ||
           type == ItemType::String || type == ItemType::Date;
}

bool isTextual(ItemType type) {
    return type == ItemType::String || type == ItemType::Text || type == ItemType::OpenChoice;
}

bool isOptionType(ItemType type, std::string_view valueType) {
    switch (type) {
    case ItemType::Integer: return valueType == "Integer";
    case ItemType::Date: return valueType == "Date";
    case ItemType::String: return valueType == "String";
    default: return valueType == "Coding" || valueType == "String" || valueType == "Integer" || valueType == "Date";
    }
}

/// Whether answers to an item of this type can be compared with such a value at all.
bool isComparable(Item const& question, std::string_view valueType) {
    switch (question.type) {
    case ItemType::Boolean: return valueType == "Boolean";
    case ItemType::Integer:
    case ItemType::Decimal: return valueType == "Integer" || valueType == "Decimal";
    case ItemType::Date: return valueType == "Date";
    case ItemType::String:
    case ItemType::Text: return valueType == "String";
    default: return isOptionType(question.type, valueType);
    }
}

Result<std::string> controlOf(Json const& json) {
    auto const* extension = TRY(fhir::extension(json, names::itemControl));
    if (!extension) return std::string{};
    auto const concept_ = extension->find("valueCodeableConcept");
    if (concept_ == extension->end() || !concept_->is_object())
        return broken("itemControl: needs a valueCodeableConcept");
    auto const& codings = *TRY(fhir::list(*concept_, "coding"));
    return codings.empty() ? std::string{} : TRY(fhir::coding(codings.front())).code;
}

Result<std::vector<Coding>> codesOf(Json const& json) {
    std::vector<Coding> codes;
    for (auto const& code : *TRY(fhir::list(json, "code"))) codes.push_back(TRY(fhir::coding(code)));
    return codes;
}

/// The weight stands on the option or on its coding.
Result<std::optional<double>> weightOf(Json const& option) {
    auto const* coding = has(option, "valueCoding") ? &option["valueCoding"] : nullptr;
    for (auto const url : {names::ordinalValue, names::itemWeight})
        for (auto const* element : {&option, coding}) {
            auto const weight = element ? TRY(fhir::numberExtension(*element, url)) : std::nullopt;
            if (weight && std::abs(*weight) > heaviest)
                return broken("the weight of an answerOption is beyond a million");
            if (weight) return weight;
        }
    return std::nullopt;
}

Result<Text> labelOf(Json const& json, Json const& value) {
    if (has(value, "valueString")) return fhir::translated(json, "valueString");
    if (!has(value, "valueCoding"))
        return Text(value.begin().value().is_string() ? value.begin().value().get<std::string>()
                                                      : value.begin().value().dump());
    auto coding = TRY(fhir::coding(json["valueCoding"]));
    return coding.display.empty() ? Text(coding.code) : std::move(coding.display);
}

/// A coding in answers is system and code: short, and the same in every language.
Json compact(Json value) {
    if (!has(value, "valueCoding")) return value;
    auto kept = Json::object();
    for (auto const* member : {"system", "code"})
        if (has(value["valueCoding"], member)) kept[member] = value["valueCoding"][member];
    return {{"valueCoding", std::move(kept)}};
}

Result<Option> readOption(Json const& json) {
    TRY(fhir::refuseUnsupported(json));
    auto value = TRY(fhir::value(json));
    if (!value) return broken("answerOption: needs a value");
    Option option;
    option.value = compact(std::move(*value));
    option.weight = TRY(weightOf(json));
    option.exclusive = TRY(fhir::flagExtension(json, names::optionExclusive));
    option.initiallySelected = TRY(fhir::flag(json, "initialSelected"));
    option.label = TRY(labelOf(json, option.value));
    option.prefix = Text(TRY(fhir::textExtension(json, names::optionPrefix, "valueString")));
    return option;
}

Result<std::vector<Option>> readOptions(Json const& json, ItemType type) {
    auto const& list = *TRY(fhir::list(json, "answerOption"));
    if (list.size() > mostOptions) return broken("answerOption: too many");
    std::vector<Option> options;
    for (auto const& entry : list) {
        auto option = TRY(readOption(entry));
        if (!isOptionType(type, valueType(option.value)))
            return broken("answerOption: its value does not fit the type " + std::string(toString(type)));
        if (std::ranges::any_of(options, [&](Option const& other) { return same(other.value, option.value); }))
            return broken("answerOption: the same answer twice");
        options.push_back(std::move(option));
    }
    return options;
}

Result<void> checkOptions(Item const& item, Json const& json) {
    if (has(json, "answerValueSet")) return broken("answerValueSet is not supported");
    if (!item.options.empty() && !mayHaveOptions(item.type))
        return broken("answerOption does not go with the type " + std::string(toString(item.type)));
    if (item.options.empty() &&
        (item.type == ItemType::Choice || item.type == ItemType::OpenChoice || has(json, "answerOption")))
        return broken("answerOption: there is none");
    return {};
}

Result<Comparison> comparisonOf(Json const& json) {
    static constexpr std::array words{std::pair(std::string_view("exists"), Comparison::Exists),
                                      std::pair(std::string_view("="), Comparison::Equal),
                                      std::pair(std::string_view("!="), Comparison::NotEqual),
                                      std::pair(std::string_view(">"), Comparison::Greater),
                                      std::pair(std::string_view("<"), Comparison::Less),
                                      std::pair(std::string_view(">="), Comparison::GreaterOrEqual),
                                      std::pair(std::string_view("<="), Comparison::LessOrEqual)};
    auto const name = TRY(fhir::text(json, "operator"));
    auto const* const found = std::ranges::find(words, name, [](auto const& entry) { return entry.first; });
    if (found == words.end()) return broken("enableWhen: operator '" + name + "' is not known");
    return found->second;
}

Result<std::vector<Condition>> readConditions(Json const& json) {
    std::vector<Condition> conditions;
    for (auto const& entry : *TRY(fhir::list(json, "enableWhen"))) {
        TRY(fhir::refuseUnsupported(entry));
        auto answer = TRY(fhir::value(entry, "answer"));
        if (!answer) return broken("enableWhen: needs an answer");
        Condition condition;
        condition.questionId = TRY(fhir::text(entry, "question"));
        condition.comparison = TRY(comparisonOf(entry));
        condition.answer = compact(std::move(*answer));
        if (condition.comparison == Comparison::Exists && valueType(condition.answer) != "Boolean")
            return broken("enableWhen: exists needs an answerBoolean");
        conditions.push_back(std::move(condition));
    }
    return conditions;
}

Result<bool> needsAll(Json const& json, std::size_t conditions) {
    auto const behavior = TRY(fhir::text(json, "enableBehavior"));
    if (behavior.empty() && conditions > 1) return broken("enableBehavior: needed with more than one enableWhen");
    if (!behavior.empty() && behavior != "all" && behavior != "any")
        return broken("enableBehavior: '" + behavior + "' is not all or any");
    return behavior == "all";
}

Result<std::optional<std::size_t>> maxLengthOf(Json const& json, ItemType type) {
    if (!has(json, "maxLength")) return std::nullopt;
    auto const& length = json["maxLength"];
    if (!isTextual(type)) return broken("maxLength does not go with the type " + std::string(toString(type)));
    if (!length.is_number_unsigned() || length.get<std::uint64_t>() == 0)
        return broken("maxLength is not a whole number above zero");
    return length.get<std::size_t>();
}

Result<std::optional<Json>> limitOf(Json const& json, std::string_view url, Item const& item) {
    auto const* extension = TRY(fhir::extension(json, url));
    if (!extension) return std::nullopt;
    auto limit = TRY(fhir::value(*extension));
    bool const ordered =
        item.type == ItemType::Integer || item.type == ItemType::Decimal || item.type == ItemType::Date;
    if (!limit || !ordered || !isComparable(item, valueType(*limit)))
        return broken("minValue or maxValue does not fit the type");
    return limit;
}

Result<void> readLimits(Json const& json, Item& item) {
    item.maxLength = TRY(maxLengthOf(json, item.type));
    item.minValue = TRY(limitOf(json, names::minValue, item));
    item.maxValue = TRY(limitOf(json, names::maxValue, item));
    if (item.minValue && item.maxValue && compare(*item.minValue, *item.maxValue) > 0)
        return broken("minValue is above maxValue");
    return {};
}

Result<void> readInitial(Json const& json, Item& item) {
    auto initial = Json::array();
    for (auto const& entry : *TRY(fhir::list(json, "initial"))) {
        auto value = TRY(fhir::value(entry));
        if (!value) return broken("initial: needs a value");
        initial.push_back(compact(std::move(*value)));
    }
    for (auto const& option : item.options)
        if (option.initiallySelected) initial.push_back(option.value);
    auto checked = checkAnswers(item, initial);
    if (!checked) return broken("initial: " + checked.error().text);
    item.initial = std::move(*checked);
    return {};
}

/// Flags and rules that depend on the kind of item (the invariants que-1, 6, 8, 9 of R4).
Result<void> checkKind(Item const& item, Json const& json) {
    if (item.type == ItemType::Group && item.repeats) return broken("repeats on a group is not supported");
    if (item.type == ItemType::Display && (item.required || item.repeats || item.readOnly))
        return broken("a display cannot be required, repeated or read only");
    if (item.type == ItemType::Display && has(json, "item")) return broken("a display cannot hold items");
    if (item.repeats && std::ranges::any_of(item.items, [](Item const& child) {
            return child.isQuestion() || child.type == ItemType::Group;
        }))
        return broken("items under a question that repeats are not supported");
    if (item.safetyThreshold &&
        std::ranges::none_of(item.options, [](Option const& option) { return option.weight.has_value(); }))
        return broken("safety-threshold needs weights");
    return {};
}

/// Display items that belong to their parent rather than stand in the form.
void absorbNotes(Item& item) {
    auto const target = [&item](Item const& child) -> Text* {
        if (child.type != ItemType::Display || !child.conditions.empty()) return nullptr;
        if (child.control == "help" || child.control == "flyover") return &item.help;
        if (child.control == "lower") return &item.lower;
        return child.control == "upper" ? &item.upper : nullptr;
    };
    std::erase_if(item.items, [&](Item& child) {
        auto* text = target(child);
        if (text) *text = std::move(child.text);
        return text != nullptr;
    });
}

template <typename Visit>
void eachText(Item const& item, Visit const& visit) {
    for (auto const* text : {&item.text, &item.prefix, &item.help, &item.lower, &item.upper, &item.openLabel})
        visit(*text);
    for (auto const& option : item.options)
        if (has(option.value, "valueCoding") || has(option.value, "valueString")) visit(option.label);
}

bool needsTranslation(Text const& text) {
    auto const& own = text.in({});
    return std::ranges::any_of(
        own, [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c & 0x80) != 0; });
}

} // namespace

Result<Form> FormReader::read(ByteView json) {
    auto const questionnaire = TRY(base::parseJson(json, formLimits));
    TRY(readHead(questionnaire));
    m_form.m_items = TRY(readItems(questionnaire, 1));
    if (m_form.m_items.empty()) return broken("item: there is none");
    link(m_form.m_items, nullptr);
    TRY(resolveConditions());
    m_form.m_enablement = TRY(Enablement::plan(m_form.m_all));
    TRY(readScoreRules(questionnaire));
    findLanguages(TRY(fhir::text(questionnaire, "language")));
    TRY(readDrafts(questionnaire));
    return std::move(m_form);
}

Result<void> FormReader::readHead(Json const& questionnaire) {
    if (!questionnaire.is_object() || TRY(fhir::text(questionnaire, "resourceType")) != "Questionnaire")
        return broken("resourceType: not a Questionnaire");
    if (has(questionnaire, "implicitRules")) return broken("implicitRules is not supported");
    TRY(fhir::refuseUnsupported(questionnaire));
    m_form.m_id = TRY(fhir::text(questionnaire, "id"));
    m_form.m_url = TRY(fhir::text(questionnaire, "url"));
    m_form.m_version = TRY(fhir::text(questionnaire, "version"));
    if (m_form.m_url.empty() || m_form.m_version.empty())
        return broken("url and version: responses name their form by them");
    m_form.m_title = TRY(fhir::translated(questionnaire, "title"));
    m_form.m_description = TRY(fhir::translated(questionnaire, "description"));
    m_form.m_copyright = TRY(fhir::text(questionnaire, "copyright"));
    m_form.m_experimental = TRY(fhir::flag(questionnaire, "experimental"));
    m_form.m_needsSafetyContact = TRY(fhir::flagExtension(questionnaire, names::needsSafetyContact));
    auto const minutes = TRY(fhir::numberExtension(questionnaire, names::estimatedMinutes));
    if (minutes && !(*minutes > 0 && *minutes <= longestMinutes))
        return broken("estimated-minutes is not from 1 to 600");
    if (minutes) m_form.m_estimatedMinutes = static_cast<int>(*minutes);
    return {};
}

Result<std::vector<Item>> FormReader::readItems(Json const& parent, int depth) {
    std::vector<Item> items;
    for (auto const& json : *TRY(fhir::list(parent, "item"))) {
        auto const linkId = TRY(fhir::text(json, "linkId"));
        if (linkId.empty() || linkId.size() > longestLinkId)
            return broken("linkId: is missing, empty or too long (item " + std::to_string(m_linkIds.size() + 1) + ")");
        if (!m_linkIds.insert(linkId).second) return broken("item '" + linkId + "': linkId is there twice");
        auto item = readItem(json, depth);
        if (!item)
            return fail(item.error().text.starts_with("item '") ? item.error()
                                                                : item.error().in("item '" + linkId + "'"));
        items.push_back(std::move(*item));
    }
    return items;
}

Result<Item> FormReader::readItem(Json const& json, int depth) {
    if (depth > deepestItem) return broken("nested too deep");
    if (m_linkIds.size() > mostItems) return broken("too many items");
    Item item;
    item.linkId = TRY(fhir::text(json, "linkId"));
    item.type = TRY(typeOf(json));
    TRY(fhir::refuseUnsupported(json));
    item.text = TRY(fhir::translated(json, "text"));
    item.prefix = TRY(fhir::translated(json, "prefix"));
    item.control = TRY(controlOf(json));
    item.codes = TRY(codesOf(json));
    item.required = TRY(fhir::flag(json, "required"));
    item.repeats = TRY(fhir::flag(json, "repeats"));
    item.readOnly = TRY(fhir::flag(json, "readOnly"));
    item.hidden = TRY(fhir::flagExtension(json, names::hidden));
    item.safetyThreshold = TRY(fhir::numberExtension(json, names::safetyThreshold));
    item.options = TRY(readOptions(json, item.type));
    TRY(checkOptions(item, json));
    if (auto const* label = TRY(fhir::extension(json, names::openLabel)))
        item.openLabel = TRY(fhir::translated(*label, "valueString"));
    item.conditions = TRY(readConditions(json));
    item.needsAllConditions = TRY(needsAll(json, item.conditions.size()));
    TRY(readLimits(json, item));
    TRY(readInitial(json, item));
    item.items = TRY(readItems(json, depth + 1));
    TRY(checkKind(item, json));
    absorbNotes(item);
    return item;
}

void FormReader::link(std::vector<Item>& items, Item const* parent) {
    for (auto& item : items) {
        item.parent = parent;
        item.hidden = item.hidden || (parent && parent->hidden);
        item.position = m_open.size();
        m_open.push_back(&item);
        m_form.m_all.push_back(&item);
        m_form.m_byLinkId.emplace(item.linkId, &item);
        link(item.items, &item);
    }
}

Result<void> FormReader::resolveConditions() {
    for (auto* item : m_open) {
        for (auto& condition : item->conditions) {
            condition.question = m_form.find(condition.questionId);
            auto const refuse = [&](std::string const& rule) {
                return broken("item '" + item->linkId + "': enableWhen " + rule + " '" + condition.questionId + "'");
            };
            if (!condition.question) return refuse("refers to an unknown linkId");
            if (!condition.question->isQuestion()) return refuse("refers to an item that is not a question,");
            if (condition.comparison == Comparison::Exists) continue;
            auto const type = valueType(condition.answer);
            if (!isComparable(*condition.question, type))
                return refuse("compares with a value" + std::string(type) + ", which does not fit");
            bool const ordered =
                condition.comparison != Comparison::Equal && condition.comparison != Comparison::NotEqual;
            if (ordered && (type == "Coding" || type == "Boolean")) return refuse("has an order where there is none,");
        }
    }
    return {};
}

Result<void> FormReader::readScoreRules(Json const& questionnaire) {
    auto const find = [this](std::string_view linkId) { return m_form.find(linkId); };
    for (auto const* extension : TRY(fhir::extensions(questionnaire, names::score))) {
        auto rule = readScoreRule(*extension, m_form.m_all, find);
        if (!rule) return fail(rule.error().in("score"));
        m_form.m_scoreRules.push_back(std::move(*rule));
    }
    return {};
}

void FormReader::findLanguages(std::string const& own) {
    std::vector<Text const*> texts{&m_form.m_title, &m_form.m_description};
    for (auto const* item : m_form.m_all) eachText(*item, [&](Text const& text) { texts.push_back(&text); });
    for (auto const& rule : m_form.m_scoreRules)
        for (auto const& band : rule.bands) texts.push_back(&band.code.display);
    std::erase_if(texts, [](Text const* text) { return !needsTranslation(*text); });
    m_form.m_languages.push_back(own.empty() ? "en" : own);
    for (auto const& [language, content] : m_form.m_title.translations())
        if (std::ranges::all_of(texts, [&tag = language](Text const* text) { return text->isTranslatedTo(tag); }))
            m_form.m_languages.push_back(language);
}

Result<void> FormReader::readDrafts(Json const& questionnaire) {
    for (auto const* extension : TRY(fhir::extensions(questionnaire, names::translationAwaitsReview))) {
        auto language = TRY(fhir::text(*extension, "valueCode"));
        if (std::ranges::find(m_form.m_languages, language) == m_form.m_languages.end())
            return broken("translation-awaits-review: '" + language + "' is not a language of this form");
        m_form.m_awaitingReview.push_back(std::move(language));
    }
    return {};
}

} // namespace kiosk::survey
