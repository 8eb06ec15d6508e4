#pragma once

#include "tests/support/kiosk/MemoryJournal.h"
#include "tests/unit/viewmodels/Fixtures.h"

/// Forms of one or few items, and a way through them.
namespace kiosk::viewmodels::walk {

using tests::support::MemoryJournal;
using Stage = SurveySession::Stage;
using Problem = SurveySession::Problem;
using Kind = Question::Kind;

constexpr auto hl7 = "http://hl7.org/fhir/StructureDefinition/";
constexpr auto sdc = "http://hl7.org/fhir/uv/sdc/StructureDefinition/sdc-questionnaire-";

inline Json extension(std::string const& url, char const* member, Json const& value) {
    return Json{{"url", url}, {member, value}};
}
inline Json control(char const* code) {
    return extension(std::string(hl7) + "questionnaire-itemControl", "valueCodeableConcept",
                     Json{{"coding", Json::array({Json{{"code", code}}})}});
}
inline Json item(char const* linkId, char const* type, char const* text, Json extensions = Json::array()) {
    Json made{{"linkId", linkId}, {"type", type}, {"text", text}};
    if (!extensions.empty()) made["extension"] = std::move(extensions);
    return made;
}
inline Json with(Json item, char const* member, Json value) {
    item[member] = std::move(value);
    return item;
}
inline Json options(std::initializer_list<char const*> codes) {
    auto all = Json::array();
    for (auto const* code : codes)
        all.push_back({{"valueCoding", {{"system", "http://candor.example/x"}, {"code", code}, {"display", code}}}});
    return all;
}

/// A way through a form whose answers go nowhere but to a map.
struct Walk {
    explicit Walk(Json items, Json more = Json::object()) {
        auto json = sampleForm();
        json["item"] = std::move(items);
        json.update(more);
        auto parsed = survey::Form::parse(asBytes(json.dump()));
        EXPECT_TRUE(parsed) << parsed.error().text;
        form = std::make_shared<const survey::Form>(std::move(*parsed));
        const store::Draft draft{Uuid::random(), form->canonical(), "x", "en", {}, {}};
        session = std::make_unique<SurveySession>(form, draft, nullptr, journal);
    }
    [[nodiscard]] Question& question() { return *session->question(); }
    [[nodiscard]] std::string at() { return question().address().toStdString(); }
    [[nodiscard]] std::vector<std::string> onPage() {
        std::vector<std::string> all;
        for (auto const* each : session->page()->questions()) all.push_back(each->place());
        return all;
    }
    Question& on(char const* address) { return *session->page()->find(address); }
    void settle() {
        EXPECT_TRUE(eventually([&] { return !session->isBusy(); }));
    }
    bool next() {
        session->next();
        settle();
        return session->problem() == Problem::None;
    }
    void skip() {
        session->skip();
        settle();
    }
    [[nodiscard]] QVariant reviewed(int row, ReviewModel::Role role) {
        return session->review()->data(session->review()->index(row), role);
    }

    std::shared_ptr<const survey::Form> form;
    MemoryJournal journal;
    std::unique_ptr<SurveySession> session;
};

using Strings = std::vector<std::string>;

} // namespace kiosk::viewmodels::walk
