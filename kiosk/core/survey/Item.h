#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/survey/Text.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace kiosk::survey {

struct Item;

enum class ItemType { Group, Display, Boolean, Choice, OpenChoice, Integer, Decimal, String, Text, Date };

/// One of the answers a question offers.
struct Option {
    Json value;  ///< as it goes into an answer: {"valueCoding": {"system", "code"}}, {"valueInteger": 3}, …
    Text label;  ///< what a person reads
    Text prefix; ///< "a)"
    std::optional<double> weight; ///< ordinalValue or itemWeight
    bool exclusive = false;       ///< "none of these": goes with no other answer
    bool initiallySelected = false;
};

enum class Comparison { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

/// One enableWhen.
struct Condition {
    std::string questionId;
    Item const* question = nullptr;
    Comparison comparison = Comparison::Exists;
    Json answer; ///< as in answers, {"valueInteger": 3}
};

/// A question, a display text or a group of a form. Belongs to its Form, and does not change.
struct Item {
    std::string linkId;
    ItemType type = ItemType::Display;
    Text text;
    Text prefix;
    Text help;      ///< from a child display item with the control `help`
    Text lower;     ///< what the lowest value means, from a child display item with the control `lower`
    Text upper;     ///< the same for the highest, `upper`
    Text openLabel; ///< of the own-words answer of an open-choice
    std::string
        control; ///< itemControl: `radio-button`, `check-box`, `slider`, ours: `faces`, `number-scale`; may be empty
    std::vector<Coding> codes;
    bool required = false;
    bool repeats = false;
    bool readOnly = false;
    bool hidden = false;                  ///< itself or by a group around it: never asked, never in the output
    std::optional<std::size_t> maxLength; ///< in code points
    std::optional<Json> minValue;
    std::optional<Json> maxValue;
    std::vector<Option> options;
    std::vector<Condition> conditions;
    bool needsAllConditions = false;
    Json initial = Json::array();
    std::optional<double> safetyThreshold;

    std::vector<Item> items;
    Item const* parent = nullptr;
    std::size_t position = 0; ///< in reading order, from 0

    [[nodiscard]] bool isQuestion() const { return type != ItemType::Group && type != ItemType::Display; }
};

[[nodiscard]] std::string_view toString(ItemType type);

} // namespace kiosk::survey
