#include "kiosk/core/survey/Form.h"

#include "kiosk/core/survey/FormReader.h"

#include <algorithm>

namespace kiosk::survey {

std::string_view toString(ItemType type) {
    switch (type) {
    case ItemType::Group: return "group";
    case ItemType::Display: return "display";
    case ItemType::Boolean: return "boolean";
    case ItemType::Choice: return "choice";
    case ItemType::OpenChoice: return "open-choice";
    case ItemType::Integer: return "integer";
    case ItemType::Decimal: return "decimal";
    case ItemType::String: return "string";
    case ItemType::Text: return "text";
    case ItemType::Date: return "date";
    case ItemType::DateTime: return "dateTime";
    case ItemType::Time: return "time";
    case ItemType::Url: return "url";
    case ItemType::Reference: return "reference";
    case ItemType::Attachment: return "attachment";
    case ItemType::Quantity: return "quantity";
    }
    return "";
}

Result<Form> Form::open(ByteView json, Library const& library) {
    return FormReader(library).read(json);
}

Result<Form> Form::parse(ByteView json, Library const& library) {
    auto form = TRY(open(json, library));
    for (auto const& finding : form.findings())
        if (finding.severity == Severity::Error || finding.topic == Topic::Identity)
            return fail(ErrorKind::Invalid, finding.text());
    return form;
}

Item const* Form::find(std::string_view linkId) const {
    auto const found = m_byLinkId.find(linkId);
    return found == m_byLinkId.end() ? nullptr : found->second;
}

bool Form::awaitsReview(std::string_view language) const {
    auto const primary = language.substr(0, language.find('-'));
    return std::ranges::any_of(m_awaitingReview,
                               [&](auto const& draft) { return draft == language || draft == primary; });
}

std::vector<std::string> Form::media() const {
    std::vector<std::string> names;
    auto const add = [&](std::string const& name) {
        if (std::ranges::find(names, name) == names.end()) names.push_back(name);
    };
    for (auto const* item : allItems())
        for (auto const& sign : item->look.signFilms) {
            add(sign.film);
            for (auto const& [language, file] : sign.captions) add(file);
        }
    return names;
}

} // namespace kiosk::survey
