#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/fhirpath/Collection.h"

#include <memory>
#include <string_view>

namespace kiosk::fhirpath {

struct Program;

/// A FHIRPath expression, parsed. Immutable and cheap to copy; any number of threads may evaluate it at once.
class Expression {
public:
    /// Invalid: a fault of syntax, a function or type that there is not, the wrong number of arguments, too deep or too
    /// long; with line and column.
    [[nodiscard]] static Result<Expression> parse(std::string_view text);

    [[nodiscard]] std::string const& text() const;
    [[nodiscard]] Program const& program() const { return *m_program; }

private:
    explicit Expression(std::shared_ptr<const Program> program) : m_program(std::move(program)) {}
    std::shared_ptr<const Program> m_program;
};

} // namespace kiosk::fhirpath
