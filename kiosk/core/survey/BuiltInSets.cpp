#include "kiosk/core/survey/BuiltInSets.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

// LOINC answer list LL358-3, "this material contains content from LOINC (http://loinc.org)": see instruments/README.
constexpr std::array howOften{BuiltInCode{"LA6568-5", "Not at all", 0}, BuiltInCode{"LA6569-3", "Several days", 1},
                              BuiltInCode{"LA6570-1", "More than half the days", 2},
                              BuiltInCode{"LA6571-9", "Nearly every day", 3}};

constexpr std::array itemTypes{BuiltInCode{"group", "Group"},
                               BuiltInCode{"display", "Display"},
                               BuiltInCode{"question", "Question"},
                               BuiltInCode{"boolean", "Boolean"},
                               BuiltInCode{"decimal", "Decimal"},
                               BuiltInCode{"integer", "Integer"},
                               BuiltInCode{"date", "Date"},
                               BuiltInCode{"dateTime", "Date Time"},
                               BuiltInCode{"time", "Time"},
                               BuiltInCode{"string", "String"},
                               BuiltInCode{"text", "Text"},
                               BuiltInCode{"url", "Url"},
                               BuiltInCode{"choice", "Choice"},
                               BuiltInCode{"open-choice", "Open Choice"},
                               BuiltInCode{"attachment", "Attachment"},
                               BuiltInCode{"reference", "Reference"},
                               BuiltInCode{"quantity", "Quantity"}};

constexpr std::array genders{BuiltInCode{"male", "Male"}, BuiltInCode{"female", "Female"},
                             BuiltInCode{"other", "Other"}, BuiltInCode{"unknown", "Unknown"}};

constexpr std::array yesNo{BuiltInCode{"Y", "Yes"}, BuiltInCode{"N", "No"}};

#include "kiosk/core/survey/Countries.inc"

constexpr std::array sets{
    BuiltInSet{"http://loinc.org/vs/LL358-3", "http://loinc.org", howOften},
    BuiltInSet{"http://hl7.org/fhir/ValueSet/item-type", "http://hl7.org/fhir/item-type", itemTypes},
    BuiltInSet{"http://hl7.org/fhir/ValueSet/administrative-gender", "http://hl7.org/fhir/administrative-gender",
               genders},
    BuiltInSet{"http://terminology.hl7.org/ValueSet/v2-0532", "http://terminology.hl7.org/CodeSystem/v2-0136", yesNo},
    BuiltInSet{"http://hl7.org/fhir/ValueSet/jurisdiction", "urn:iso:std:iso:3166", countries},
    BuiltInSet{"http://hl7.org/fhir/ValueSet/iso3166-1-2", "urn:iso:std:iso:3166", countries}};

} // namespace

BuiltInSet const* builtInSet(std::string_view url) {
    auto const* const found = std::ranges::find(sets, url.substr(0, url.find('|')), &BuiltInSet::url);
    return found == sets.end() ? nullptr : found;
}

} // namespace kiosk::survey
