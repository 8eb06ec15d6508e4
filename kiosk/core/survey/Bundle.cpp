#include "kiosk/core/survey/Bundle.h"

#include "kiosk/core/survey/Names.h"

#include <cmath>
#include <limits>

namespace kiosk::survey {

namespace {

std::string urn(Uuid const& id) {
    return "urn:uuid:" + id.toString();
}

Uuid observationId(Uuid record, std::size_t number) {
    record.bytes.back() = static_cast<std::uint8_t>(record.bytes.back() ^ number);
    return record;
}

Json codingJson(std::string_view system, std::string_view code) {
    Json json = Json::object();
    if (!system.empty()) json["system"] = system;
    json["code"] = code;
    return json;
}

Json conceptJson(std::string_view system, std::string_view code) {
    return {{"coding", Json::array({codingJson(system, code)})}};
}

Json methodJson(Score const& score) {
    auto method = conceptJson(names::ourCodes, toString(score.method));
    method["coding"][0]["version"] = score.version;
    return method;
}

Json quantity(double value) {
    constexpr double places = 10'000;
    return {{"value", std::round(value * places) / places}};
}

/// A whole number that FHIR's integer holds.
bool isWhole(Score const& score) {
    return score.method == ScoreRule::Method::Sum && *score.value == std::floor(*score.value) &&
           std::abs(*score.value) <= std::numeric_limits<std::int32_t>::max();
}

void addResult(Score const& score, Json& observation) {
    if (!score.value) {
        observation["dataAbsentReason"] = conceptJson(names::dataAbsentReason, "unknown");
        observation["dataAbsentReason"]["text"] = score.reason;
        return;
    }
    if (isWhole(score))
        observation["valueInteger"] = static_cast<std::int64_t>(*score.value);
    else
        observation["valueQuantity"] = quantity(*score.value);
    if (score.band)
        observation["interpretation"] = Json::array({conceptJson(score.band->code.system, score.band->code.code)});
}

Json observationJson(Score const& score, Completion const& completion) {
    Json observation{{"resourceType", "Observation"},
                     {"status", "final"},
                     {"category", Json::array({conceptJson(names::observationCategory, "survey")})},
                     {"code", conceptJson(score.code.system, score.code.code)}};
    addResult(score, observation);
    observation["method"] = methodJson(score);
    observation["derivedFrom"] = Json::array({Json{{"reference", urn(completion.record)}}});
    auto const add = [&](char const* code, double value) {
        observation["component"].push_back(
            {{"code", conceptJson(names::ourCodes, code)}, {"valueQuantity", quantity(value)}});
    };
    if (score.standardError) add("standard-error", *score.standardError);
    if (score.fit) {
        add("infit", score.fit->infit);
        add("outfit", score.fit->outfit);
    }
    return observation;
}

} // namespace

std::string bundleText(Response const& response, Completion const& completion) {
    auto text = R"({"resourceType":"Bundle","type":"collection","entry":[{"fullUrl":")" + urn(completion.record) +
                R"(","resource":)" + toJson(response.toDocument(completion).root()) + "}";
    std::size_t number = 1;
    for (auto const& score : scores(response.form(), response))
        text += "," + Json{{"fullUrl", urn(observationId(completion.record, number++))},
                           {"resource", observationJson(score, completion)}}
                          .dump();
    return text + "]}";
}

Json toBundle(Response const& response, Completion const& completion) {
    return Json::parse(bundleText(response, completion), nullptr, false);
}

} // namespace kiosk::survey
