#pragma once

#include "kiosk/core/survey/Expression.h"
#include "kiosk/core/survey/Finding.h"

#include <unordered_map>
#include <unordered_set>

namespace kiosk::survey {

class ValueSets;

/// What the readers of a form share.
struct Reading {
    std::vector<Finding>& findings;
    std::vector<Expression>& expressions;
    ValueSets& valueSets;
    std::unordered_set<std::string> linkIds;
    std::size_t options = 0;                                                     ///< so far
    std::size_t expressionBytes = 0;                                             ///< so far
    std::unordered_map<std::string, std::shared_ptr<const re2::RE2>> patterns{}; ///< so far, by their text
};

/// Reads one item of a Questionnaire with all inside it. What is wrong or not used becomes a finding.
class ItemReader {
public:
    ItemReader(Reading& reading, Element const& source, int depth);

    [[nodiscard]] Item read();

private:
    void readKind();
    void readTexts();
    void readFlags();
    void readInitial();
    void readItems();
    void checkKind();
    void absorbNotes();

    Reading& m_reading;
    Element const& m_source;
    int m_depth;
    Notes m_notes;
    Item m_item;
};

/// The items of a Questionnaire or of one of its items.
[[nodiscard]] std::vector<Item> readItems(Reading& reading, Element const& parent, int depth);

} // namespace kiosk::survey
