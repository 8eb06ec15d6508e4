#pragma once

#include "kiosk/core/base/Result.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::fhirpath {

struct Token {
    enum class Kind : std::uint8_t {
        End,
        Word,      ///< an identifier or a keyword
        Delimited, ///< an identifier in backticks
        Number,
        Long, ///< 1L, without the L
        String,
        Date,
        DateTime,
        Time,
        Variable, ///< %name
        Special,  ///< $this, without the $
        Symbol,
    };
    Kind kind = Kind::End;
    std::string text; ///< without quotes and with escapes resolved
    std::uint32_t offset = 0;

    [[nodiscard]] bool isSymbol(std::string_view symbol) const { return kind == Kind::Symbol && text == symbol; }
    [[nodiscard]] bool isWord(std::string_view word) const { return kind == Kind::Word && text == word; }
};

/// The tokens of an expression, with End as the last. Invalid: a fault, with line and column.
[[nodiscard]] Result<std::vector<Token>> tokenize(std::string_view expression);

/// "line 2, column 7: what": where `offset` is in the expression.
[[nodiscard]] Error faultAt(std::string_view expression, std::size_t offset, std::string_view what);

} // namespace kiosk::fhirpath
