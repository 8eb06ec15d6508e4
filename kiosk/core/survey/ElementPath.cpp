#include "kiosk/core/survey/ElementPath.h"

#include "kiosk/core/survey/ValueWriter.h"

namespace kiosk::survey {

namespace {

constexpr std::string_view choiceMark = "[x]";

std::string_view takeStep(std::string_view& id) {
    auto const end = std::min(id.find('.'), id.size());
    auto const step = id.substr(0, end);
    id.remove_prefix(std::min(end + 1, id.size()));
    return step;
}

/// `value[x]:valueQuantity` is a slice by type, which needs no profile.
Result<std::string_view> memberOf(std::string_view step) {
    auto const colon = step.find(':');
    auto name = step.substr(0, colon);
    bool const isChoice = name.ends_with(choiceMark);
    if (isChoice) name.remove_suffix(choiceMark.size());
    if (colon == std::string_view::npos) return name;
    auto const slice = step.substr(colon + 1);
    if (isChoice && slice.starts_with(name)) return slice;
    return fail(ErrorKind::Invalid, "'" + std::string(step) + "' is a slice of a profile that is not at hand");
}

} // namespace

Result<std::vector<PathStep>> parseElementId(std::string_view id, fhir::Type const& resource) {
    if (takeStep(id) != resource.name())
        return fail(ErrorKind::Invalid, "is not an element of " + std::string(resource.name()));
    std::vector<PathStep> steps;
    auto const* type = &resource;
    while (!id.empty()) {
        auto const member = TRY(memberOf(takeStep(id)));
        auto const infos = type ? membersNamed(*type, member) : std::vector<fhir::ElementInfo const*>{};
        if (infos.empty())
            return fail(ErrorKind::Invalid, "FHIR R4 has no element '" + std::string(member) + "' in " +
                                                std::string(type ? type->name() : "a choice without a type"));
        bool const isOpen = infos.front()->isChoice && infos.front()->member.text() != member;
        steps.push_back({std::string(member), infos.front(), isOpen});
        type = isOpen ? nullptr : infos.front()->type;
    }
    return steps;
}

} // namespace kiosk::survey
