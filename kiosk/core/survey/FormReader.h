#pragma once

#include "kiosk/core/survey/Form.h"

#include <set>

namespace kiosk::survey {

/// Builds a Form from Questionnaire JSON: reads the items, links them to each other, then what refers to them.
class FormReader {
public:
    [[nodiscard]] Result<Form> read(ByteView json);

private:
    Result<void> readHead(Json const& questionnaire);
    Result<std::vector<Item>> readItems(Json const& parent, int depth);
    Result<Item> readItem(Json const& json, int depth);
    Result<void> readScoreRules(Json const& questionnaire);
    Result<void> resolveConditions();
    void link(std::vector<Item>& items, Item const* parent);
    void findLanguages(std::string const& own);
    Result<void> readDrafts(Json const& questionnaire);

    Form m_form;
    std::vector<Item*> m_open; ///< the items while they are still being linked
    std::set<std::string, std::less<>> m_linkIds;
};

} // namespace kiosk::survey
