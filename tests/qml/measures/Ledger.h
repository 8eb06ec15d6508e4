#pragma once

#include <QString>
#include <array>
#include <map>
#include <string>
#include <vector>

namespace tests::measures {

enum class Measure { Words, WordsHighContrast, Signs, Edges, Focus, Target, Answer, Apart, Letters };

/// What a measure has to reach, and where that is asked for.
struct Limit {
    Measure measure;
    char const* name;
    char const* unit;
    double least;
    char const* why;
};

/// In the order of Measure.
inline constexpr std::array limits{
    Limit{Measure::Words, "words", ":1", 4.5, "WCAG 1.4.3; all letters are large by it, which would be 3"},
    Limit{Measure::WordsHighContrast, "words, high contrast", ":1", 7, "WCAG 1.4.6"},
    Limit{Measure::Signs, "signs", ":1", 3, "WCAG 1.4.11"},
    Limit{Measure::Edges, "edges of controls", ":1", 3, "WCAG 1.4.11"},
    Limit{Measure::Focus, "focus", ":1", 3, "WCAG 2.4.13, over as many pixels as a line of 2 around the control"},
    Limit{Measure::Target, "target", "mm", 11.6, "44 CSS pixels; WCAG 2.5.8 wants 24"},
    Limit{Measure::Answer, "answer", "mm", 15, "ours, for hands that shake"},
    Limit{Measure::Apart, "between targets", "mm", 1, "ours"},
    Limit{Measure::Letters, "capitals", "mm", 4.8, "EN 301 549 5.1.4, Section 508 402.4"},
};

struct Reading {
    Measure measure;
    QString item;
    double value;
};

/// The worst of each measure on each screen.
class Ledger {
public:
    /// `look`: how the screen was shown.
    void note(QString const& screen, QString const& look, std::vector<Reading> const& readings);
    void noteFaults(QString const& screen, QString const& look, std::vector<QString> const& faults);

    /// A sentence for each screen and measure that does not reach its limit, and for each fault.
    [[nodiscard]] std::vector<std::string> failures() const;
    /// Screen by screen, with the worst of all and its item below.
    [[nodiscard]] std::string table() const;

private:
    struct Worst {
        QString look;
        Reading reading;
    };
    struct Row {
        std::map<Measure, Worst> worst;
        std::vector<QString> faults;
    };
    [[nodiscard]] std::map<Measure, std::pair<QString, Worst>> worstOfAll() const;

    std::map<QString, Row> m_rows;
};

} // namespace tests::measures
