#include "kiosk/core/lint/ScoreVectors.h"

#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace kiosk::lint {

namespace {

using fhir::Element;
using survey::Response;
using survey::Score;

std::optional<std::string> numberOf(Element const& entry, std::string_view name) {
    auto const* number = entry.child(name);
    if (!number || number->kind() != Element::Kind::Number) return std::nullopt;
    return number->text();
}

Result<ScoreVector> readVector(Element const& entry) {
    ScoreVector vector;
    vector.code = entry.textOf("code");
    vector.band = entry.textOf("band");
    vector.value = numberOf(entry, "value");
    vector.standardError = numberOf(entry, "se");
    auto const* answers = entry.child("answers");
    if (vector.code.empty() || !answers || answers->kind() != Element::Kind::Object)
        return fail(ErrorKind::Invalid, "scores: each needs code and answers");
    vector.answers = Json::parse(toJson(*answers), nullptr, false);
    return vector;
}

/// The value[x] that a code or a number stands for.
Json answerFor(survey::Item const& item, Json const& given) {
    if (given.is_number())
        return Json{{item.type == survey::ItemType::Integer ? "valueInteger" : "valueDecimal", given}};
    for (auto const& option : item.options)
        if (given.is_string() && option.source->textOf("code") == given.get<std::string>()) return option.value;
    return Json{{"valueString", given}};
}

/// Invalid: an answer that the form does not take.
Result<Response> responseOf(std::shared_ptr<const survey::Form> const& form, ScoreVector const& vector) {
    Response response(form);
    for (auto const& [linkId, given] : vector.answers.items()) {
        auto const* item = form->find(linkId);
        if (!item) return fail(ErrorKind::Invalid, "there is no item '" + linkId + "'");
        if (auto taken = response.answer(linkId, Json::array({answerFor(*item, given)})); !taken)
            return fail(taken.error());
    }
    return response;
}

std::string shown(std::optional<double> number) {
    if (!number) return "none";
    char text[32];
    std::snprintf(text, sizeof text, "%.9g", *number);
    return text;
}

bool agree(std::optional<double> number, std::optional<std::string> const& written) {
    return number && written ? agrees(*number, *written) : number.has_value() == written.has_value();
}

std::string differing(std::string const& what, std::optional<double> is, std::optional<std::string> const& must) {
    return what + " is " + shown(is) + ", the reference has " + must.value_or("none");
}

} // namespace

bool agrees(double number, std::string_view written) {
    auto const places = survey::decimalPlaces(written);
    auto const unit = std::pow(10.0, -static_cast<double>(places));
    return std::abs(number - survey::toDouble(written)) <= unit / 2 * (1 + 1e-6);
}

Result<std::vector<ScoreVector>> readScoreVectors(ByteView json) {
    auto const document = TRY(fhir::Document::parse(json));
    std::vector<ScoreVector> vectors;
    for (auto const& entry : document.root().children("scores")) vectors.push_back(TRY(readVector(entry)));
    if (document.root().textOf("source").empty()) return fail(ErrorKind::Invalid, "source: is missing");
    if (vectors.empty()) return fail(ErrorKind::Invalid, "scores: there are none");
    return vectors;
}

std::string disagreement(std::shared_ptr<const survey::Form> const& form, ScoreVector const& vector) {
    auto const response = responseOf(form, vector);
    if (!response) return response.error().text;
    auto const all = survey::scores(*form, *response);
    auto const score = std::ranges::find_if(all, [&](Score const& each) { return each.code.code == vector.code; });
    if (score == all.end()) return "the form has no score '" + vector.code + "'";
    auto const name = "the score '" + vector.code + "'";
    if (!agree(score->value, vector.value)) return differing(name, score->value, vector.value);
    if (vector.standardError && !agree(score->standardError, vector.standardError))
        return differing("the standard error of " + name, score->standardError, vector.standardError);
    auto const band = score->band ? score->band->code.code : std::string{};
    if (!vector.band.empty() && band != vector.band)
        return "the band of " + name + " is '" + band + "', the reference has '" + vector.band + "'";
    return {};
}

} // namespace kiosk::lint
