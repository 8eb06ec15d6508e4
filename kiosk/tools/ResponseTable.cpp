#include "kiosk/tools/ResponseTable.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>

namespace kiosk::tools {

namespace {

using Part = Column::Part;
using survey::ItemType;

bool hasWeights(survey::Item const& item) {
    return std::any_of(item.options.begin(), item.options.end(),
                       [](auto const& option) { return option.weight.has_value(); });
}

/// The value[x] of an answer alone, without nested items.
Json valueOf(Json const& answer) {
    Json value = Json::object();
    if (!answer.is_object()) return value;
    for (auto const& [name, content] : answer.items())
        if (name.starts_with("value")) value[name] = content;
    return value;
}

std::optional<double> weightOf(survey::Item const& item, Json const& answer) {
    auto const value = valueOf(answer);
    for (auto const& option : item.options)
        if (survey::same(option.value, value)) return option.weight;
    return std::nullopt;
}

/// What a person wrote where there were options to choose from.
bool isOwnWords(survey::Item const& item, Json const& answer) {
    if (item.type != ItemType::OpenChoice || !answer.is_object() || !answer.contains("valueString")) return false;
    auto const value = valueOf(answer);
    return std::none_of(item.options.begin(), item.options.end(),
                        [&](auto const& option) { return survey::same(option.value, value); });
}

Json const* answersTo(ResponseContent const& content, std::string const& linkId) {
    for (auto const& [id, answers] : content.answers)
        if (id == linkId) return &answers;
    return nullptr;
}

std::optional<double> plainNumber(Json const& answer) {
    for (auto const* name : {"valueInteger", "valueDecimal"})
        if (answer.is_object() && answer.contains(name) && answer[name].is_number()) return answer[name].get<double>();
    return std::nullopt;
}

Cell joinedCell(std::vector<std::string> const& texts) {
    return joinedText(texts);
}

Cell answerCell(Column const& column, ResponseContent const& content, survey::Form const& form) {
    auto const* item = form.find(column.key);
    auto const* answers = answersTo(content, column.key);
    if (item == nullptr || answers == nullptr) return std::string();
    if (column.part == Part::Value && answers->size() == 1)
        if (auto number = plainNumber(answers->front())) return *number;
    std::vector<std::string> texts;
    std::optional<double> only;
    for (auto const& answer : *answers) {
        bool const words = isOwnWords(*item, answer);
        if (column.part == Part::Weight) {
            if (auto const weight = weightOf(*item, answer)) texts.push_back(numberText(*(only = weight)));
        } else if (words == (column.part == Part::Words)) {
            texts.push_back(valueText(answer));
        }
    }
    if (only && texts.size() == 1) return *only;
    // What one person wrote freely stays as it is; only lists need their separator.
    return texts.size() == 1 && !item->repeats ? Cell(texts.front()) : joinedCell(texts);
}

Cell scoreCell(Column const& column, ResponseContent const& content) {
    auto const score = content.scores.find(column.key);
    if (score == content.scores.end()) return std::string();
    auto const number = [](std::optional<double> const& value) { return value ? Cell(*value) : Cell(std::string()); };
    switch (column.part) {
    case Part::Score: return number(score->second.value);
    case Part::StandardError: return number(score->second.standardError);
    case Part::Band: return score->second.band;
    default: return score->second.reason;
    }
}

bool isOfScore(Part part) {
    return part != Part::Value && part != Part::Weight && part != Part::Words;
}

} // namespace

std::string valueText(Json const& answer) {
    auto const value = valueOf(answer);
    if (value.empty()) return "";
    auto const& content = value.front();
    if (content.is_string()) return content.get<std::string>();
    if (content.is_boolean()) return content.get<bool>() ? "true" : "false";
    if (content.is_number()) return numberText(content.get<double>());
    return base::textMember(content, "code").value_or("");
}

std::string joinedText(std::vector<std::string> const& texts) {
    std::string joined;
    for (auto const& text : texts) {
        if (&text != texts.data()) joined += ';';
        for (char const c : text) {
            if (c == ';' || c == '\\') joined += '\\';
            joined += c;
        }
    }
    return joined;
}

std::vector<std::string> const& headColumns() {
    static const std::vector<std::string> names{"record", "status", "authored",    "language",
                                                "kiosk",  "visit",  "answered_by", "questionnaire"};
    return names;
}

std::vector<Cell> headCells(LineHead const& head, ResponseContent const& content) {
    return {head.record.toString(), content.status,     content.authored,     content.language, head.kiosk,
            content.visitCode,      content.answeredBy, content.questionnaire};
}

ResponseTable::ResponseTable(std::vector<FormPointer> versions) : m_versions(std::move(versions)) {
    for (auto const& form : m_versions)
        for (auto const* item : form->allItems())
            if (item->isQuestion()) addQuestion(*item);
    for (auto const& form : m_versions)
        for (auto const& rule : form->scoreRules()) addScore(rule);
}

void ResponseTable::add(std::string name, Part part, std::string const& key) {
    auto const same = [&](Column const& column) { return column.part == part && column.key == key; };
    if (std::any_of(m_columns.begin(), m_columns.end(), same)) return; // an older version has it too
    auto const taken = [&](std::string const& candidate) {
        auto const& head = headColumns();
        return std::find(head.begin(), head.end(), candidate) != head.end() ||
               std::any_of(m_columns.begin(), m_columns.end(),
                           [&](Column const& column) { return column.name == candidate; });
    };
    auto const wanted = name;
    for (int n = 2; taken(name); ++n) name = wanted + "_" + std::to_string(n);
    m_columns.push_back({std::move(name), part, key});
}

void ResponseTable::addQuestion(survey::Item const& item) {
    add(item.linkId, Part::Value, item.linkId);
    if (hasWeights(item)) add(item.linkId + ".weight", Part::Weight, item.linkId);
    if (item.type == ItemType::OpenChoice) add(item.linkId + ".words", Part::Words, item.linkId);
}

void ResponseTable::addScore(survey::ScoreRule const& rule) {
    auto const name = "score." + rule.code.code;
    add(name, Part::Score, rule.code.code);
    if (rule.method == survey::ScoreRule::Method::RaschWle) add(name + ".se", Part::StandardError, rule.code.code);
    if (!rule.bands.empty()) add(name + ".band", Part::Band, rule.code.code);
    add(name + ".reason", Part::Reason, rule.code.code);
}

std::string ResponseTable::header() const {
    std::vector<Cell> cells(headColumns().begin(), headColumns().end());
    for (auto const& column : m_columns) cells.emplace_back(column.name);
    return csvLine(cells);
}

std::string ResponseTable::line(LineHead const& head, ResponseContent const& content, survey::Form const& form) const {
    auto cells = headCells(head, content);
    for (auto const& column : m_columns)
        cells.push_back(isOfScore(column.part) ? scoreCell(column, content) : answerCell(column, content, form));
    return csvLine(cells);
}

} // namespace kiosk::tools
