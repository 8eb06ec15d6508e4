#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Result.h"
#include "kiosk/core/fhirpath/Collection.h"

#include <functional>
#include <map>
#include <string>

namespace kiosk::fhirpath {

/// How much one evaluation may do before it is an error (ErrorKind::Full) rather than a wait.
struct Budget {
    std::uint64_t steps = 20'000'000;     ///< nodes evaluated, items looked at
    std::uint64_t bytes = 64U << 20U;     ///< of texts and collections made
    std::chrono::milliseconds time{2000}; ///< on the wall
};

/// Finds the items of one QuestionnaireResponse by their linkId, so that an expression need not look for them.
class LinkIdIndex {
public:
    virtual ~LinkIdIndex() = default;
    /// Whether it knows all items of this resource as it is now.
    [[nodiscard]] virtual bool covers(Element const& response) const = 0;
    /// Appends the items of this linkId, in the order of the resource, at whatever depth.
    virtual void find(std::string_view linkId, Collection& items) const = 0;
};

/// What an expression can see beside its focus. All it refers to must outlive the evaluation, and what the result
/// refers to as long as the result is used.
struct Environment {
    using Variables = std::map<std::string, Collection, std::less<>>;

    Variables variables;                ///< without the %; `resource`, `context`… here win over what we would say
    Environment const* outer = nullptr; ///< whose variables are seen too, those here hiding them

    Instant now{};                ///< for now(), today(), timeOfDay()
    std::chrono::minutes zone{0}; ///< east of UTC

    /// The resource of a Reference.reference or a canonical; null: not known. Contained ones are found without it.
    std::function<Element const*(std::string_view reference)> resolve;
    /// Whether a code is in a value set that resolve() does not give; nothing: not known.
    std::function<std::optional<bool>(std::string_view valueSet, std::string_view system, std::string_view code)>
        memberOf;
    /// The score of a coding, for weight(); nothing: it has none.
    std::function<std::optional<Decimal>(Element const& coding)> weight;
    /// For trace(): never a log, values are patient data.
    std::function<void(std::string_view name, Collection const& values)> trace;
    LinkIdIndex const* index = nullptr;

    Budget budget;
    std::uint64_t* spent = nullptr; ///< if given, the steps that an evaluation took are added to it

    /// Null: no variable of this name here or further out.
    [[nodiscard]] Collection const* find(std::string_view variable) const;
};

class Expression;

/// The value of an expression for a focus (what a path starts at; %context). Invalid: what the specification calls an
/// error, with the place in the expression and never a value. Full: over the budget.
[[nodiscard]] Result<Collection> evaluate(Expression const& expression, Collection const& focus,
                                          Environment const& environment);

/// Items by linkId for one response. To be made anew when the response has changed.
class ItemIndex final : public LinkIdIndex {
public:
    explicit ItemIndex(Element const& response);
    [[nodiscard]] bool covers(Element const& response) const override { return &response == m_response; }
    void find(std::string_view linkId, Collection& items) const override;

private:
    Element const* m_response;
    std::multimap<std::string_view, Element const*> m_items; ///< equal ones in the order of the resource
};

} // namespace kiosk::fhirpath
