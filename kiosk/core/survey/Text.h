#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::survey {

/// Language, script and region as BCP 47 recommends to write them: "en", "pt-BR", "zh-Hant", "es-419". Texts are found
/// by their tag, letter for letter.
[[nodiscard]] bool isLanguageTag(std::string_view tag);

/// A text of a form in its own language, with its translations. Always plain text.
class Text {
public:
    Text() = default;
    explicit Text(std::string own) : m_own(std::move(own)) {}
    void addTranslation(std::string language, std::string content);

    /// The best there is for a BCP 47 tag: that very language, its primary one ("es" for "es-MX"), else the form's own.
    [[nodiscard]] std::string const& in(std::string_view language) const;
    [[nodiscard]] bool isTranslatedTo(std::string_view language) const { return find(language) != nullptr; }
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> const& translations() const {
        return m_translations;
    }
    [[nodiscard]] bool empty() const { return m_own.empty(); }

private:
    [[nodiscard]] std::string const* find(std::string_view language) const;

    std::string m_own;
    std::vector<std::pair<std::string, std::string>> m_translations;
};

struct Coding {
    std::string system;
    std::string code;
    Text display;
};

} // namespace kiosk::survey
