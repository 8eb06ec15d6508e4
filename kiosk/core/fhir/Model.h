#pragma once

#include <cstdint>
#include <memory>
#include <string_view>
#include <vector>

namespace kiosk::fhir {

/// The name of a member, interned: by the model if FHIR R4 knows it, else by the Document it came with. Cheap to copy
/// and to compare; lives as long as what interned it.
class Name {
public:
    struct Entry {
        std::string_view text;
        bool isOfModel = false;
    };
    Name() = default;
    explicit Name(Entry const* entry) : m_entry(entry) {}
    [[nodiscard]] std::string_view text() const { return m_entry ? m_entry->text : std::string_view{}; }
    [[nodiscard]] bool isOfModel() const { return m_entry && m_entry->isOfModel; }

    friend bool operator==(Name a, Name b) {
        // The model interns all its names, so two that differ there are different texts.
        return a.m_entry == b.m_entry || (!a.isOfModel() && !b.isOfModel() && a.text() == b.text());
    }

private:
    Entry const* m_entry = nullptr;
};

class Type;

/// A member that objects of a type may have. A choice (value[x]) is one of these for each of its types.
struct ElementInfo {
    Name member;  ///< as in JSON: "valueQuantity"
    Name element; ///< as in FHIRPath: "value"
    Type const* type = nullptr;
    bool isList = false;
    bool isChoice = false;
};

/// A type of FHIR R4: "Patient", "Quantity", "code", or the part of a resource, "Questionnaire.item".
class Type {
public:
    enum class Kind : std::uint8_t { Primitive, Complex, Part, Resource };
    /// The type of FHIRPath that values are of: a code is a String. None: values are objects.
    enum class System : std::uint8_t { None, Boolean, Integer, Decimal, String, Date, DateTime, Time, Quantity };

    Type(std::string_view name, Type const* base, Kind kind);

    [[nodiscard]] std::string_view name() const { return m_name; }
    [[nodiscard]] Type const* base() const { return m_base; } ///< null for Element and Resource
    [[nodiscard]] Kind kind() const { return m_kind; }
    [[nodiscard]] System system() const { return m_system; }
    /// This type or one it is derived from.
    [[nodiscard]] bool is(Type const& other) const;
    /// By the name in JSON, inherited ones too. Null: no such member.
    [[nodiscard]] ElementInfo const* findMember(Name member) const;
    /// By the name in FHIRPath; of a choice any one. Null: no such element.
    [[nodiscard]] ElementInfo const* findElement(Name element) const;
    /// What this type itself brings in, in the order of the specification.
    [[nodiscard]] std::vector<ElementInfo> const& ownElements() const { return m_elements; }

private:
    friend class ModelReader;
    void index();

    std::string_view m_name;
    Type const* m_base;
    Kind m_kind;
    System m_system;
    std::vector<ElementInfo> m_elements;
    std::vector<std::uint32_t> m_byMember; ///< indexes into m_elements, in order of the names' texts
};

/// FHIR R4 (4.0.1), made once at first use. Any thread. The facts are in R4Model.inc.
class Model {
public:
    [[nodiscard]] static Model const& r4();

    /// Null: no such type.
    [[nodiscard]] Type const* find(std::string_view type) const;
    /// The interned name; empty if FHIR R4 has no element or member of it.
    [[nodiscard]] Name name(std::string_view text) const;

    Model(Model const&) = delete;
    Model& operator=(Model const&) = delete;
    ~Model();

private:
    friend class ModelReader;
    Model();
    struct Tables;
    std::unique_ptr<Tables> m_tables;
};

} // namespace kiosk::fhir
