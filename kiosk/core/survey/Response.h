#pragma once

#include "kiosk/core/base/Clock.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/core/survey/Logic.h"

#include <memory>
#include <set>

namespace kiosk::survey {

class ResponseReader;

/// How a response ended, in the words of QuestionnaireResponse.status.
enum class CompletionStatus { Completed, Stopped };

[[nodiscard]] std::string_view toString(CompletionStatus status);

/// Who gave the answers in.
enum class GivenBy {
    Person,          ///< alone
    PersonWithStaff, ///< together with somebody of the practice
};

/// What a response says of itself beside the answers.
struct Completion {
    Uuid record;
    Instant authored;
    CompletionStatus status = CompletionStatus::Completed;
    std::string language;    ///< the one the person answered in
    std::string signature{}; ///< a FHIR Signature as JSON; empty: not signed
    GivenBy givenBy = GivenBy::Person;
    std::string answeredBy{}; ///< a code of names::answeredBy; empty: nobody was asked
    std::string visitCode{};  ///< which visit it is of, as Response.encounter; empty: not known
};

/// An answer that calls for the safety text at once.
struct SafetySignal {
    Item const* item = nullptr;
    double weight = 0;
};

/// Something to write down: what is now at an address, as a FHIR answer array in JSON, exact. The address of a
/// repeating group holds the numbers of its instances.
struct Change {
    std::string address;
    std::string json;
};

/// One person's answers to a form. One thread at a time. Starts with the form's initial answers. Answers to items that
/// become disabled are kept, so that a change of mind brings them back, but count nowhere.
///
/// Every instance of an item has an address that never changes: the linkId; where something around it repeats, or it is
/// a repeating group, "linkId#2" ("linkId#2.1" in two levels). Numbers are not used again.
class Response {
public:
    explicit Response(std::shared_ptr<const Form> form, Launch launch = {});

    /// The items of a QuestionnaireResponse from anywhere, right or wrong; only what is hidden is calculated then, as
    /// responses leave it out. What has no place in the form is added to `findings`; `sources` gets the item that each
    /// instance was read from.
    using Sources = std::unordered_map<Instance const*, Element const*>;
    [[nodiscard]] static Response read(std::shared_ptr<const Form> form, Element const& response,
                                       std::vector<Finding>& findings, Sources& sources, Launch launch = {});

    [[nodiscard]] Form const& form() const { return m_instances->form(); }
    [[nodiscard]] Instances const& instances() const { return *m_instances; }
    /// The response as expressions see it.
    [[nodiscard]] Element const& live() const { return m_instances->document().root(); }
    /// Expressions that failed.
    [[nodiscard]] std::vector<Finding> const& findings() const { return m_logic->findings(); }
    /// What its expressions have cost so far, in steps of the engine: the same on every machine.
    [[nodiscard]] std::uint64_t steps() const { return m_logic->steps(); }
    /// Constraints that do not hold, of what is enabled.
    [[nodiscard]] std::vector<Finding> brokenConstraints() const;

    /// Replaces the answers at one address, an empty array clears them. `answers` is an array of {"value[x]": …}; as
    /// text decimals stay as they are written. Returns what to write down to get the same response again.
    /// NotFound: no such address. Invalid: linkId and the rule they break; nothing has changed then.
    [[nodiscard]] Result<std::vector<Change>> answer(std::string_view address, Json const& answers);
    [[nodiscard]] Result<std::vector<Change>> answerText(std::string_view address, std::string_view answers);

    /// As if nobody had answered there since: the answers that were there before, not a person's; a calculation is
    /// followed again. For what was tried and is written down nowhere. Nothing where there is no such address.
    void putBack(std::string_view address, std::string_view answers);
    /// Without the answers that only the form brought and no person has been through: they are nobody's.
    void dropUnconfirmed();

    /// One more repetition behind the last of the group of which one is at `address`.
    /// Invalid: it does not repeat, or maxOccurs.
    [[nodiscard]] Result<std::vector<Change>> addGroup(std::string_view address);
    /// With all its answers; the last one is emptied instead. Invalid: it does not repeat.
    [[nodiscard]] Result<std::vector<Change>> removeGroup(std::string_view address);

    /// Applies what was written down; the order does not matter. An address that is no more is passed over. What was
    /// taken once is taken again, also if other answers have made it read only or no option since.
    /// NotFound, Invalid: no such address, or no answers.
    [[nodiscard]] Result<void> restore(std::vector<Change> const& changes);

    /// As kept, also while the item is disabled; an empty array if there are none or no such address.
    [[nodiscard]] Json answers(std::string_view address) const;
    /// The values of all enabled instances of an item.
    [[nodiscard]] std::vector<Element const*> effectiveValues(Item const& item) const;
    [[nodiscard]] bool isEnabled(std::string_view address) const;
    /// Whether a person has answered anything.
    [[nodiscard]] bool hasAnswers() const;

    /// The screens, in order: enabled questions and display texts, without what is hidden or read only. The text of a
    /// group is on Item::parent. Pointers live as long as the form. What repeats is here once.
    [[nodiscard]] std::vector<Item const*> questions() const;
    /// The same with every repetition; pointers live until the next change.
    [[nodiscard]] std::vector<Instance const*> screens() const;
    /// Enabled required questions without an answer, and required groups without any inside. Empty: may be completed.
    [[nodiscard]] std::vector<Item const*> missingRequired() const;
    /// Whether the form, or a question that is answered, asks for a signature (`questionnaire-signatureRequired`).
    [[nodiscard]] bool needsSignature() const;
    /// Read-only items whose answers are not what the form calculates of the others. Nothing is said of what hangs on
    /// the clock or on what was handed in.
    [[nodiscard]] std::vector<Instance const*> miscalculated() const;
    /// The first answer at or above its item's safety threshold.
    [[nodiscard]] std::optional<SafetySignal> safety() const;

    /// A QuestionnaireResponse as short as FHIR R4 allows: enabled, answered items only; no texts, no displays, no
    /// hidden items. Decimals are exact.
    [[nodiscard]] fhir::Document toDocument(Completion const& completion) const;
    [[nodiscard]] Json toFhir(Completion const& completion) const;

private:
    Result<std::vector<Change>> take(std::string_view address, Result<fhir::Document> const& given);
    enum class Rules { Checked, AsWhenGiven };
    Result<void> accept(Instance& instance, fhir::Document const& given, Rules rules = Rules::Checked);
    enum class Calculates { Everything, Hidden };
    Response(std::shared_ptr<const Form> form, Launch launch, Calculates calculates);
    void dropInitial(ResponseReader const& reader);
    Instance& addEmpty(Instance& group, std::optional<std::uint32_t> id = {});
    [[nodiscard]] bool calculates(Item const& item) const {
        return m_calculates == Calculates::Everything || item.hidden;
    }
    Result<void> restoreGroup(std::string const& address, Json const& numbers);
    Result<void> restoreAnswers(Instance& instance, std::string_view json);
    [[nodiscard]] Result<Instance*> repeatingGroup(std::string_view address) const;
    void touch(Item const& item);
    void touchInside(Item const& item);
    void settle();
    bool update(Instance& instance);
    [[nodiscard]] bool shouldBeEnabled(Instance const& instance);
    bool calculate(Instance& instance);
    bool initialise(Instance& instance);
    bool populate(Instance& group);
    bool setComputed(Instance& instance, fhirpath::Collection const& values);
    void computeFace(Instance& instance);
    void computeOptions(Instance& instance);
    [[nodiscard]] bool isAnswered(Instance const& instance) const;

    std::unique_ptr<Instances> m_instances;
    std::unique_ptr<Logic> m_logic;
    Calculates m_calculates = Calculates::Everything;
    std::set<std::size_t> m_stale; ///< ranks of items that are not up to date
};

} // namespace kiosk::survey
