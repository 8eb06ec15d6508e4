#include "kiosk/core/fhirpath/ReadTracker.h"

#include "kiosk/core/fhirpath/Filter.h"
#include "kiosk/core/fhirpath/Functions.h"
#include "kiosk/core/fhirpath/TypeCheck.h"

#include <algorithm>
#include <array>

namespace kiosk::fhirpath {

namespace {

using Kind = Node::Kind;

template <std::size_t count>
bool isOneOf(std::string_view name, std::array<std::string_view, count> const& names) {
    return std::ranges::find(names, name) != names.end();
}

// Functions that hand on what they were given, or part of it.
constexpr std::array<std::string_view, 14> passing{
    "first", "last",     "tail",  "skip",           "take", "single",         "ofType",
    "as",    "distinct", "trace", "checkModifiers", "sort", "defineVariable", "where"};
// Functions that look only at how many there are, or at what an answer says.
constexpr std::array<std::string_view, 7> touching{"exists", "empty", "count", "hasValue", "weight", "ordinal", "is"};
constexpr std::array<std::string_view, 3> clocks{"now", "today", "timeOfDay"};

/// `item`, `answer`, `item | answer.item`: what leads from items to the items inside them.
bool leadsToItems(Node const& node) {
    if (node.kind == Kind::Binary && node.op == Operator::Union)
        return leadsToItems(*node.left) && leadsToItems(*node.right);
    if (node.kind != Kind::Member || (node.text != "item" && node.text != "answer")) return false;
    return !node.left || leadsToItems(*node.left);
}

} // namespace

bool Analysis::hasErrors() const {
    return std::ranges::any_of(problems, [](Problem const& p) { return p.severity == Problem::Severity::Error; });
}

Analysis analyse(Expression const& expression, AnalysisOptions const& options) {
    Analysis analysis;
    TypeCheck(expression.program(), options, analysis.problems).run();
    ReadTracker(expression.program(), options, analysis.reads).run();
    analysis.cost = costOf(expression.program());
    return analysis;
}

void ReadTracker::run() {
    using Place = AnalysisOptions::Place;
    Source focus;
    if (m_options.place == Place::Response) focus.kind = Source::Kind::Response;
    if (m_options.place == Place::Item) focus = {Source::Kind::Items, {m_options.linkId}, false};
    m_defined.emplace("context", focus);
    use(follow(*m_program.root, focus));
}

ReadTracker::Source ReadTracker::follow(Node const& node, Source const& self) {
    std::vector<Node const*> spine;
    for (auto const* at = &node; at; at = at->left) spine.push_back(at);
    auto source = leaf(*spine.back(), self);
    for (spine.pop_back(); !spine.empty(); spine.pop_back()) source = apply(*spine.back(), std::move(source), self);
    return source;
}

ReadTracker::Source ReadTracker::leaf(Node const& node, Source const& self) {
    switch (node.kind) {
    case Kind::This: return self;
    case Kind::Variable: return variable(node);
    case Kind::Member: return node.selfType ? self : member(node, self); // QuestionnaireResponse.item
    case Kind::Call: {
        bool const isClock = isOneOf(node.text, clocks);
        m_reads.clock = m_reads.clock || isClock;
        return isClock ? Source{} : call(node, self, self);
    }
    default: return {};
    }
}

ReadTracker::Source ReadTracker::variable(Node const& node) {
    if (auto const known = m_defined.find(node.text); known != m_defined.end()) return known->second;
    if (node.text == "resource" || node.text == "rootResource")
        return {m_options.place == AnalysisOptions::Place::Elsewhere ? Source::Kind::Nowhere : Source::Kind::Response,
                {},
                false};
    bool const isBuiltIn = node.text == "sct" || node.text == "loinc" || node.text == "ucum" ||
                           node.text.starts_with("vs-") || node.text.starts_with("ext-");
    if (!isBuiltIn) m_reads.variables.insert(node.text);
    return {};
}

ReadTracker::Source ReadTracker::apply(Node const& node, Source left, Source const& self) {
    switch (node.kind) {
    case Kind::Member: return member(node, std::move(left));
    case Kind::Call:
        if (isOneOf(node.text, clocks)) m_reads.clock = true;
        return call(node, std::move(left), self);
    case Kind::At: use(follow(*node.right, self)); return left;
    case Kind::As: return left;
    case Kind::Is: touch(left); return {};
    case Kind::Binary: {
        auto right = follow(*node.right, self);
        if (node.op == Operator::Union) return merged(std::move(left), std::move(right));
        use(left);
        use(right);
        return {};
    }
    case Kind::This: return left;
    default: use(left); return {};
    }
}

ReadTracker::Source ReadTracker::inside(Source const& left) {
    Source source = left;
    source.isWhole = left.kind == Source::Kind::Response || left.isWhole;
    source.kind = Source::Kind::Inside;
    return source;
}

ReadTracker::Source ReadTracker::member(Node const& node, Source left) {
    switch (left.kind) {
    case Source::Kind::Nowhere: return {};
    case Source::Kind::Response:
        if (node.text == "item") return inside(left);
        m_reads.head = true;
        return {};
    case Source::Kind::Inside:
        if (node.text == "item") return left;
        use(left);
        return {};
    case Source::Kind::Items:
        if (node.text == "answer") return {Source::Kind::Answers, left.linkIds, false};
        [[fallthrough]];
    case Source::Kind::Answers: touch(left); return node.text == "item" ? inside(left) : Source{};
    }
    return {};
}

/// Of `linkId = 'a'`, also with `or`, `and`, `in`. Nothing: it tests something else.
std::optional<ReadTracker::LinkIds> ReadTracker::linkIdsOf(Node const& test) {
    if (test.kind != Kind::Binary) return std::nullopt;
    if (auto const filter = filterOf(test)) {
        if (filter->name.text() != "linkId") return std::nullopt;
        return LinkIds(filter->texts.begin(), filter->texts.end());
    }
    if (test.op == Operator::And) {
        auto found = linkIdsOf(*test.left);
        return found ? found : linkIdsOf(*test.right);
    }
    if (test.op != Operator::Or) return std::nullopt;
    auto a = linkIdsOf(*test.left);
    auto const b = linkIdsOf(*test.right);
    if (!a || !b) return std::nullopt;
    a->insert(b->begin(), b->end());
    return a;
}

/// where() and exists() with a test: items by their linkId.
ReadTracker::Source ReadTracker::narrowed(Node const& call, Source left, Source const&) {
    auto const& test = *call.arguments[0];
    auto const linkIds = left.kind == Source::Kind::Inside ? linkIdsOf(test) : std::nullopt;
    if (!linkIds) {
        use(follow(test, left));
        return left;
    }
    Source const items{Source::Kind::Items, *linkIds, false};
    touch(items);
    if (test.op == Operator::And) use(follow(test, items));
    return items;
}

ReadTracker::Source ReadTracker::call(Node const& node, Source left, Source const& self) {
    bool const hasTest = (node.text == "where" || node.text == "exists") && !node.arguments.empty();
    if (hasTest) {
        auto items = narrowed(node, std::move(left), self);
        if (node.text == "where") return items;
        touch(items);
        return {};
    }
    if (node.text == "repeat" && leadsToItems(*node.arguments[0])) return inside(left);
    if (node.text == "descendants" || node.text == "children") return inside(left);
    if (node.text == "select") return follow(*node.arguments[0], left);
    if (node.text == "defineVariable") {
        auto const name = node.arguments[0]->literal.text();
        auto value = node.arguments.size() > 1 ? follow(*node.arguments[1], left) : left;
        if (node.arguments[0]->kind == Kind::Literal && name)
            m_defined[*name] = std::move(value);
        else
            use(value);
        return left;
    }
    bool const seesLeft = node.function->eachItem || (node.text == "iif" && node.left);
    if (node.text == "ordinal" || node.text == "weight") m_reads.variables.insert("questionnaire");
    Source result;
    if (!node.function->takesType)
        for (auto const* argument : node.arguments) {
            auto source = follow(*argument, seesLeft ? left : self);
            bool const isResult =
                node.text == "union" || node.text == "combine" || (node.text == "iif" && argument != node.arguments[0]);
            if (isResult)
                result = merged(std::move(result), std::move(source));
            else
                use(source);
        }
    if (node.text == "union" || node.text == "combine") return merged(std::move(left), std::move(result));
    if (node.text == "iif") return result;
    if (isOneOf(node.text, passing)) return left;
    if (isOneOf(node.text, touching))
        touch(left);
    else
        use(left);
    return {};
}

ReadTracker::Source ReadTracker::merged(Source a, Source b) {
    if (a.kind == Source::Kind::Nowhere) return b;
    if (b.kind == Source::Kind::Nowhere) return a;
    if (a.kind == b.kind) {
        a.linkIds.merge(b.linkIds);
        a.isWhole = a.isWhole || b.isWhole;
        return a;
    }
    use(a);
    use(b);
    return {};
}

void ReadTracker::use(Source const& source) {
    switch (source.kind) {
    case Source::Kind::Nowhere: return;
    case Source::Kind::Response: m_reads.all = m_reads.head = true; return;
    case Source::Kind::Inside:
        if (source.isWhole) m_reads.all = true;
        [[fallthrough]];
    default: m_reads.subtrees.insert(source.linkIds.begin(), source.linkIds.end());
    }
}

void ReadTracker::touch(Source const& source) {
    switch (source.kind) {
    case Source::Kind::Items:
    case Source::Kind::Answers: m_reads.linkIds.insert(source.linkIds.begin(), source.linkIds.end()); return;
    case Source::Kind::Response: return; // it is always there
    default: use(source);
    }
}

namespace {

/// How deep loops over items are nested below a node.
int loops(Node const& node) {
    int deepest = 0, along = 0;
    for (auto const* at = &node; at; at = at->left) {
        int here = 0;
        if (at->right) deepest = std::max(deepest, loops(*at->right));
        for (auto const* argument : at->arguments) {
            bool const isLoop = at->kind == Kind::Call && at->function->eachItem && at->text != "iif";
            here = std::max(here, loops(*argument) + (isLoop ? 1 : 0));
        }
        if (isCallOf(at, "descendants")) here = std::max(here, 1);
        along = std::max(along, here);
    }
    return std::max(deepest, along);
}

} // namespace

Cost costOf(Program const& program) {
    return static_cast<Cost>(std::min(loops(*program.root), 2));
}

} // namespace kiosk::fhirpath
