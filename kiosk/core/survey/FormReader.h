#pragma once

#include "kiosk/core/survey/Form.h"

namespace kiosk::survey {

/// Builds a Form from Questionnaire JSON: reads the items, links them to each other, then what refers to them.
class FormReader {
public:
    explicit FormReader(Library const& library) { m_form.m_library = library; }

    [[nodiscard]] Result<Form> read(ByteView json);

private:
    Result<void> readDocument(ByteView json);
    void readHead(Element const& questionnaire);
    void readBody(Element const& questionnaire);
    void readLaunchContexts(Element const& questionnaire);
    void readScoreRules(Element const& questionnaire);
    void link(std::vector<Item>& items, Item const* parent);
    void resolve(Condition& condition, Item const& item);
    void findLanguages(std::string const& own);
    void readDrafts(Element const& questionnaire);

    Form m_form;
    std::vector<Item*> m_open; ///< the items while they are still being linked
};

} // namespace kiosk::survey
