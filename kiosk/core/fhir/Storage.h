#pragma once

#include "kiosk/core/fhir/Document.h"

#include <deque>
#include <unordered_map>
#include <vector>

namespace kiosk::fhir {

/// Where the elements of one Document are: blocks that never move, and a list of what was erased, to be used again.
struct Document::Storage {
    Element root;
    std::uint64_t revision = 0;

    Element& make() {
        if (!m_free) addBlock();
        auto& element = *m_free;
        m_free = element.m_next;
        element.m_next = nullptr;
        return element;
    }

    /// `element` is no longer linked to anything and has no children.
    void recycle(Element& element) {
        element.m_text = {};
        element.m_parent = element.m_previous = element.m_firstChild = element.m_lastChild = nullptr;
        element.m_info = nullptr;
        element.m_type = nullptr;
        element.m_kind = Element::Kind::Object;
        element.m_shadow = Element::Shadow::Absent;
        element.m_isListed = element.m_isResource = false;
        element.m_next = m_free;
        m_free = &element;
    }

    /// Of the model, else interned here.
    Name intern(std::string_view text) {
        if (auto const known = Model::r4().name(text); known.isOfModel()) return known;
        if (auto const found = m_names.find(text); found != m_names.end()) return Name(&found->second);
        std::string_view const kept = m_nameTexts.emplace_back(text);
        return Name(&m_names.emplace(kept, Name::Entry{kept, false}).first->second);
    }

private:
    void addBlock() {
        constexpr std::size_t smallest = 16, largest = 1024;
        auto const size = m_blocks.empty() ? smallest : std::min(largest, 2 * m_blockSize);
        auto& block = m_blocks.emplace_back(std::make_unique<Element[]>(size));
        m_blockSize = size;
        for (std::size_t i = size; i-- > 0;) {
            block[i].m_next = m_free;
            m_free = &block[i];
        }
    }

    std::vector<std::unique_ptr<Element[]>> m_blocks;
    std::size_t m_blockSize = 0;
    Element* m_free = nullptr;
    std::deque<std::string> m_nameTexts;
    std::unordered_map<std::string_view, Name::Entry> m_names;
};

} // namespace kiosk::fhir
