// Items of a response by their linkId, instead of looking for them.

#include "kiosk/core/fhirpath/Evaluation.h"

#include <unordered_map>
#include <unordered_set>

namespace kiosk::fhirpath {

namespace {

using Elements = std::vector<Element const*>;

void sortSiblings(Elements& children) {
    std::unordered_set<Element const*> const wanted(children.begin(), children.end());
    auto const* at = children.front()->parent()->firstChild();
    for (auto& child : children) {
        while (!wanted.contains(at)) at = at->next();
        child = std::exchange(at, at->next());
    }
}

/// In the order in which descendants() finds them: level by level. Siblings are walked along only where the ways to
/// several of them part.
Collection byLevel(Element const& root, Collection const& elements) {
    std::unordered_map<Element const*, Elements> ways;
    std::unordered_set<Element const*> wanted, seen;
    for (auto const& value : elements) {
        wanted.insert(value.element());
        for (auto const* at = value.element(); at != &root && seen.insert(at).second; at = at->parent())
            ways[at->parent()].push_back(at);
    }
    Collection ordered;
    Elements level{&root};
    for (std::size_t i = 0; i < level.size(); ++i) {
        auto const* at = level[i];
        if (wanted.contains(at)) ordered.push(Value(*at));
        auto const way = ways.find(at);
        if (way == ways.end()) continue;
        if (way->second.size() > 1) sortSiblings(way->second);
        level.insert(level.end(), way->second.begin(), way->second.end());
    }
    return ordered;
}

} // namespace

std::optional<Collection> Evaluation::indexed(Node const& source, Node const& filter, Collection const& from) const {
    static fhir::Name const linkId = fhir::Model::r4().name("linkId"), item = fhir::Model::r4().name("item");
    if (!(filter.filter->name == linkId) || from.size() != 1 || !from.front().element()) return std::nullopt;
    auto const& response = *from.front().element();
    auto const isItem = [](Node const& node) { return node.kind == Node::Kind::Member && node.name == item; };
    bool const isDeep = isCallOf(&source, "descendants") ||
                        (isCallOf(&source, "repeat") && isItem(*source.arguments[0]) && !source.arguments[0]->left);
    if (!isDeep && !isItem(source)) return std::nullopt;
    if (!m_environment.index->covers(response)) return std::nullopt;
    bool const reachesAnswers = isCallOf(&source, "descendants");
    // item.where() sees only the first level, repeat(item) no items inside answers.
    auto const isReached = [&](Value const& value) {
        auto const* parent = value.element()->parent();
        while (isDeep && parent && parent != &response && (reachesAnswers || parent->member() == item))
            parent = parent->parent();
        return parent == &response;
    };
    Collection found, items;
    for (auto const linkIdText : filter.filter->texts) m_environment.index->find(linkIdText, found);
    for (auto const& value : found)
        if (isReached(value)) items.push(value);
    return items.size() > 1 ? byLevel(response, items) : items;
}

ItemIndex::ItemIndex(Element const& response) : m_response(&response) {
    static fhir::Name const linkId = fhir::Model::r4().name("linkId");
    auto const* at = response.firstChild();
    while (at) {
        auto const* id = at->child(linkId);
        if (id && at->member().text() == "item") m_items.emplace(id->text(), at);
        if (at->firstChild()) {
            at = at->firstChild();
            continue;
        }
        while (at != &response && !at->next()) at = at->parent();
        at = at == &response ? nullptr : at->next();
    }
}

void ItemIndex::find(std::string_view linkId, Collection& items) const {
    auto const [first, last] = m_items.equal_range(linkId);
    for (auto at = first; at != last; ++at) items.push(Value(*at->second));
}

} // namespace kiosk::fhirpath
