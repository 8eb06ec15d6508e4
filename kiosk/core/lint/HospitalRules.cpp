#include "kiosk/core/lint/FormTexts.h"
#include "kiosk/core/lint/HospitalSurvey.h"
#include "kiosk/core/lint/Rules.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace kiosk::lint {

namespace {

constexpr std::string_view hospitalSurvey = "hospital-survey";

/// Codes of v3-ActCode for care without a stay: ambulatory, virtual, at home.
constexpr std::array outPatient{"AMB", "VR", "HH"};

/// useContext with the venue of out-patients.
bool isForOutPatients(fhir::Element const& questionnaire) {
    for (auto const& context : questionnaire.children("useContext")) {
        auto const* code = context.child("code");
        auto const* venue = context.child("valueCodeableConcept");
        if (!code || code->textOf("code") != "venue" || !venue) continue;
        for (auto const& coding : venue->children("coding"))
            if (std::ranges::find(outPatient, coding.textOf("code")) != outPatient.end()) return true;
    }
    return false;
}

std::string_view english(survey::Form const& form, survey::Text const& text) {
    auto const* words = wordsIn(text, "en", ownLanguage(form));
    return words ? std::string_view(*words) : std::string_view{};
}

/// An item may go on with a sentence that its group began.
std::string_view topicOf(survey::Form const& form, survey::Item const& item) {
    auto const own = english(form, item.text);
    if (auto const topic = hospitalTopicOf(own); !topic.empty()) return topic;
    if (!item.parent || item.parent->isQuestion() || !item.isQuestion()) return {};
    auto const begun = english(form, item.parent->text);
    if (begun.size() + own.size() >= longestQuestion) return {};
    return hospitalTopicOf(std::string(begun) + " " + std::string(own));
}

bool namesTheSurvey(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text.find("cahps") != std::string::npos;
}

} // namespace

/// CMS forbids a hospital to ask its in-patients what resembles its survey, and anybody to call other results by its
/// name (HCAHPS Quality Assurance Guidelines). A form that does not say that it is for out-patients may be used in a
/// stay.
void checkHospitalSurvey(Subject const& subject, Remarks& remarks) {
    auto const& form = *subject.form;
    for (auto const& each : textsOf(form))
        for (auto const* text : {&each.text->in({}), wordsIn(*each.text, "en", ownLanguage(form))})
            if (text && namesTheSurvey(*text)) {
                remarks.push_back({Severity::Error, each.path,
                                   "bears the name of the national surveys (CAHPS), which no result of ours may",
                                   hospitalSurvey});
                break;
            }
    if (isForOutPatients(form.source())) return;
    for (auto const* item : form.allItems())
        if (auto const topic = topicOf(form, *item); !topic.empty())
            remarks.push_back({Severity::Error, pathOf(*item),
                               "resembles a question of the hospital survey (" + std::string(topic) +
                                   "), which in-patients may not be asked; a form for out-patients only says so by "
                                   "useContext: venue AMB",
                               hospitalSurvey});
}

} // namespace kiosk::lint
