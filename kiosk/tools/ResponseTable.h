#pragma once

#include "kiosk/tools/BundleReader.h"
#include "kiosk/tools/Csv.h"
#include "kiosk/tools/FormLibrary.h"

namespace kiosk::tools {

/// What every line begins with: record, status, authored, language, kiosk, visit, answered_by,
/// questionnaire.
struct LineHead {
    Uuid record;
    std::string kiosk;
};
[[nodiscard]] std::vector<std::string> const& headColumns();
[[nodiscard]] std::vector<Cell> headCells(LineHead const& head, ResponseContent const& content);

/// A column beyond those: a part of the answer to one question, or of one score.
struct Column {
    enum class Part { Value, Weight, Words, Score, StandardError, Band, Reason };
    std::string name;
    Part part = Part::Value;
    std::string key; ///< linkId of the question, or code of the score
};

/// One CSV file: a line for each response to one instrument, in whichever of its versions.
///
/// For each question a column named by its linkId: the code of the chosen option, true or false, the number, the date
/// or the text. More than one answer: joined by ";", with "\;" for a ";" and "\\" for a "\" inside. LINKID.weight: the
/// weights of the chosen options (for scoring); LINKID.words: what a person wrote beside the options. For each score:
/// score.CODE, .se (standard error), .band, .reason (why there is no value). A name that is taken gets "_2".
class ResponseTable {
public:
    explicit ResponseTable(std::vector<FormPointer> versions);

    [[nodiscard]] std::vector<Column> const& columns() const { return m_columns; }
    [[nodiscard]] std::vector<FormPointer> const& versions() const { return m_versions; }
    /// The line with the names.
    [[nodiscard]] std::string header() const;
    /// `form` is one of the versions. Answers to questions that it does not have are not in the line.
    [[nodiscard]] std::string line(LineHead const& head, ResponseContent const& content,
                                   survey::Form const& form) const;

private:
    void add(std::string name, Column::Part part, std::string const& key);
    void addQuestion(survey::Item const& item);
    void addScore(survey::ScoreRule const& rule);

    std::vector<FormPointer> m_versions;
    std::vector<Column> m_columns;
};

/// An answer as text for a cell: of a coded one the code.
[[nodiscard]] std::string valueText(Json const& answer);
[[nodiscard]] std::string joinedText(std::vector<std::string> const& texts);

} // namespace kiosk::tools
