#include "kiosk/core/lint/FormTexts.h"

#include "kiosk/core/survey/Values.h"

namespace kiosk::lint {

namespace {

using survey::Item;
using survey::Text;
using Kind = FormText::Kind;

class Collector {
public:
    void add(std::string path, Text const& text, Kind kind, Item const* item) {
        if (!text.empty()) m_texts.push_back({std::move(path), &text, kind, item});
    }

    void addItem(Item const& item) {
        auto const path = pathOf(item);
        add(path, item.text, Kind::Sentence, &item);
        add(path + " prefix", item.prefix, Kind::Hint, &item);
        add(path + " help", item.help, Kind::Sentence, &item);
        add(path + " legal", item.legal, Kind::Sentence, &item);
        add(path + " lower", item.lower, Kind::Answer, &item);
        add(path + " upper", item.upper, Kind::Answer, &item);
        add(path + " openLabel", item.openLabel, Kind::Answer, &item);
        add(path + " shortText", item.look.shortText, Kind::Hint, &item);
        add(path + " entryFormat", item.look.entryFormat, Kind::Hint, &item);
        for (auto const& column : item.look.choiceColumns)
            add(path + " choiceColumn '" + column.path + "'", column.label, Kind::Hint, &item);
        for (auto const& option : item.options) {
            auto const type = survey::valueType(*option.source);
            if (type == "Coding" || type == "String") add(pathOf(item, option), option.label, Kind::Answer, &item);
        }
        for (auto const& constraint : item.rules.constraints)
            add(path + " constraint '" + constraint.key + "'", constraint.human, Kind::Sentence, &item);
    }

    std::vector<FormText> take() { return std::move(m_texts); }

private:
    std::vector<FormText> m_texts;
};

} // namespace

std::vector<FormText> textsOf(survey::Form const& form) {
    Collector collector;
    collector.add("title", form.title(), Kind::Hint, nullptr);
    collector.add("description", form.description(), Kind::Sentence, nullptr);
    for (auto const* item : form.allItems()) collector.addItem(*item);
    for (auto const& constraint : form.constraints())
        collector.add("constraint '" + constraint.key + "'", constraint.human, Kind::Sentence, nullptr);
    for (auto const& rule : form.scoreRules()) {
        auto const path = "score '" + rule.code.code + "'";
        for (auto const& band : rule.bands)
            collector.add(path + " band '" + band.code.code + "'", band.code.display, Kind::Answer, nullptr);
    }
    return collector.take();
}

std::string pathOf(Item const& item) {
    return "item '" + item.linkId + "'";
}

std::string pathOf(Item const& item, survey::Option const& option) {
    auto const& source = *option.source;
    auto const code = source.textOf("code");
    return pathOf(item) + " option '" + (code.empty() ? source.text() : std::string(code)) + "'";
}

std::string const& ownLanguage(survey::Form const& form) {
    return form.languages().front();
}

std::string_view primaryTag(std::string_view language) {
    return language.substr(0, language.find('-'));
}

std::string const* wordsIn(Text const& text, std::string_view language, std::string_view own) {
    if (language == own || primaryTag(language) == own) return &text.in({});
    for (auto const tag : {language, primaryTag(language)})
        for (auto const& [translated, content] : text.translations())
            if (translated == tag && !content.empty()) return &content;
    return primaryTag(language) == primaryTag(own) ? &text.in({}) : nullptr;
}

} // namespace kiosk::lint
