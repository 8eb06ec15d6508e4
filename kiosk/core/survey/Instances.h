#pragma once

#include "kiosk/core/survey/Form.h"
#include "kiosk/core/survey/Instance.h"

#include <unordered_map>

namespace kiosk::survey {

/// Of one response. Groups that repeat inside each other, and items under each answer, multiply.
inline constexpr std::size_t mostInstances = 50'000;

/// The instances of a form's items in one response, beside a live QuestionnaireResponse that expressions read: it holds
/// an `item` for every instance that has a place, and the answers of those that are enabled. The answers of the others
/// are kept aside.
class Instances {
public:
    /// Of one group, however many its minOccurs asks for.
    static constexpr std::size_t mostAtStart = 100;

    explicit Instances(std::shared_ptr<const Form> form);

    [[nodiscard]] Form const& form() const { return *m_form; }
    [[nodiscard]] std::shared_ptr<const Form> const& sharedForm() const { return m_form; }
    [[nodiscard]] fhir::Document& document() { return m_live; }
    [[nodiscard]] fhir::Document const& document() const { return m_live; }
    [[nodiscard]] std::vector<std::unique_ptr<Instance>> const& roots() const { return m_roots; }
    /// In the order they were made.
    [[nodiscard]] std::vector<Instance*> const& of(Item const& item) const { return m_byItem[item.position]; }
    /// By address; a plain linkId of what repeats is the first. Null: none.
    [[nodiscard]] Instance* find(std::string_view address) const;

    /// Replaces the answers by copies of value[x]. A slot stays with its nested items where its value does; without
    /// `ids` new entries get new ones. Ask hasRoom() first if they have nested items.
    void setValues(Instance& instance, std::span<Element const* const> values, std::span<const std::uint32_t> ids = {});
    /// Shows or hides the answers in the live document.
    void setEnabled(Instance& instance, bool isEnabled);

    /// The repetitions of one group in one place, in order.
    [[nodiscard]] std::vector<Instance*> repetitions(Instance const& group) const;
    /// Whether `count` more repetitions of a group, or answers of a question, fit in with all the items they bring.
    [[nodiscard]] bool hasRoom(Item const& item, std::size_t count = 1) const;
    Instance& addRepetition(Instance& group, std::optional<std::uint32_t> id = {});
    /// Not the last one.
    void removeRepetition(Instance& group);
    /// The highest number that a repetition has had in the place of this group.
    [[nodiscard]] std::uint32_t lastNumber(Instance const& group) const;
    void noteNumber(Instance const& group, std::uint32_t number);
    /// The address of all repetitions of a group: without the number of the last.
    [[nodiscard]] static std::string listAddress(Instance const& group);

    /// The innermost instance of `around` about `inner`, or null if `around` is null (the form).
    [[nodiscard]] static Instance const* around(Instance const& inner, Item const* around);
    [[nodiscard]] static bool isInside(Instance const& inner, Instance const* outer);

private:
    using List = std::vector<std::unique_ptr<Instance>>;

    void fill(List& list, std::vector<Item> const& items, Instance* parent, std::string const& numbers);
    std::unique_ptr<Instance> make(Item const& item, Instance* parent, std::string const& numbers, std::uint32_t id);
    void addSlot(Instance& instance, std::uint32_t id);
    void attach(Instance& instance, Element& holder, Element* before);
    void attachAll(List& list, Element& holder);
    void forget(Instance& instance);
    void detached(Instance& instance);
    void show(Instance& instance);
    void keep(AnswerSlot& slot, Element const* value);
    static AnswerSlot* slotFor(Instance const& instance, std::vector<AnswerSlot>& entries, Element const& value,
                               std::optional<std::uint32_t> id);
    void replace(AnswerSlot& slot, Element const& value);
    void dropSlot(Instance& instance, AnswerSlot& slot);
    List& siblings(Instance const& instance);

    std::shared_ptr<const Form> m_form;
    fhir::Document m_live;
    fhir::Document m_vault; ///< an item with every answer, enabled or not
    List m_roots;
    std::vector<std::vector<Instance*>> m_byItem;
    std::unordered_map<std::string, Instance*> m_byAddress;
    std::unordered_map<std::string, std::uint32_t> m_lastNumbers; ///< of repetitions that are gone, by list address
};

} // namespace kiosk::survey
