#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/survey/Scoring.h"
#include "tests/unit/survey/Forms.h"

#include <algorithm>

namespace kiosk::survey::testing {

inline Path instrumentFile(std::string const& id) {
    return Path(CANDOR_SOURCE_DIR) / "kiosk/instruments" / (id + ".json");
}

/// The ids of all forms we ship, so that no test forgets a new one.
inline std::vector<std::string> shippedInstruments() {
    std::vector<std::string> ids;
    for (auto const& entry : std::filesystem::directory_iterator(instrumentFile("x").parent_path()))
        if (entry.path().extension() == ".json") ids.push_back(entry.path().stem().string());
    std::ranges::sort(ids);
    return ids;
}

/// For INSTANTIATE_TEST_SUITE_P, which takes letters and digits only.
inline std::string nameOfInstrument(::testing::TestParamInfo<std::string> const& row) {
    auto name = row.param;
    std::erase(name, '-');
    return name;
}

inline std::shared_ptr<const Form> instrument(std::string const& id) {
    auto parsed = Form::parse(*base::readFile(instrumentFile(id)));
    if (!parsed) throw std::runtime_error(id + ": " + parsed.error().text);
    return std::make_shared<const Form>(std::move(*parsed));
}

inline Json ours(std::string const& code) {
    return Json::array({coding(code, "http://candor.example/fhir/CodeSystem/survey")});
}

/// Answers `prefix`1, `prefix`2, … each with the option of that number, from 0; -1 leaves one out.
inline Response choosing(std::string const& id, std::string const& prefix, std::vector<int> const& options) {
    Response response(instrument(id));
    for (std::size_t i = 0; i < options.size(); ++i) {
        auto const linkId = prefix + std::to_string(i + 1);
        if (options[i] < 0) continue;
        auto const& option = response.form().find(linkId)->options.at(static_cast<std::size_t>(options[i]));
        EXPECT_TRUE(response.answer(linkId, Json::array({option.value}))) << linkId;
    }
    return response;
}

inline Score scoreOf(Response const& response, std::size_t rule = 0) {
    return scores(response.form(), response).at(rule);
}

/// Answers to questions worth 0 to `most` each that add up to `sum`.
inline std::vector<int> addingUpTo(int sum, std::size_t questions, int most) {
    std::vector<int> weights(questions, 0);
    for (auto& weight : weights) sum -= weight = std::min(sum, most);
    return weights;
}

/// Everything in it that a person reads.
inline std::vector<Text const*> textsOf(Form const& form) {
    std::vector<Text const*> texts{&form.title(), &form.description()};
    for (auto const* item : form.allItems()) {
        for (auto const* text : {&item->text, &item->help, &item->lower, &item->upper}) texts.push_back(text);
        for (auto const& option : item->options) texts.push_back(&option.label);
    }
    for (auto const& rule : form.scoreRules()) {
        texts.push_back(&rule.code.display);
        for (auto const& band : rule.bands) texts.push_back(&band.code.display);
    }
    std::erase_if(texts, [](auto const* text) { return text->empty(); });
    return texts;
}

} // namespace kiosk::survey::testing
