#include "kiosk/core/fhir/Model.h"

#include <algorithm>
#include <deque>
#include <string>
#include <unordered_map>

namespace kiosk::fhir {

namespace {

constexpr std::string_view lines[] = {
#include "kiosk/core/fhir/R4Model.inc"
};

/// The part of `text` before `end`, which is taken off with it.
std::string_view takeUntil(std::string_view& text, char end) {
    auto const at = text.find(end);
    auto const part = text.substr(0, at);
    text.remove_prefix(at == std::string_view::npos ? text.size() : at + 1);
    return part;
}

std::string capital(std::string_view name) {
    std::string text(name);
    if (text.front() >= 'a' && text.front() <= 'z') text.front() = static_cast<char>(text.front() - 'a' + 'A');
    return text;
}

Type::System systemOf(std::string_view name, Type const* base, Type::Kind kind) {
    using System = Type::System;
    if (base && base->system() != System::None) return base->system();
    if (name == "Quantity") return System::Quantity;
    if (kind != Type::Kind::Primitive) return System::None;
    if (name == "boolean") return System::Boolean;
    if (name == "integer") return System::Integer;
    if (name == "decimal") return System::Decimal;
    if (name == "date") return System::Date;
    if (name == "dateTime" || name == "instant") return System::DateTime;
    if (name == "time") return System::Time;
    return System::String;
}

} // namespace

Type::Type(std::string_view name, Type const* base, Kind kind) :
    m_name(name), m_base(base), m_kind(kind), m_system(systemOf(name, base, kind)) {}

bool Type::is(Type const& other) const {
    for (auto const* type = this; type; type = type->m_base)
        if (type == &other) return true;
    return false;
}

void Type::index() {
    for (std::uint32_t i = 0; i < m_elements.size(); ++i) m_byMember.push_back(i);
    std::ranges::sort(m_byMember, {}, [this](std::uint32_t i) { return m_elements[i].member.text(); });
}

ElementInfo const* Type::findMember(Name member) const {
    if (!member.isOfModel()) return nullptr;
    auto const textOf = [this](std::uint32_t i) { return m_elements[i].member.text(); };
    auto const found = std::ranges::lower_bound(m_byMember, member.text(), {}, textOf);
    if (found != m_byMember.end() && m_elements[*found].member == member) return &m_elements[*found];
    return m_base ? m_base->findMember(member) : nullptr;
}

ElementInfo const* Type::findElement(Name element) const {
    for (auto const& info : m_elements)
        if (info.element == element) return &info;
    return m_base ? m_base->findElement(element) : nullptr;
}

struct Model::Tables {
    std::unordered_map<std::string_view, Name::Entry> names;
    std::unordered_map<std::string_view, Type*> types;
    std::deque<Type> typesInOrder;
    std::deque<std::string> composedNames; ///< "valueQuantity": not a part of the text that is compiled in
};

/// Reads R4Model.inc: first the types, then their elements, which refer to types.
class ModelReader {
public:
    explicit ModelReader(Model::Tables& tables) : m_tables(tables) {}

    void read() {
        intern("resourceType");
        for (auto line : lines) addType(line);
        for (auto line : lines) addElements(line);
        for (auto& type : m_tables.typesInOrder) type.index();
    }

private:
    static Type::Kind kindOf(std::string_view name, Type const* base) {
        if (base && base->kind() == Type::Kind::Resource) return Type::Kind::Resource;
        if (name == "Resource") return Type::Kind::Resource;
        if (name.find('.') != std::string_view::npos) return Type::Kind::Part;
        return name.front() >= 'a' && name.front() <= 'z' ? Type::Kind::Primitive : Type::Kind::Complex;
    }

    /// Bases may stand behind what is derived from them.
    Type* addType(std::string_view line) {
        auto const name = takeUntil(line, ' ');
        auto const base = takeUntil(line, ' ');
        if (auto const found = m_tables.types.find(name); found != m_tables.types.end()) return found->second;
        Type const* baseType = nullptr;
        if (base != "-") baseType = addType(lineOf(base));
        auto& type = m_tables.typesInOrder.emplace_back(name, baseType, kindOf(name, baseType));
        return m_tables.types[name] = &type;
    }

    static std::string_view lineOf(std::string_view type) {
        return *std::ranges::find_if(lines, [&](std::string_view line) { return takeUntil(line, ' ') == type; });
    }

    void addElements(std::string_view line) {
        auto& type = *m_tables.types.at(takeUntil(line, ' '));
        takeUntil(line, ' ');
        while (!line.empty()) addElement(type, takeUntil(line, ' '));
    }

    void addElement(Type& type, std::string_view word) {
        auto name = takeUntil(word, ':');
        bool const isList = word.ends_with('*'), isChoice = name.ends_with("[x]");
        if (isList) word.remove_suffix(1);
        if (isChoice) name.remove_suffix(3);
        auto const element = intern(name);
        while (!word.empty()) {
            auto const of = takeUntil(word, '|');
            auto const member =
                isChoice ? intern(m_tables.composedNames.emplace_back(std::string(name) + capital(of))) : element;
            type.m_elements.push_back({member, element, m_tables.types.at(of), isList, isChoice});
        }
    }

    Name intern(std::string_view text) {
        return Name(&m_tables.names.try_emplace(text, Name::Entry{text, true}).first->second);
    }

    Model::Tables& m_tables;
};

Model::Model() : m_tables(std::make_unique<Tables>()) {
    ModelReader(*m_tables).read();
}
Model::~Model() = default;

Model const& Model::r4() {
    static Model const model;
    return model;
}

Type const* Model::find(std::string_view type) const {
    auto const found = m_tables->types.find(type);
    return found == m_tables->types.end() ? nullptr : found->second;
}

Name Model::name(std::string_view text) const {
    auto const found = m_tables->names.find(text);
    return found == m_tables->names.end() ? Name{} : Name(&found->second);
}

} // namespace kiosk::fhir
