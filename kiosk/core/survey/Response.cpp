#include "kiosk/core/survey/Response.h"

#include "kiosk/core/survey/Conditions.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/ResponseReader.h"
#include "kiosk/core/survey/ResponseWriter.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <charconv>

namespace kiosk::survey {

namespace {

constexpr std::size_t mostRepetitions = 200; // of one group in one place
constexpr auto noRoom = "the response has no room for more items";

tl::unexpected<Error> refuse(Item const& item, std::string const& rule) {
    return fail(ErrorKind::Invalid, "item '" + item.linkId + "': " + rule);
}

tl::unexpected<Error> noSuchItem(std::string_view address, Form const& form) {
    return fail(ErrorKind::NotFound, "item '" + std::string(address) + "': no such linkId in " + form.canonical());
}

/// The value[x] of an answer; null unless there is exactly one.
Element const* onlyValue(Element const& answer) {
    Element const* value = nullptr;
    for (auto const* child = answer.firstChild(); child; child = child->next()) {
        if (!child->isThere() || child->member().text() == "item" || child->member().text() == "id") continue;
        if (value || !child->isCalled(fhir::Model::r4().name("value"))) return nullptr;
        value = child;
    }
    return value;
}

std::uint32_t idOf(Element const& answer) {
    std::uint32_t id = 0;
    auto const text = answer.textOf("id");
    std::from_chars(text.data(), text.data() + text.size(), id);
    return id;
}

/// Only the number of an answer that is gone, so that it is not given to another.
bool isOnlyNumber(Element const& answer) {
    auto const* first = answer.firstChild();
    return idOf(answer) > 0 && first && !first->next();
}

/// The numbers of the repetitions; last, with a minus, the highest there was if that one is gone.
std::string numbersText(Instances const& instances, Instance const& group) {
    std::string text;
    auto const add = [&](std::int64_t number) {
        text += (text.empty() ? "" : ",") + (R"({"valueInteger":)" + std::to_string(number) + "}");
    };
    std::uint32_t highest = 0;
    for (auto const* each : instances.repetitions(group)) {
        add(each->id);
        highest = std::max(highest, each->id);
    }
    if (auto const last = instances.lastNumber(group); last > highest) add(-static_cast<std::int64_t>(last));
    return "[" + text + "]";
}

/// How many things repeat around an address: outer ones are restored first.
int levelOf(std::string_view address, Form const& form) {
    if (auto const* item = form.find(address)) return item->depth;
    auto const* item = form.find(address.substr(0, address.rfind('#')));
    return item ? item->depth : 0;
}

} // namespace

std::string_view toString(CompletionStatus status) {
    return status == CompletionStatus::Completed ? "completed" : "stopped";
}

Response::Response(std::shared_ptr<const Form> form, Launch launch) :
    Response(std::move(form), std::move(launch), Calculates::Everything) {
    settle();
}

Response::Response(std::shared_ptr<const Form> form, Launch launch, Calculates calculates) :
    m_instances(std::make_unique<Instances>(std::move(form))),
    m_logic(std::make_unique<Logic>(*m_instances, std::move(launch))), m_calculates(calculates) {
    for (std::size_t rank = 0; rank < this->form().allItems().size(); ++rank) m_stale.insert(rank);
}

Response Response::read(std::shared_ptr<const Form> form, Element const& response, std::vector<Finding>& findings,
                        Sources& sources, Launch launch) {
    Response result(std::move(form), std::move(launch), Calculates::Hidden);
    ResponseReader reader(*result.m_instances, findings);
    reader.read(response);
    result.dropInitial(reader);
    result.settle();
    sources = reader.takeSources();
    return result;
}

/// A question that a response does not have was not answered, whatever it began with. A hidden one is left out of
/// responses, so it has what it began with.
void Response::dropInitial(ResponseReader const& reader) {
    for (auto const* item : form().allItems())
        for (auto* instance : m_instances->of(*item))
            if (!item->hidden && !item->initial.empty() && !reader.sourceOf(*instance))
                m_instances->setValues(*instance, {});
}

// ── Answers ──────────────────────────────────────────────────────────────────────────────────────────────────────────

Result<std::vector<Change>> Response::answer(std::string_view address, Json const& answers) {
    return take(address, parseAnswers(answers));
}

Result<std::vector<Change>> Response::answerText(std::string_view address, std::string_view answers) {
    return take(address, parseAnswersText(answers));
}

Result<std::vector<Change>> Response::take(std::string_view address, Result<fhir::Document> const& given) {
    auto* instance = m_instances->find(address);
    if (!instance) return noSuchItem(address, form());
    if (!given) return refuse(*instance->item, given.error().text);
    TRY(accept(*instance, *given));
    return std::vector<Change>{{instance->address, answersText(*instance)}};
}

Result<void> Response::accept(Instance& instance, fhir::Document const& given, Rules rules) {
    auto const& item = *instance.item;
    auto const situation = instance.situation();
    if (rules == Rules::Checked && situation.readOnly) return refuse(item, "is readOnly");
    std::vector<Element const*> values;
    std::vector<std::uint32_t> ids;
    std::uint32_t last = 0;
    for (auto const& answer : given.root().children("answer")) {
        if (answer.kind() != Element::Kind::Object) return refuse(item, "the answer needs exactly one value[x]");
        if (item.repeats && isOnlyNumber(answer)) {
            last = std::max(last, idOf(answer));
            continue;
        }
        auto const* value = onlyValue(answer);
        if (!value)
            return refuse(item, item.isQuestion() ? "the answer needs exactly one value[x]" : "is not a question");
        auto const* option = optionOf(situation.options, *value);
        values.push_back(option ? option->source : value);
        if (auto const id = idOf(answer)) ids.push_back(id);
    }
    auto const broken = rules == Rules::Checked ? checkAll(item, values, &situation) : std::nullopt;
    if (broken) return refuse(item, *broken);
    auto const more = values.size() - std::min(values.size(), instance.entries.size());
    if (rules == Rules::Checked && more > 0 && !m_instances->hasRoom(item, more)) return refuse(item, noRoom);
    m_instances->setValues(instance, values, ids.size() == values.size() ? ids : std::vector<std::uint32_t>{});
    instance.lastSlot = std::max(instance.lastSlot, last);
    instance.isEdited = true;
    touch(item);
    settle();
    return {};
}

void Response::putBack(std::string_view address, std::string_view answers) {
    auto* instance = m_instances->find(address);
    auto const given = parseAnswersText(answers);
    if (!instance || !given) return;
    std::vector<Element const*> values;
    for (auto const& answer : given->root().children("answer"))
        if (auto const* value = onlyValue(answer)) values.push_back(value);
    m_instances->setValues(*instance, values);
    instance->isEdited = false;
    m_stale.insert(form().enablement().rank(*instance->item));
    touch(*instance->item);
    settle();
}

void Response::dropUnconfirmed() {
    // Answers that go can show others that only the form brought: not more often than items are deep.
    for (bool isChanged = true; isChanged;) {
        isChanged = false;
        std::vector<std::string> addresses;
        for (auto const* instance : screens())
            if (instance->hasValues() && !instance->isEdited && !instance->isCalculated)
                addresses.push_back(instance->address);
        for (auto const& address : addresses) {
            auto* instance = m_instances->find(address);
            if (!instance || !instance->hasValues()) continue; // went with the answer that it was nested under
            m_instances->setValues(*instance, {});
            touch(*instance->item);
            isChanged = true;
        }
        settle();
    }
}

/// Populated is a group when the form is begun; what a person adds, or had added, is not.
Instance& Response::addEmpty(Instance& group, std::optional<std::uint32_t> id) {
    auto& added = m_instances->addRepetition(group, id);
    added.isInitialised = true;
    return added;
}

Result<Instance*> Response::repeatingGroup(std::string_view address) const {
    auto* group = m_instances->find(address);
    if (!group) return noSuchItem(address, form());
    if (group->item->type != ItemType::Group || !group->item->repeats)
        return refuse(*group->item, "is no group that repeats");
    return group;
}

Result<std::vector<Change>> Response::addGroup(std::string_view address) {
    auto* group = TRY(repeatingGroup(address));
    auto const count = m_instances->repetitions(*group).size();
    if (count >= std::min(mostRepetitions, group->item->rules.maxOccurs.value_or(mostRepetitions)))
        return refuse(*group->item, "takes no more repetitions");
    if (!m_instances->hasRoom(*group->item)) return refuse(*group->item, noRoom);
    addEmpty(*group);
    touchInside(*group->item);
    settle();
    return std::vector<Change>{{Instances::listAddress(*group), numbersText(*m_instances, *group)}};
}

Result<std::vector<Change>> Response::removeGroup(std::string_view address) {
    auto* group = TRY(repeatingGroup(address));
    auto& item = *group->item;
    auto const list = Instances::listAddress(*group);
    auto others = m_instances->repetitions(*group);
    std::erase(others, group);
    auto& other = others.empty() ? addEmpty(*group) : *others.front();
    m_instances->removeRepetition(*group);
    touchInside(item);
    settle();
    return std::vector<Change>{{list, numbersText(*m_instances, other)}};
}

Result<void> Response::restore(std::vector<Change> const& changes) {
    auto ordered = changes;
    std::ranges::stable_sort(ordered, {}, [this](auto const& change) { return levelOf(change.address, form()); });
    for (auto const& [address, json] : ordered) {
        auto const* group = form().find(address.substr(0, address.rfind('#')));
        if (!group) group = form().find(address);
        if (group && group->type == ItemType::Group && group->repeats)
            TRY(restoreGroup(address, Json::parse(json, nullptr, false)));
        else if (auto* instance = m_instances->find(address))
            TRY(restoreAnswers(*instance, json));
        else if (!group)
            return noSuchItem(address, form());
    }
    return {};
}

Result<void> Response::restoreAnswers(Instance& instance, std::string_view json) {
    auto const given = parseAnswersText(json);
    if (!given) return refuse(*instance.item, given.error().text);
    return accept(instance, *given, Rules::AsWhenGiven);
}

/// `address` is that of the list.
Result<void> Response::restoreGroup(std::string const& address, Json const& numbers) {
    auto const* item = form().find(address.substr(0, address.rfind('#')));
    if (!item) item = form().find(address);
    Instance* first = nullptr;
    for (auto* each : m_instances->of(*item))
        if (!first && Instances::listAddress(*each) == address) first = each;
    if (!first || !numbers.is_array() || numbers.empty() || numbers.size() > mostRepetitions) return {};
    auto const before = m_instances->repetitions(*first);
    std::vector<std::uint32_t> wanted;
    for (auto const& number : numbers) {
        auto const each = number.value("valueInteger", std::int64_t{0});
        if (each > 0) wanted.push_back(static_cast<std::uint32_t>(each));
        if (each < 0) m_instances->noteNumber(*first, static_cast<std::uint32_t>(-each));
    }
    if (wanted.empty()) return {};
    for (auto const id : wanted)
        if (std::ranges::find(before, id, &Instance::id) == before.end()) addEmpty(*first, id);
    for (auto* each : before)
        if (std::ranges::find(wanted, each->id) == wanted.end()) m_instances->removeRepetition(*each);
    touchInside(*item);
    settle();
    return {};
}

Json Response::answers(std::string_view address) const {
    auto const* instance = m_instances->find(address);
    auto result = Json::array();
    if (!instance) return result;
    result = Json::parse(answersText(*instance), nullptr, false);
    for (auto& answer : result) answer.erase("id");
    result.erase(std::remove_if(result.begin(), result.end(), [](Json const& answer) { return answer.empty(); }),
                 result.end());
    return result;
}

std::vector<Element const*> Response::effectiveValues(Item const& item) const {
    std::vector<Element const*> all;
    for (auto const* instance : m_instances->of(item)) {
        if (!instance->isEnabled) continue;
        auto const values = instance->values();
        all.insert(all.end(), values.begin(), values.end());
    }
    return all;
}

bool Response::isEnabled(std::string_view address) const {
    auto const* instance = m_instances->find(address);
    return instance && instance->isEnabled;
}

bool Response::hasAnswers() const {
    for (auto const* item : form().allItems())
        for (auto const* instance : m_instances->of(*item))
            if (instance->isEdited && instance->hasValues()) return true;
    return false;
}

// ── Logic ────────────────────────────────────────────────────────────────────────────────────────────────────────────

void Response::touch(Item const& item) {
    auto const& plan = form().enablement();
    for (auto const* dependent : plan.dependents(item)) m_stale.insert(plan.rank(*dependent));
    for (auto const* watcher : plan.watchers())
        if (watcher != &item) m_stale.insert(plan.rank(*watcher));
}

/// After instances of it came or went.
void Response::touchInside(Item const& item) {
    for (auto position = item.position; position < item.end; ++position) {
        auto const& each = *form().allItems()[position];
        m_stale.insert(form().enablement().rank(each));
        touch(each);
    }
}

/// Brings up to date what is not, each after what it depends on.
void Response::settle() {
    constexpr std::size_t mostRounds = 8; // only what reads everything can come more often than once
    std::size_t left = mostRounds * form().allItems().size();
    m_logic->beginTurn();
    while (!m_stale.empty() && left-- > 0) {
        auto const& item = form().enablement().at(*m_stale.begin());
        m_stale.erase(m_stale.begin());
        bool isChanged = false;
        auto const instances = m_instances->of(item); // a copy: what is nested can come and go
        for (auto* instance : instances) isChanged = update(*instance) || isChanged;
        if (isChanged) touch(item);
    }
    m_stale.clear();
}

// ── What there is to ask, and to write ───────────────────────────────────────────────────────────────────────────────

namespace {

bool isAsked(Instance const& instance) {
    auto const& item = *instance.item;
    return instance.isEnabled && !item.hidden && !instance.situation().readOnly && item.type != ItemType::Group;
}

void collect(std::vector<std::unique_ptr<Instance>> const& instances, std::vector<Instance const*>& all) {
    for (auto const& instance : instances) {
        all.push_back(instance.get());
        collect(instance->children, all);
        for (auto const& slot : instance->entries) collect(slot.nested, all);
    }
}

} // namespace

std::vector<Instance const*> Response::screens() const {
    std::vector<Instance const*> all;
    collect(m_instances->roots(), all);
    std::erase_if(all, [](Instance const* each) { return !isAsked(*each); });
    return all;
}

std::vector<Item const*> Response::questions() const {
    std::vector<Item const*> result;
    for (auto const* item : form().allItems())
        if (std::ranges::any_of(m_instances->of(*item), [](Instance const* each) { return isAsked(*each); }))
            result.push_back(item);
    return result;
}

bool Response::isAnswered(Instance const& instance) const {
    if (!instance.isEnabled) return false;
    if (instance.item->isQuestion()) return instance.hasValues();
    return std::ranges::any_of(instance.children, [this](auto const& child) { return isAnswered(*child); });
}

std::vector<Item const*> Response::missingRequired() const {
    std::vector<Item const*> result;
    auto const isMissing = [this](Instance const* each) {
        auto const situation = each->situation();
        auto const least = each->item->rules.minOccurs.value_or(0);
        bool const tooFew = each->item->isQuestion() && situation.required && each->values().size() < least;
        return situation.required && each->isEnabled && !situation.readOnly && (!isAnswered(*each) || tooFew);
    };
    for (auto const* item : form().allItems())
        if (!item->hidden && std::ranges::any_of(m_instances->of(*item), isMissing)) result.push_back(item);
    return result;
}

std::optional<SafetySignal> Response::safety() const {
    for (auto const* item : form().allItems()) {
        if (!item->safetyThreshold) continue;
        for (auto const* instance : m_instances->of(*item)) {
            if (!instance->isEnabled) continue;
            auto const situation = instance->situation();
            for (auto const* value : instance->values()) {
                auto const* option = optionOf(situation.options, *value);
                if (option && option->weight && *option->weight >= *item->safetyThreshold)
                    return SafetySignal{item, *option->weight};
            }
        }
    }
    return std::nullopt;
}

bool Response::needsSignature() const {
    auto const asks = [](Instance const* entry) { return entry->item->needsSignature && entry->hasValues(); };
    return form().needsSignature() || std::ranges::any_of(screens(), asks);
}

namespace {

void addCode(fhir::Document& document, std::string_view url, std::string code) {
    auto& extension = document.append(document.root(), "extension");
    document.setString(document.append(extension, "url"), std::string(url));
    document.setString(document.append(extension, "valueCode"), std::move(code));
}

void addReference(fhir::Document& document, char const* member, char const* type, std::string display) {
    auto& reference = document.append(document.root(), member);
    document.setString(document.append(reference, "type"), type);
    document.setString(document.append(reference, "display"), std::move(display));
}

/// By what they are alone: the kiosk knows no names.
void tellWhoAnswered(fhir::Document& document, Completion const& completion) {
    if (completion.givenBy == GivenBy::PersonWithStaff) {
        addCode(document, names::completionMode, "assisted");
        addReference(document, "author", "Practitioner", "staff");
    }
    if (completion.answeredBy.empty()) return;
    bool const byPatient = completion.answeredBy == names::answeredBy::patient;
    addReference(document, "source", byPatient ? "Patient" : "RelatedPerson", completion.answeredBy);
    if (byPatient) return;
    addCode(document, names::completionMode, "proxy");
    addCode(document, names::proxyRelation, completion.answeredBy);
}

/// The visit by its number alone: the kiosk knows no more of it.
void tellVisit(fhir::Document& document, std::string const& code) {
    auto& identifier = document.append(document.append(document.root(), "encounter"), "identifier");
    document.setString(document.append(identifier, "system"), std::string(names::visitCodes));
    document.setString(document.append(identifier, "value"), code);
}

void sign(fhir::Document& document, std::string const& signature) {
    auto const signed_ = fhir::Document::parse(asBytes(signature), {}, fhir::Model::r4().find("Signature"));
    if (!signed_) return;
    auto& extension = document.append(document.root(), "extension");
    document.setString(document.append(extension, "url"), std::string(names::responseSignature));
    document.appendCopy(extension, "valueSignature", signed_->root());
}

} // namespace

fhir::Document Response::toDocument(Completion const& completion) const {
    fhir::Document document(fhir::Model::r4().find("QuestionnaireResponse"));
    auto const set = [&](char const* member, std::string text) {
        document.setString(document.append(document.root(), member), std::move(text));
    };
    set("resourceType", "QuestionnaireResponse");
    if (!completion.language.empty()) set("language", completion.language);
    if (!form().url().empty()) set("questionnaire", form().canonical());
    set("status", std::string(toString(completion.status)));
    if (!completion.visitCode.empty()) tellVisit(document, completion.visitCode);
    set("authored", base::toIsoText(completion.authored));
    tellWhoAnswered(document, completion);
    if (!completion.signature.empty()) sign(document, completion.signature);
    writeItems(document, document.root(), *m_instances, Detail::Shortest);
    return document;
}

Json Response::toFhir(Completion const& completion) const {
    return Json::parse(toJson(toDocument(completion).root()), nullptr, false);
}

} // namespace kiosk::survey
