#pragma once

#include "kiosk/core/fhir/Element.h"
#include "kiosk/core/fhirpath/Decimal.h"
#include "kiosk/core/fhirpath/Temporal.h"

#include <memory>
#include <variant>

namespace kiosk::fhirpath {

using fhir::Element;
using fhir::Type;

/// A number with a unit: of UCUM ('mg'), or a calendar duration ("month").
struct Quantity {
    Decimal value;
    std::string unit; ///< the code; "1" for none; the singular word of a calendar duration
    std::optional<CalendarUnit> calendar = std::nullopt;
};

/// What type() gives: a name in a namespace, "FHIR" or "System".
struct TypeName {
    std::string_view space;
    std::string_view name;
    friend bool operator==(TypeName const&, TypeName const&) = default;
};

/// The types of FHIRPath itself. None: an element that has children rather than a value.
enum class SystemType : std::uint8_t { None, Boolean, Integer, Long, Decimal, String, Date, DateTime, Time, Quantity };
[[nodiscard]] std::string_view nameOf(SystemType type);
/// Nothing: no such type.
[[nodiscard]] std::optional<SystemType> systemTypeOf(std::string_view name);
/// What a primitive of FHIR is to FHIRPath: "code" a String; of a Quantity and what is derived from it, Quantity.
[[nodiscard]] SystemType systemTypeOf(Type const& type);

/// One item of a collection: an element of a Document (not copied: it must live as long as the value), or a value of
/// FHIRPath's own.
class Value {
public:
    using Text = std::shared_ptr<const std::string>;
    using Variant = std::variant<Element const*, bool, std::int32_t, std::int64_t, Decimal, Text, Temporal,
                                 std::shared_ptr<const Quantity>, TypeName>;

    Value() = default;
    explicit Value(Element const& element) : m_value(&element) {}
    explicit Value(bool value) : m_value(value) {}
    explicit Value(std::int32_t value) : m_value(value) {}
    explicit Value(std::int64_t value) : m_value(value) {}
    explicit Value(Decimal const& value) : m_value(value) {}
    explicit Value(std::string text) : m_value(std::make_shared<const std::string>(std::move(text))) {}
    explicit Value(Text text) : m_value(std::move(text)) {}
    explicit Value(Temporal const& value) : m_value(value) {}
    explicit Value(Quantity value) : m_value(std::make_shared<const Quantity>(std::move(value))) {}
    explicit Value(TypeName const& type) : m_value(type) {}
    Value(void const*) = delete;

    /// Null: not an element.
    [[nodiscard]] Element const* element() const {
        auto const* held = std::get_if<Element const*>(&m_value);
        return held ? *held : nullptr;
    }
    template <typename T>
    [[nodiscard]] T const* as() const {
        return std::get_if<T>(&m_value);
    }

    /// What it is to FHIRPath: of an element what its value is, by its FHIR type or else by how JSON wrote it.
    [[nodiscard]] SystemType type() const;
    /// The FHIR type of an element, or the System type.
    [[nodiscard]] TypeName typeName() const;

    // An element counts as the value it has. Nothing: it is not of that type.
    [[nodiscard]] std::optional<bool> boolean() const;
    [[nodiscard]] std::optional<std::int64_t> integer() const;  ///< Integer and Long
    [[nodiscard]] std::optional<Decimal> decimal() const;       ///< Integer and Long too
    [[nodiscard]] std::optional<std::string_view> text() const; ///< as long as the value lives
    [[nodiscard]] std::optional<Temporal> temporal() const;
    [[nodiscard]] std::shared_ptr<const Quantity> quantity() const; ///< null: it is none
    /// The value without the element around it; itself if there is none.
    [[nodiscard]] Value simple() const;

private:
    Variant m_value = static_cast<Element const*>(nullptr);
};

/// FHIRPath as text, as toString() writes it. Nothing: an element without a value.
[[nodiscard]] std::optional<std::string> toText(Value const& value);
/// As JSON: numbers as they were written, dates as strings, elements whole.
[[nodiscard]] std::string toJson(Value const& value);

/// "1 'mg'", "4 days", "4.5"
[[nodiscard]] std::optional<Quantity> parseQuantity(std::string_view text);

} // namespace kiosk::fhirpath
