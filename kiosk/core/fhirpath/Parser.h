#pragma once

#include "kiosk/core/fhirpath/Ast.h"
#include "kiosk/core/fhirpath/Token.h"

namespace kiosk::fhirpath {

/// Builds a Program from tokens, by the precedence of operators. One use.
class Parser {
public:
    explicit Parser(std::string_view text) : m_program(std::make_shared<Program>()) { m_program->text = text; }

    [[nodiscard]] Result<std::shared_ptr<const Program>> parse();

private:
    Result<Node*> expression(int binding);
    Result<Node*> prefix();
    Result<Node*> word();
    Result<Node*> number();
    Result<Node*> parenthesis();
    Result<Node*> special();
    Result<Node*> temporal(Temporal::Kind kind);
    Result<Node*> postfix(Node* left);
    Result<Node*> binary(Node* left, int binding);
    Result<Node*> typeOperator(Node* left, Node::Kind kind);
    Result<Node*> invocation(Node* left);
    Result<Node*> call(Node* left, Token const& name);
    Result<void> arguments(Node& call);
    Result<void> sortArgument(Node*& argument);
    Result<void> finishCall(Node& call, Token const& name);
    Result<TypeSpecifier> typeSpecifier();
    Result<TypeSpecifier> typeOf(std::string_view space, std::string_view name, std::size_t offset) const;
    Result<TypeSpecifier> typeOfArgument(Node const& argument) const;
    Node* quantity(Decimal const& value, Node& node);

    Node* add(Node::Kind kind, Token const& at);
    fhir::Name nameOf(std::string_view text);
    [[nodiscard]] tl::unexpected<Error> fault(std::size_t offset, std::string_view what) const;

    [[nodiscard]] Token const& peek() const { return m_tokens[m_at]; }
    Token const& take() { return m_tokens[m_at + 1 < m_tokens.size() ? m_at++ : m_at]; }
    bool takeSymbol(std::string_view symbol);
    Result<void> expect(std::string_view symbol);

    std::shared_ptr<Program> m_program;
    std::vector<Token> m_tokens;
    std::size_t m_at = 0;
    int m_depth = 0;
};

} // namespace kiosk::fhirpath
