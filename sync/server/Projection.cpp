#include "sync/server/Projection.h"

#include "kiosk/core/base/Log.h"
#include "kiosk/core/packs/Pack.h"
#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>

using kiosk::ErrorKind;
using kiosk::Json;
using kiosk::base::textMember;
using kiosk::survey::Form;

namespace sync_server {

namespace {

constexpr int deepestItem = 16;
constexpr std::string_view instruments = "instruments/";

tl::unexpected<kiosk::Error> invalidBundle(std::string text) {
    return kiosk::fail(ErrorKind::Invalid, "Bundle: " + std::move(text));
}

/// A member that is optional in FHIR; nothing where it has another type.
std::string textOr(Json const& object, std::string_view name) {
    return textMember(object, name).value_or("");
}

Json const& memberOf(Json const& object, std::string_view name) {
    static const Json none = Json::array();
    if (!object.is_object()) return none;
    auto found = object.find(name);
    return found == object.end() ? none : *found;
}

/// The first coding's code of a CodeableConcept.
std::optional<std::string> codeOf(Json const& concept_) {
    auto const& codings = memberOf(concept_, "coding");
    if (!codings.is_array() || codings.empty()) return std::nullopt;
    auto code = textMember(codings.front(), "code");
    return code ? std::optional(*code) : std::nullopt;
}

std::optional<double> numberOf(Json const& value) {
    return value.is_number() ? std::optional(value.get<double>()) : std::nullopt;
}

std::string plainText(Json const& value) {
    return value.is_string() ? value.get<std::string>() : value.dump();
}

/// The answer's {"value[x]": …} alone, without nested items.
Json valueOf(Json const& answer) {
    for (auto const& [name, value] : answer.items())
        if (name.starts_with("value")) return {{name, value}};
    return Json::object();
}

/// Walks a response's items in reading order.
class AnswerReader {
public:
    AnswerReader(Form const* form, std::string language) : m_form(form), m_language(std::move(language)) {}

    Result<void> read(Json const& items, int depth = 0) {
        if (depth > deepestItem) return invalidBundle("items too deep");
        if (!items.is_array()) return invalidBundle("item is not a list");
        for (auto const& item : items) TRY(readItem(item, depth));
        return {};
    }
    std::vector<Answer> take() { return std::move(m_answers); }

private:
    Result<void> readItem(Json const& item, int depth) {
        auto linkId = TRY(textMember(item, "linkId"));
        auto const& answers = memberOf(item, "answer");
        if (!answers.is_array()) return invalidBundle("answer of " + linkId + " is not a list");
        for (auto const& answer : answers) TRY(readAnswer(linkId, answer, depth));
        return read(memberOf(item, "item"), depth + 1);
    }

    Result<void> readAnswer(std::string const& linkId, Json const& answer, int depth) {
        if (!answer.is_object()) return invalidBundle("answer of " + linkId + " is not an object");
        auto value = valueOf(answer);
        if (value.empty()) return invalidBundle("answer of " + linkId + " has no value");
        m_answers.push_back(toAnswer(linkId, value));
        return read(memberOf(answer, "item"), depth + 1);
    }

    [[nodiscard]] Answer toAnswer(std::string const& linkId, Json const& value) const {
        auto const& inner = value.begin().value();
        Answer answer{linkId, {}, {}, {}, numberOf(inner)};
        if (inner.is_object() && inner.contains("code")) {
            answer.system = textOr(inner, "system");
            answer.code = textOr(inner, "code");
        } else {
            answer.text = plainText(inner);
        }
        addFromForm(answer, value);
        return answer;
    }

    void addFromForm(Answer& answer, Json const& value) const {
        auto const* item = m_form == nullptr ? nullptr : m_form->find(answer.linkId);
        auto const* option = item == nullptr ? nullptr : kiosk::survey::optionOf(item->options, value);
        if (option == nullptr) return;
        if (option->weight) answer.ordinal = option->weight;
        if (answer.code) answer.text = option->label.in(m_language);
    }

    Form const* m_form;
    std::string m_language;
    std::vector<Answer> m_answers;
};

Result<Score> toScore(Json const& observation) {
    auto code = codeOf(memberOf(observation, "code"));
    if (!code) return invalidBundle("an Observation without a code");
    Score score{*code, numberOf(memberOf(observation, "valueInteger")), {}, {}};
    if (!score.value) score.value = numberOf(memberOf(memberOf(observation, "valueQuantity"), "value"));
    for (auto const& component : memberOf(observation, "component"))
        if (codeOf(memberOf(component, "code")) == "standard-error")
            score.standardError = numberOf(memberOf(memberOf(component, "valueQuantity"), "value"));
    for (auto const& interpretation : memberOf(observation, "interpretation")) score.band = codeOf(interpretation);
    return score;
}

/// The first answer in reading order that weighs as much as its question's safety threshold.
std::optional<std::string> safetyIn(Form const& form, std::vector<Answer> const& answers) {
    for (auto const& answer : answers) {
        auto const* item = form.find(answer.linkId);
        if (item && item->safetyThreshold && answer.ordinal && *answer.ordinal >= *item->safetyThreshold)
            return answer.linkId;
    }
    return std::nullopt;
}

void addWords(Form const& form, std::vector<Score>& scores) {
    auto const words = [](kiosk::survey::Coding const& coding) {
        return coding.display.empty() ? std::nullopt : std::optional(coding.display.in("en"));
    };
    for (auto& score : scores)
        for (auto const& rule : form.scoreRules()) {
            if (rule.code.code != score.code) continue;
            score.title = words(rule.code);
            for (auto const& band : rule.bands)
                if (score.band == band.code.code) score.bandTitle = words(band.code);
        }
}

Result<Response> toResponse(Json const& resource, FormLibrary& forms) {
    auto canonical = TRY(textMember(resource, "questionnaire"));
    auto bar = std::min(canonical.find('|'), canonical.size());
    auto authored = TRY(textMember(resource, "authored"));
    auto status = TRY(textMember(resource, "status"));
    Response response{canonical.substr(0, bar),
                      canonical.substr(std::min(bar + 1, canonical.size())),
                      std::move(authored),
                      std::move(status),
                      textOr(resource, "language"),
                      {},
                      {},
                      {}};
    auto form = forms.find(canonical);
    AnswerReader reader(form.get(), response.language);
    TRY(reader.read(memberOf(resource, "item")));
    response.answers = reader.take();
    if (form) response.safety = safetyIn(*form, response.answers);
    return response;
}

} // namespace

std::shared_ptr<const Form> FormLibrary::find(std::string const& canonical) {
    auto found = m_forms.find(canonical);
    if (found != m_forms.end()) return found->second;
    if (auto newest = m_packs.newest(); newest && *newest != m_read) {
        m_read = *newest;
        readPacks();
    }
    found = m_forms.find(canonical);
    return found == m_forms.end() ? nullptr : found->second;
}

/// A pack that cannot be read costs labels on a page, no more: it is reported and passed over.
void FormLibrary::readPacks() {
    for (auto const& [name, version] : m_read) {
        auto file = m_packs.read(name, version);
        auto pack = file ? kiosk::packs::Pack::parse(*file) : Result<kiosk::packs::Pack>(kiosk::fail(file.error()));
        if (!pack) {
            kiosk::base::log(kiosk::base::LogLevel::Warning, "projector", "pack not read", {{"pack", name}});
            continue;
        }
        for (auto const& path : pack->paths()) {
            if (!path.starts_with(instruments)) continue;
            auto text = pack->target(path);
            auto form = text ? Form::parse(*text) : Result<Form>(kiosk::fail(text.error()));
            if (!form) continue;
            auto canonical = form->canonical();
            m_forms.insert_or_assign(std::move(canonical), std::make_shared<const Form>(std::move(*form)));
        }
    }
}

Result<Response> projectBundle(Json const& bundle, FormLibrary& forms) {
    std::optional<Response> response;
    std::vector<Score> scores;
    for (auto const& entry : memberOf(bundle, "entry")) {
        auto const& resource = memberOf(entry, "resource");
        auto type = textOr(resource, "resourceType");
        if (type == "QuestionnaireResponse" && !response) response = TRY(toResponse(resource, forms));
        if (type == "Observation") scores.push_back(TRY(toScore(resource)));
    }
    if (!response) return invalidBundle("no QuestionnaireResponse");
    auto const version = response->version.empty() ? "" : "|" + response->version;
    if (auto const form = forms.find(response->questionnaire + version)) addWords(*form, scores);
    response->scores = std::move(scores);
    return std::move(*response);
}

Result<Response> projectEnvelope(ByteView bytes, kiosk::crypto::Identity const& ingest, FormLibrary& forms) {
    auto envelope = TRY(kiosk::envelope::parse(bytes));
    auto text = TRY(kiosk::envelope::openPayload(envelope.payload, std::span(&ingest, 1)));
    auto bundle = kiosk::base::parseJson(text);
    kiosk::base::wipe(text);
    return projectBundle(TRY(std::move(bundle)), forms);
}

} // namespace sync_server
