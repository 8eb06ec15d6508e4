#pragma once

#include "kiosk/core/fhir/Document.h"
#include "kiosk/core/survey/Answers.h"

#include <memory>

namespace kiosk::survey {

struct Instance;

/// One answer of a question, with the items nested under it. A question that takes one answer and has nested items has
/// one of these always, also without an answer.
struct AnswerSlot {
    std::uint32_t id = 1;
    Element* kept = nullptr; ///< an `answer` in Instances' vault; null: no answer
    Element* live = nullptr; ///< the same in the live document, while it counts
    std::vector<std::unique_ptr<Instance>> nested;
};

/// An item at one place of a response: the n-th repetition of a group, an item nested under one of several answers.
/// Owned by Instances.
struct Instance {
    Item const* item = nullptr;
    Instance* parent = nullptr;
    std::uint32_t id = 1; ///< among the repetitions of a group
    std::string numbers;  ///< of what repeats around it: "2.1"
    std::string address;  ///< the linkId; "linkId#2.1" where something around (or the group itself) repeats
    bool isEnabled = false;
    bool isEdited = false;      ///< a person answered it: a calculation no longer does
    bool isCalculated = false;  ///< its answers are those of its calculation
    bool isInitialised = false; ///< its initialExpression has been asked
    Element* element = nullptr; ///< `item` in the live document; null: not in it
    std::vector<AnswerSlot> entries;
    std::uint32_t lastSlot = 0;                      ///< the highest number that an answer has had
    std::vector<std::unique_ptr<Instance>> children; ///< of a group

    /// What its expressions made of it; nothing: as the form says.
    struct Computed {
        std::optional<std::string> text;
        std::optional<bool> readOnly;
        std::optional<bool> required;
        std::unique_ptr<fhir::Document> least; ///< holds minValue
        std::unique_ptr<fhir::Document> most;  ///< holds maxValue
        Element const* minValue = nullptr;
        Element const* maxValue = nullptr;
        std::shared_ptr<const fhir::Document> optionSource;
        std::optional<std::vector<Option>> options;
    };
    Computed computed;

    [[nodiscard]] std::vector<Element const*> values() const {
        std::vector<Element const*> all;
        for (auto const& slot : entries)
            if (auto const* value = slot.kept ? slot.kept->child("value") : nullptr) all.push_back(value);
        return all;
    }
    [[nodiscard]] bool hasValues() const {
        for (auto const& slot : entries)
            if (slot.kept) return true;
        return false;
    }
    /// Nested items have a place only while there is an answer to nest them under.
    [[nodiscard]] bool holdsItems() const { return item->type == ItemType::Group || hasValues(); }
    [[nodiscard]] Situation situation() const {
        auto result = Situation::of(*item);
        if (computed.options) result.options = *computed.options;
        if (computed.minValue) result.minValue = computed.minValue;
        if (computed.maxValue) result.maxValue = computed.maxValue;
        if (computed.readOnly) result.readOnly = *computed.readOnly;
        if (computed.required) result.required = *computed.required;
        return result;
    }
};

} // namespace kiosk::survey
