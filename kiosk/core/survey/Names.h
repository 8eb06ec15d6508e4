#pragma once

#include <string_view>

/// The canonical names that questionnaires use: HL7's where there is one, else ours.
namespace kiosk::survey::names {

inline constexpr std::string_view translation = "http://hl7.org/fhir/StructureDefinition/translation";
inline constexpr std::string_view ordinalValue = "http://hl7.org/fhir/StructureDefinition/ordinalValue";
inline constexpr std::string_view itemWeight = "http://hl7.org/fhir/StructureDefinition/itemWeight";
inline constexpr std::string_view minValue = "http://hl7.org/fhir/StructureDefinition/minValue";
inline constexpr std::string_view maxValue = "http://hl7.org/fhir/StructureDefinition/maxValue";
inline constexpr std::string_view hidden = "http://hl7.org/fhir/StructureDefinition/questionnaire-hidden";
inline constexpr std::string_view itemControl = "http://hl7.org/fhir/StructureDefinition/questionnaire-itemControl";
inline constexpr std::string_view optionExclusive =
    "http://hl7.org/fhir/StructureDefinition/questionnaire-optionExclusive";
inline constexpr std::string_view optionPrefix = "http://hl7.org/fhir/StructureDefinition/questionnaire-optionPrefix";
inline constexpr std::string_view openLabel =
    "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-openLabel";

/// On a Questionnaire: how a score is computed (ScoreRule.h has its parts).
inline constexpr std::string_view score = "http://candor.example/fhir/StructureDefinition/score";
/// On an item, valueInteger: an answer that weighs this much or more shows the safety text at once.
inline constexpr std::string_view safetyThreshold = "http://candor.example/fhir/StructureDefinition/safety-threshold";
/// On a Questionnaire, valueBoolean: offered only where the practice named a safety contact.
inline constexpr std::string_view needsSafetyContact =
    "http://candor.example/fhir/StructureDefinition/needs-safety-contact";
/// On a Questionnaire, valueInteger: how many minutes it takes most people.
inline constexpr std::string_view estimatedMinutes = "http://candor.example/fhir/StructureDefinition/estimated-minutes";
/// On a Questionnaire, valueCode, may repeat: a language of the form in which its words are a draft that no person has
/// reviewed. `practice-admin pack` offers such words only where it is told to.
inline constexpr std::string_view translationAwaitsReview =
    "http://candor.example/fhir/StructureDefinition/translation-awaits-review";

inline constexpr std::string_view ourCodes = "http://candor.example/fhir/CodeSystem/survey";
inline constexpr std::string_view observationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";
inline constexpr std::string_view dataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

} // namespace kiosk::survey::names
