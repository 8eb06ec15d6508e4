#pragma once

#include "kiosk/core/fhirpath/Analysis.h"
#include "kiosk/core/fhirpath/Ast.h"

namespace kiosk::fhirpath {

/// Follows where in a QuestionnaireResponse the values of an expression come from. One use.
class ReadTracker {
public:
    ReadTracker(Program const& program, AnalysisOptions const& options, Reads& reads) :
        m_program(program), m_options(options), m_reads(reads) {}
    void run();

private:
    using LinkIds = std::set<std::string, std::less<>>;

    /// Where values are.
    struct Source {
        enum class Kind : std::uint8_t {
            Nowhere,  ///< not in the response, or read and noted already
            Response, ///< the response itself
            Inside,   ///< items that no linkId has narrowed yet: of the whole response, or inside `linkIds`
            Items,    ///< items of `linkIds`
            Answers,  ///< answers of those
        };
        Kind kind = Kind::Nowhere;
        LinkIds linkIds;
        bool isWhole = false; ///< Inside: of the whole response
    };

    Source follow(Node const& node, Source const& self);
    Source leaf(Node const& node, Source const& self);
    Source apply(Node const& node, Source left, Source const& self);
    Source member(Node const& node, Source left);
    Source call(Node const& node, Source left, Source const& self);
    Source narrowed(Node const& call, Source left, Source const& self);
    Source variable(Node const& node);
    Source merged(Source a, Source b);

    /// The values themselves are used, with all that is in them.
    void use(Source const& source);
    /// Only their number, or their text.
    void touch(Source const& source);
    static Source inside(Source const& left);
    static std::optional<LinkIds> linkIdsOf(Node const& test);

    Program const& m_program;
    AnalysisOptions const& m_options;
    Reads& m_reads;
    std::map<std::string_view, Source> m_defined;
};

[[nodiscard]] Cost costOf(Program const& program);

} // namespace kiosk::fhirpath
