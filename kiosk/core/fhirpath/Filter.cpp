#include "kiosk/core/fhirpath/Filter.h"

namespace kiosk::fhirpath {

namespace {

using Kind = Node::Kind;

bool isPlainMember(Node const& node) {
    return node.kind == Kind::Member && !node.left && !node.selfType;
}

std::optional<Node::Filter> membership(Node const& member, Node const& texts) {
    if (!isPlainMember(member)) return std::nullopt;
    auto found = literalTexts(texts);
    if (!found) return std::nullopt;
    return Node::Filter{member.name, std::move(*found)};
}

std::optional<Node::Filter> either(Node const& test) {
    auto left = filterOf(*test.left);
    auto right = left ? filterOf(*test.right) : std::nullopt;
    if (!right || !(left->name == right->name)) return std::nullopt;
    left->texts.merge(right->texts);
    return left;
}

} // namespace

std::optional<std::set<std::string_view>> literalTexts(Node const& node) {
    std::set<std::string_view> texts;
    std::vector<Node const*> open{&node};
    while (!open.empty()) {
        auto const* at = open.back();
        open.pop_back();
        if (at->kind == Kind::Binary && at->op == Operator::Union) {
            open.insert(open.end(), {at->left, at->right});
            continue;
        }
        bool const isText = at->kind == Kind::Literal && at->literal.type() == SystemType::String;
        if (!isText) return std::nullopt;
        texts.emplace(*at->literal.text());
    }
    return texts;
}

std::optional<Node::Filter> filterOf(Node const& test) {
    if (test.kind != Kind::Binary) return std::nullopt;
    bool const isLiteralRight = test.right->kind == Kind::Literal;
    switch (test.op) {
    case Operator::Equal:
        if (test.left->kind != Kind::Literal && !isLiteralRight) return std::nullopt; // a list is not one text
        return isLiteralRight ? membership(*test.left, *test.right) : membership(*test.right, *test.left);
    case Operator::In: return membership(*test.left, *test.right);
    case Operator::Contains: return membership(*test.right, *test.left);
    case Operator::Or: return either(test);
    default: return std::nullopt;
    }
}

std::optional<bool> passes(Element const& element, Node::Filter const& filter) {
    auto const* found = element.child(filter.name);
    if (!found) return false;
    if (found->nextOf(filter.name)) return std::nullopt;
    auto const text = Value(*found).text();
    return text && filter.texts.contains(*text);
}

} // namespace kiosk::fhirpath
