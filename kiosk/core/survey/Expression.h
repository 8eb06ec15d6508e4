#pragma once

#include "kiosk/core/fhirpath/Analysis.h"
#include "kiosk/core/survey/Item.h"

namespace kiosk::survey {

/// An expression of a form, with what it is for.
struct Expression {
    Role role = Role::Variable;
    std::string text;
    std::string language;       ///< `text/fhirpath`, `application/x-fhir-query`, `text/cql`
    std::string name;           ///< of a variable, without %
    Item const* item = nullptr; ///< null: of the form itself
    Element const* source = nullptr;
    std::optional<fhirpath::Expression> program; ///< nothing: not FHIRPath, or it cannot be read
    fhirpath::Reads reads;
    bool hangsOnOutside = false; ///< itself or through variables: on the clock, or on what is handed in

    [[nodiscard]] bool isFhirPath() const { return language == "text/fhirpath"; }
    [[nodiscard]] bool isQuery() const { return language == "application/x-fhir-query"; }
};

} // namespace kiosk::survey
