#pragma once

#include "kiosk/core/base/Result.h"
#include "kiosk/core/survey/Library.h"

#include <map>
#include <optional>
#include <string>

namespace kiosk::survey {

/// The value sets a form can use without a terminology server: contained in it, in the library, or ours. A set is
/// known if it is expanded, lists its concepts, or takes a code system that is at hand whole.
class ValueSets {
public:
    /// Both must outlive this.
    ValueSets(fhir::Element const& questionnaire, Library const& library);
    ValueSets(ValueSets const&) = delete;
    ValueSets& operator=(ValueSets const&) = delete;
    ~ValueSets();

    using Members = std::vector<fhir::Element const*>;

    /// Its codings, each a valueCoding with display and the weight the set gives it. They live as long as document().
    /// NotFound: not at hand. Invalid: it cannot be expanded here (a filter, a server's system), it has more than
    /// 10,000 codes, or all sets together took too long.
    [[nodiscard]] Result<Members> expand(std::string_view canonical);
    /// The words of a coding as a valueString, for questions that take text.
    [[nodiscard]] fhir::Element const& words(fhir::Element const& coding);
    /// The codings of all sets. For the form to keep.
    [[nodiscard]] fhir::Document takeDocument();

private:
    [[nodiscard]] fhir::Element const* find(std::string_view type, std::string_view canonical);
    /// Whether there is still leave to look at `count` more resources or codes.
    bool mayLook(std::size_t count = 1);
    Result<void> addSet(fhir::Element const& valueSet, Members& members, int depth);
    Result<void> addInclude(fhir::Element const& include, Members& members, int depth);
    void addContained(fhir::Element const& parent, Members& members, int depth);
    Result<void> addSystem(std::string_view system, Members& members);
    void addConcepts(fhir::Element const& parent, std::string_view system, Members& members, int depth);
    void remove(fhir::Element const& exclude, Members& members);
    Result<void> addBuiltIn(std::string_view canonical, Members& members);
    void add(std::string_view system, fhir::Element const& concept_, Members& members);
    fhir::Element const& coding(std::string_view system, fhir::Element const& concept_);
    fhir::Element& emptyCoding(std::string_view system, std::string_view code);

    fhir::Element const& m_questionnaire;
    Library const& m_library;
    fhir::Document m_document;
    std::size_t m_looks = 0;
    std::map<std::string, Members, std::less<>> m_known;
};

} // namespace kiosk::survey
