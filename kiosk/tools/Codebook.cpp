#include "kiosk/tools/Codebook.h"

namespace kiosk::tools {

namespace {

using Part = Column::Part;

/// One line of the codebook, in the order of its columns.
struct Entry {
    std::string file;
    std::string questionnaire;
    std::string column;
    std::string linkId;
    std::string type;
    std::string language;
    std::string question;
    std::string code;
    Cell weight = std::string();
    std::string meaning;
};

std::string lineOf(Entry const& entry) {
    return csvLine({entry.file, entry.questionnaire, entry.column, entry.linkId, entry.type, entry.language,
                    entry.question, entry.code, entry.weight, entry.meaning});
}

std::string_view typeOf(Part part) {
    switch (part) {
    case Part::Weight: return "weight of the answer";
    case Part::Words: return "own words beside the options";
    case Part::Score: return "score";
    case Part::StandardError: return "standard error of the score";
    case Part::Band: return "band of the score";
    case Part::Reason: return "why there is no score";
    default: return "answer";
    }
}

std::string optionLines(Entry entry, survey::Item const& item) {
    std::string lines;
    for (auto const& option : item.options) {
        entry.code = valueText(option.value);
        entry.weight = option.weight ? Cell(*option.weight) : Cell(std::string());
        entry.meaning = option.label.in(entry.language);
        lines += lineOf(entry);
    }
    return lines;
}

std::string questionLines(Entry entry, Column const& column, survey::Item const& item) {
    entry.linkId = column.key;
    entry.question = item.text.in(entry.language);
    if (column.part != Part::Value) return lineOf(entry);
    entry.type = survey::toString(item.type);
    if (item.repeats) entry.type += ", repeats";
    return item.options.empty() ? lineOf(entry) : optionLines(entry, item);
}

std::string scoreLines(Entry entry, Column const& column, survey::Form const& form) {
    std::string lines;
    for (auto const& rule : form.scoreRules()) {
        if (rule.code.code != column.key) continue;
        entry.question = rule.code.display.in(entry.language);
        entry.code = column.part == Part::Score ? rule.code.code : "";
        entry.meaning =
            column.part == Part::Score ? std::string(survey::toString(rule.method)) + " " + rule.version : "";
        if (column.part != Part::Band) lines += lineOf(entry);
        for (auto const& band : rule.bands) {
            if (column.part != Part::Band) break;
            entry.code = band.code.code;
            entry.weight = band.from;
            entry.meaning = band.code.display.in(entry.language);
            lines += lineOf(entry);
        }
    }
    return lines;
}

} // namespace

std::string codebookHeader() {
    return csvLine({std::string("file"), std::string("questionnaire"), std::string("column"), std::string("linkId"),
                    std::string("type"), std::string("language"), std::string("question"), std::string("code"),
                    std::string("weight"), std::string("meaning")});
}

std::string codebookLines(std::string const& file, ResponseTable const& table) {
    std::string lines;
    for (auto const& form : table.versions())
        for (auto const& column : table.columns())
            for (auto const& language : form->languages()) {
                Entry entry{.file = file,
                            .questionnaire = form->canonical(),
                            .column = column.name,
                            .linkId = {},
                            .type = std::string(typeOf(column.part)),
                            .language = language,
                            .question = {},
                            .code = {},
                            .meaning = {}};
                auto const* item = form->find(column.key);
                bool const ofQuestion =
                    column.part == Part::Value || column.part == Part::Weight || column.part == Part::Words;
                if (ofQuestion && item != nullptr) lines += questionLines(entry, column, *item);
                if (!ofQuestion) lines += scoreLines(entry, column, *form);
            }
    return lines;
}

} // namespace kiosk::tools
