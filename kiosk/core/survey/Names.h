#pragma once

#include <array>
#include <string_view>

/// The canonical names that questionnaires use: HL7's where there is one, else ours.
namespace kiosk::survey::names {

#define CANDOR_HL7 "http://hl7.org/fhir/StructureDefinition/"
#define CANDOR_SDC "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-"
using Name = std::string_view;

// Texts
inline constexpr Name translation = CANDOR_HL7 "translation";
inline constexpr Name renderingStyle = CANDOR_HL7 "rendering-style";
inline constexpr Name renderingXhtml = CANDOR_HL7 "rendering-xhtml";
inline constexpr Name renderingMarkdown = CANDOR_HL7 "rendering-markdown";
inline constexpr Name cqfExpression = CANDOR_HL7 "cqf-expression";
inline constexpr Name cqfCalculatedValue = CANDOR_HL7 "cqf-calculatedValue";

// How a question looks
inline constexpr Name itemControl = CANDOR_HL7 "questionnaire-itemControl";
inline constexpr Name choiceOrientation = CANDOR_HL7 "questionnaire-choiceOrientation";
inline constexpr Name choiceColumn = CANDOR_SDC "choiceColumn";
inline constexpr Name columnCount = CANDOR_SDC "columnCount";
inline constexpr Name width = CANDOR_SDC "width";
inline constexpr Name collapsible = CANDOR_SDC "collapsible";
inline constexpr Name displayCategory = CANDOR_HL7 "questionnaire-displayCategory";
inline constexpr Name shortText = CANDOR_SDC "shortText";
inline constexpr Name supportLink = CANDOR_HL7 "questionnaire-supportLink";
inline constexpr Name entryFormat = CANDOR_HL7 "entryFormat";
inline constexpr Name keyboard = CANDOR_SDC "keyboard";
inline constexpr Name sliderStep = CANDOR_HL7 "questionnaire-sliderStepValue";
inline constexpr Name itemMedia = CANDOR_SDC "itemMedia";
inline constexpr Name itemAnswerMedia = CANDOR_SDC "itemAnswerMedia";
inline constexpr Name openLabel = CANDOR_SDC "openLabel";
inline constexpr Name optionPrefix = CANDOR_HL7 "questionnaire-optionPrefix";
inline constexpr Name optionExclusive = CANDOR_HL7 "questionnaire-optionExclusive";

// Who is asked, and when
inline constexpr Name hidden = CANDOR_HL7 "questionnaire-hidden";
inline constexpr Name usageMode = CANDOR_HL7 "questionnaire-usageMode";
inline constexpr Name entryMode = CANDOR_SDC "entryMode";
inline constexpr Name signatureRequired = CANDOR_HL7 "questionnaire-signatureRequired";
inline constexpr Name responseSignature = CANDOR_HL7 "questionnaireresponse-signature";
inline constexpr Name enableWhenExpression = CANDOR_SDC "enableWhenExpression";

// Which answers are right
inline constexpr Name minValue = CANDOR_HL7 "minValue";
inline constexpr Name maxValue = CANDOR_HL7 "maxValue";
inline constexpr Name minQuantity = CANDOR_SDC "minQuantity";
inline constexpr Name maxQuantity = CANDOR_SDC "maxQuantity";
inline constexpr Name minLength = CANDOR_HL7 "minLength";
inline constexpr Name maxDecimalPlaces = CANDOR_HL7 "maxDecimalPlaces";
inline constexpr Name regex = CANDOR_HL7 "regex";
inline constexpr Name minOccurs = CANDOR_HL7 "questionnaire-minOccurs";
inline constexpr Name maxOccurs = CANDOR_HL7 "questionnaire-maxOccurs";
inline constexpr Name mimeType = CANDOR_HL7 "mimeType";
inline constexpr Name maxSize = CANDOR_HL7 "maxSize";
inline constexpr Name unit = CANDOR_HL7 "questionnaire-unit";
inline constexpr Name unitOption = CANDOR_HL7 "questionnaire-unitOption";
inline constexpr Name unitOpen = CANDOR_SDC "unitOpen";
inline constexpr Name unitSupplementalSystem = CANDOR_SDC "unitSupplementalSystem";
inline constexpr Name unitValueSet = CANDOR_HL7 "questionnaire-unitValueSet";
inline constexpr Name referenceResource = CANDOR_HL7 "questionnaire-referenceResource";
inline constexpr Name targetConstraint = CANDOR_HL7 "targetConstraint";
inline constexpr Name constraint = CANDOR_HL7 "questionnaire-constraint";
inline constexpr Name preferredTerminologyServer = CANDOR_SDC "preferredTerminologyServer";

// Expressions
inline constexpr Name variable = CANDOR_HL7 "variable";
inline constexpr Name launchContext = CANDOR_SDC "launchContext";
inline constexpr Name initialExpression = CANDOR_SDC "initialExpression";
inline constexpr Name calculatedExpression = CANDOR_SDC "calculatedExpression";
inline constexpr Name answerExpression = CANDOR_SDC "answerExpression";
inline constexpr Name candidateExpression = CANDOR_SDC "candidateExpression";
inline constexpr Name optionsToggle = CANDOR_SDC "answerOptionsToggleExpression";
inline constexpr Name itemPopulationContext = CANDOR_SDC "itemPopulationContext";

// Scores
inline constexpr Name ordinalValue = CANDOR_HL7 "ordinalValue";
inline constexpr Name itemWeight = CANDOR_HL7 "itemWeight";

// Parts of other forms, and what becomes of the answers
inline constexpr Name subQuestionnaire = CANDOR_SDC "subQuestionnaire";
inline constexpr Name observationExtract = CANDOR_SDC "observationExtract";
inline constexpr Name observationCategories = CANDOR_SDC "observation-extract-category";
inline constexpr Name extractAllocateId = CANDOR_SDC "extractAllocateId";
inline constexpr Name definitionExtract = CANDOR_SDC "definitionExtract";
inline constexpr Name definitionExtractValue = CANDOR_SDC "definitionExtractValue";
inline constexpr Name itemExtractionContext = CANDOR_SDC "itemExtractionContext"; ///< of SDC 3
inline constexpr Name templateExtract = CANDOR_SDC "templateExtract";
inline constexpr Name templateExtractBundle = CANDOR_SDC "templateExtractBundle";
inline constexpr Name templateExtractContext = CANDOR_SDC "templateExtractContext";
inline constexpr Name templateExtractValue = CANDOR_SDC "templateExtractValue";
inline constexpr Name structureMap = CANDOR_SDC "targetStructureMap";

#undef CANDOR_HL7
#undef CANDOR_SDC

#define CANDOR_OWN "http://candor.example/fhir/StructureDefinition/"
inline constexpr Name ourDefinitions = CANDOR_OWN;
/// On a Questionnaire: how a score is computed (ScoreRule.h has its parts).
inline constexpr Name score = CANDOR_OWN "score";
/// On an item, valueInteger: an answer that weighs this much or more shows the safety text at once.
inline constexpr Name safetyThreshold = CANDOR_OWN "safety-threshold";
/// On a Questionnaire, valueBoolean: offered only where the practice named a safety contact.
inline constexpr Name needsSafetyContact = CANDOR_OWN "needs-safety-contact";
/// On a Questionnaire, valueInteger: how many minutes it takes most people.
inline constexpr Name estimatedMinutes = CANDOR_OWN "estimated-minutes";
/// On a Questionnaire, valueCode, may repeat: a language of the form in which its words are a draft that no person has
/// reviewed. `practice-admin pack` offers such words only where it is told to.
inline constexpr Name translationAwaitsReview = CANDOR_OWN "translation-awaits-review";
/// On an item, may repeat: a film of the pack in which it is said in a sign language. Extensions inside: `language`,
/// valueCode of ISO 639-3 (`ase`); `film`, valueString, the name of a .webm file; `captions`, once for each language of
/// the form, with `language`, valueCode, and `file`, valueString, the name of a .vtt file.
inline constexpr Name signLanguageFilm = CANDOR_OWN "sign-language-film";

/// On a QuestionnaireResponse, valueCode, may repeat: `assisted` where a member of staff, signed in at the kiosk,
/// started it to answer together with the person; `proxy` where somebody said that they answer in the person's place.
/// Not there: as far as the kiosk knows the person answered alone.
inline constexpr Name completionMode = CANDOR_OWN "completion-mode";
/// On a QuestionnaireResponse by a proxy, valueCode: what they are to the person, of `answeredBy` below.
inline constexpr Name proxyRelation = CANDOR_OWN "proxy-relation";
#undef CANDOR_OWN

/// Who answers, in what they said at the kiosk: the patient, or what they are to the patient.
namespace answeredBy {
inline constexpr Name patient = "patient", parent = "parent", child = "child", partner = "partner",
                      relative = "relative", other = "other";
}

inline constexpr Name ourCodes = "http://candor.example/fhir/CodeSystem/survey";
/// Identifier.system of visit codes (kiosk/core/packs/VisitCodes.h).
inline constexpr Name visitCodes = "http://candor.example/fhir/NamingSystem/visit-code";
inline constexpr Name observationCategory = "http://terminology.hl7.org/CodeSystem/observation-category";
inline constexpr Name dataAbsentReason = "http://terminology.hl7.org/CodeSystem/data-absent-reason";

/// All the extensions of a form that are followed.
inline constexpr std::array followed{translation,
                                     renderingStyle,
                                     renderingXhtml,
                                     renderingMarkdown,
                                     cqfExpression,
                                     cqfCalculatedValue,
                                     itemControl,
                                     choiceOrientation,
                                     choiceColumn,
                                     columnCount,
                                     width,
                                     collapsible,
                                     displayCategory,
                                     shortText,
                                     supportLink,
                                     entryFormat,
                                     keyboard,
                                     sliderStep,
                                     itemMedia,
                                     itemAnswerMedia,
                                     openLabel,
                                     optionPrefix,
                                     optionExclusive,
                                     hidden,
                                     usageMode,
                                     entryMode,
                                     signatureRequired,
                                     enableWhenExpression,
                                     minValue,
                                     maxValue,
                                     minQuantity,
                                     maxQuantity,
                                     minLength,
                                     maxDecimalPlaces,
                                     regex,
                                     minOccurs,
                                     maxOccurs,
                                     mimeType,
                                     maxSize,
                                     unit,
                                     unitOption,
                                     unitOpen,
                                     unitSupplementalSystem,
                                     unitValueSet,
                                     referenceResource,
                                     targetConstraint,
                                     constraint,
                                     preferredTerminologyServer,
                                     variable,
                                     launchContext,
                                     initialExpression,
                                     calculatedExpression,
                                     answerExpression,
                                     candidateExpression,
                                     optionsToggle,
                                     itemPopulationContext,
                                     ordinalValue,
                                     itemWeight,
                                     subQuestionnaire,
                                     observationExtract,
                                     observationCategories,
                                     extractAllocateId,
                                     definitionExtract,
                                     definitionExtractValue,
                                     itemExtractionContext,
                                     templateExtract,
                                     templateExtractBundle,
                                     templateExtractContext,
                                     templateExtractValue,
                                     structureMap,
                                     score,
                                     safetyThreshold,
                                     needsSafetyContact,
                                     estimatedMinutes,
                                     translationAwaitsReview,
                                     signLanguageFilm};

} // namespace kiosk::survey::names
