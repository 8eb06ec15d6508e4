#pragma once

#include "kiosk/core/richtext/Builder.h"

namespace kiosk::richtext {

/// Reads XHTML, or HTML as careless hands write it, into a Builder: tags that do not match are passed over, those that
/// mean nothing here too, but not their words; those of what is no text (scripts, styles) are.
class HtmlReader {
public:
    explicit HtmlReader(Builder& builder) : m_builder(builder) {}

    void read(std::string_view html);

private:
    struct Opened {
        std::string name;
        Style style;
        Kind kind;
        int level;
        int number; ///< of the last item in a numbered list; -1: not numbered
    };
    static constexpr std::size_t deepest = 48;

    void readText(std::string_view text);
    void readTag(std::string_view tag);
    void open(std::string name, std::string_view attributes);
    void openBlock(std::string_view name);
    void openItem();
    void close(std::string_view name);
    [[nodiscard]] int listDepth() const;

    Builder& m_builder;
    std::vector<Opened> m_open;
};

} // namespace kiosk::richtext
