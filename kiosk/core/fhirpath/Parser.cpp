#include "kiosk/core/fhirpath/Parser.h"

#include "kiosk/core/fhirpath/Expression.h"
#include "kiosk/core/fhirpath/Filter.h"
#include "kiosk/core/fhirpath/Functions.h"

#include <charconv>
#include <limits>
#include <re2/re2.h>

namespace kiosk::fhirpath {

namespace {

using TokenKind = Token::Kind;
using Kind = Node::Kind;

// How tightly an operator binds, as the grammar orders them; N1, "Operator Precedence".
constexpr int bindsUnary = 11, bindsType = 8;
struct OperatorRow {
    std::string_view word;
    Operator op;
    int binding;
};
constexpr OperatorRow operatorRows[] = {
    {"*", Operator::Multiply, 10},      {"/", Operator::Divide, 10},    {"div", Operator::WholeDivide, 10},
    {"mod", Operator::Modulo, 10},      {"+", Operator::Add, 9},        {"-", Operator::Subtract, 9},
    {"&", Operator::Concatenate, 9},    {"|", Operator::Union, 7},      {"<", Operator::Less, 6},
    {"<=", Operator::LessOrEqual, 6},   {">", Operator::Greater, 6},    {">=", Operator::GreaterOrEqual, 6},
    {"=", Operator::Equal, 5},          {"~", Operator::Equivalent, 5}, {"!=", Operator::NotEqual, 5},
    {"!~", Operator::NotEquivalent, 5}, {"in", Operator::In, 4},        {"contains", Operator::Contains, 4},
    {"and", Operator::And, 3},          {"or", Operator::Or, 2},        {"xor", Operator::Xor, 2},
    {"implies", Operator::Implies, 1},
};

OperatorRow const* operatorOf(Token const& token) {
    if (token.kind != TokenKind::Symbol && token.kind != TokenKind::Word) return nullptr;
    for (auto const& row : operatorRows)
        if (token.text == row.word) return &row;
    return nullptr;
}

bool isIdentifier(Token const& token) {
    return token.kind == TokenKind::Word || token.kind == TokenKind::Delimited;
}

} // namespace

Result<Expression> Expression::parse(std::string_view text) {
    return Expression(TRY(Parser(text).parse()));
}
std::string const& Expression::text() const {
    return m_program->text;
}

Result<std::shared_ptr<const Program>> Parser::parse() {
    constexpr std::size_t longest = 64U << 10U;
    if (m_program->text.size() > longest) return fault(0, "an expression of more than 64 KiB");
    m_tokens = TRY(tokenize(m_program->text));
    m_program->root = TRY(expression(0));
    if (peek().kind != TokenKind::End) return fault(peek().offset, "more than one expression");
    return std::shared_ptr<const Program>(m_program);
}

tl::unexpected<Error> Parser::fault(std::size_t offset, std::string_view what) const {
    return fail(faultAt(m_program->text, offset, what));
}

bool Parser::takeSymbol(std::string_view symbol) {
    if (!peek().isSymbol(symbol)) return false;
    take();
    return true;
}

Result<void> Parser::expect(std::string_view symbol) {
    if (takeSymbol(symbol)) return {};
    return fault(peek().offset, "'" + std::string(symbol) + "' is missing");
}

Node* Parser::add(Kind kind, Token const& at) {
    auto& node = m_program->nodes.emplace_back();
    node.kind = kind;
    node.offset = at.offset;
    return &node;
}

fhir::Name Parser::nameOf(std::string_view text) {
    if (auto const known = fhir::Model::r4().name(text); known.isOfModel()) return known;
    auto const& kept = m_program->names.emplace_back(text);
    return fhir::Name(&m_program->nameEntries.emplace_back(fhir::Name::Entry{kept, false}));
}

/// Operators that bind tighter than `binding`, from left to right.
Result<Node*> Parser::expression(int binding) {
    constexpr int deepest = 200;
    if (++m_depth > deepest) return fault(peek().offset, "nested too deep");
    auto* left = TRY(prefix());
    for (;;) {
        if (peek().isSymbol(".") || peek().isSymbol("[")) {
            left = TRY(postfix(left));
        } else if ((peek().isWord("is") || peek().isWord("as")) && binding < bindsType) {
            left = TRY(typeOperator(left, peek().isWord("is") ? Kind::Is : Kind::As));
        } else if (auto const* row = operatorOf(peek()); row && row->binding > binding) {
            left = TRY(binary(left, row->binding));
        } else {
            break;
        }
    }
    --m_depth;
    return left;
}

Result<Node*> Parser::binary(Node* left, int binding) {
    auto const& token = take();
    auto* node = add(Kind::Binary, token);
    node->op = operatorOf(token)->op;
    node->left = left;
    node->right = TRY(expression(binding));
    return node;
}

Result<Node*> Parser::typeOperator(Node* left, Kind kind) {
    auto* node = add(kind, take());
    node->left = left;
    node->type = TRY(typeSpecifier());
    return node;
}

Result<Node*> Parser::postfix(Node* left) {
    auto const& token = take();
    if (token.isSymbol(".")) return invocation(left);
    auto* node = add(Kind::At, token);
    node->left = left;
    node->right = TRY(expression(0));
    TRY(expect("]"));
    return node;
}

Result<Node*> Parser::prefix() {
    auto const& token = peek();
    switch (token.kind) {
    case TokenKind::Number:
    case TokenKind::Long: return number();
    case TokenKind::Date: return temporal(Temporal::Kind::Date);
    case TokenKind::DateTime: return temporal(Temporal::Kind::DateTime);
    case TokenKind::Time: return temporal(Temporal::Kind::Time);
    case TokenKind::Special:
    case TokenKind::Word:
    case TokenKind::Delimited: return word();
    case TokenKind::String: {
        auto* node = add(Kind::Literal, token);
        node->literal = Value(take().text);
        return node;
    }
    case TokenKind::Variable: {
        auto* node = add(Kind::Variable, token);
        node->text = take().text;
        return node;
    }
    case TokenKind::End: return fault(token.offset, "the expression ends too early");
    case TokenKind::Symbol: return parenthesis();
    }
    return fault(token.offset, "an expression is missing");
}

Result<Node*> Parser::parenthesis() {
    auto const& token = take();
    if (token.text == "+" || token.text == "-") {
        auto* node = add(token.text == "-" ? Kind::Negate : Kind::Plus, token);
        node->left = TRY(expression(bindsUnary));
        return node;
    }
    if (token.text == "{") {
        TRY(expect("}"));
        return add(Kind::Empty, token);
    }
    if (token.text != "(") return fault(token.offset, "an expression is missing before '" + token.text + "'");
    auto* inner = TRY(expression(0));
    TRY(expect(")"));
    return inner;
}

Result<Node*> Parser::special() {
    auto const& token = take();
    if (token.text == "this") return add(Kind::This, token);
    if (token.text == "index") return add(Kind::Index, token);
    if (token.text == "total") return add(Kind::Total, token);
    return fault(token.offset, "$ is only for $this, $index and $total");
}

Result<Node*> Parser::word() {
    if (peek().kind == TokenKind::Special) return special();
    if (peek().isWord("true") || peek().isWord("false")) {
        auto* node = add(Kind::Literal, peek());
        node->literal = Value(take().text == "true");
        return node;
    }
    auto* node = TRY(invocation(nullptr));
    bool const isCapital = !node->text.empty() && node->text.front() >= 'A' && node->text.front() <= 'Z';
    if (node->kind == Kind::Member && isCapital) node->selfType = fhir::Model::r4().find(node->text);
    return node;
}

Result<Node*> Parser::temporal(Temporal::Kind kind) {
    auto const& token = take();
    auto const value = Temporal::parse(kind, token.text);
    if (!value) return fault(token.offset, "not a date or time");
    auto* node = add(Kind::Literal, token);
    node->literal = Value(*value);
    return node;
}

Result<Node*> Parser::number() {
    auto const& token = take();
    auto* node = add(Kind::Literal, token);
    auto const value = Decimal::parse(token.text);
    if (!value) return fault(token.offset, "a number of too many digits");
    if (peek().kind == TokenKind::String || (peek().kind == TokenKind::Word && calendarUnitOf(peek().text)))
        return quantity(*value, *node);
    if (token.text.find('.') != std::string::npos) {
        node->literal = Value(*value);
        return node;
    }
    auto const whole = value->toWhole();
    if (!whole) return fault(token.offset, "a whole number that does not fit");
    if (token.kind == TokenKind::Long)
        node->literal = Value(*whole);
    else if (*whole <= std::numeric_limits<std::int32_t>::max())
        node->literal = Value(static_cast<std::int32_t>(*whole));
    else
        return fault(token.offset, "an Integer that does not fit (write it with L)");
    return node;
}

Node* Parser::quantity(Decimal const& value, Node& node) {
    auto const& unit = take();
    Quantity read{value, unit.text};
    // Quotes tell UCUM from calendar units, yet 'month' is written and is no unit of UCUM.
    if (auto const calendar = calendarUnitOf(unit.text)) {
        read.calendar = calendar;
        if (read.unit.ends_with('s')) read.unit.pop_back();
    }
    node.literal = Value(std::move(read));
    return &node;
}

Result<Node*> Parser::invocation(Node* left) {
    auto const& token = take();
    if (token.kind == TokenKind::Special && left) {
        --m_at;
        return special(); // x.$this
    }
    if (!isIdentifier(token)) return fault(token.offset, "a name is missing");
    if (peek().isSymbol("(")) return call(left, token);
    auto* node = add(Kind::Member, token);
    node->left = left;
    node->text = token.text;
    node->name = nameOf(token.text);
    return node;
}

Result<Node*> Parser::call(Node* left, Token const& name) {
    auto* node = add(Kind::Call, name);
    node->left = left;
    node->text = name.text;
    node->function = findFunction(name.text);
    if (!node->function) return fault(name.offset, "there is no function " + name.text + "()");
    TRY(expect("("));
    if (!peek().isSymbol(")")) TRY(arguments(*node));
    TRY(expect(")"));
    TRY(finishCall(*node, name));
    return node;
}

Result<void> Parser::arguments(Node& call) {
    do {
        auto* argument = TRY(expression(0));
        if (call.text == "sort") TRY(sortArgument(argument));
        call.arguments.push_back(argument);
    } while (takeSymbol(","));
    return {};
}

/// A minus before a key, also one of text, turns the order round.
Result<void> Parser::sortArgument(Node*& argument) {
    if (argument->kind == Kind::Negate) {
        auto const* key = argument->left;
        for (auto& node : m_program->nodes)
            if (&node == key) argument = &node;
        argument->isDescending = true;
    }
    if (peek().isWord("asc") || peek().isWord("desc")) argument->isDescending = take().text == "desc";
    return {};
}

Result<void> Parser::finishCall(Node& call, Token const& name) {
    auto const& function = *call.function;
    auto const count = static_cast<int>(call.arguments.size());
    if (count < function.fewest || count > function.most)
        return fault(name.offset, name.text + "() takes another number of arguments");
    if (function.takesType) call.type = TRY(typeOfArgument(*call.arguments[0]));
    auto const* literal = count > 0 && call.arguments[0]->kind == Kind::Literal ? call.arguments[0] : nullptr;
    if (function.takesPattern && literal) {
        auto const text = literal->literal.text();
        if (text && count <= function.patternArguments) call.pattern = compileIfSmall(*text);
    }
    if (call.text == "where") call.filter = filterOf(*call.arguments[0]);
    return {};
}

Result<TypeSpecifier> Parser::typeSpecifier() {
    auto const& first = take();
    if (!isIdentifier(first)) return fault(first.offset, "the name of a type is missing");
    if (!takeSymbol(".")) return typeOf({}, first.text, first.offset);
    auto const& second = take();
    if (!isIdentifier(second)) return fault(second.offset, "the name of a type is missing");
    return typeOf(first.text, second.text, first.offset);
}

Result<TypeSpecifier> Parser::typeOfArgument(Node const& argument) const {
    if (argument.kind != Kind::Member) return fault(argument.offset, "the name of a type is missing");
    if (!argument.left) return typeOf({}, argument.text, argument.offset);
    if (argument.left->kind != Kind::Member || argument.left->left)
        return fault(argument.offset, "the name of a type is missing");
    return typeOf(argument.left->text, argument.text, argument.offset);
}

Result<TypeSpecifier> Parser::typeOf(std::string_view space, std::string_view name, std::size_t offset) const {
    TypeSpecifier type;
    if (space != "System") type.fhir = fhir::Model::r4().find(name);
    if (space != "FHIR") type.system = systemTypeOf(name).value_or(SystemType::None);
    bool const isKnown = type.fhir || type.system != SystemType::None || space == "System";
    if (!isKnown || (!space.empty() && space != "System" && space != "FHIR"))
        return fault(offset, "there is no type of this name");
    return type;
}

} // namespace kiosk::fhirpath
