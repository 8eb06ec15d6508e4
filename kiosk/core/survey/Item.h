#pragma once

#include "kiosk/core/base/Json.h"
#include "kiosk/core/fhir/Element.h"
#include "kiosk/core/survey/Text.h"

#include <cstddef>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace re2 {
class RE2;
}

namespace kiosk::survey {

using fhir::Element;

struct Item;

enum class ItemType {
    Group,
    Display,
    Boolean,
    Choice,
    OpenChoice,
    Integer,
    Decimal,
    String,
    Text,
    Date,
    DateTime,
    Time,
    Url,
    Reference,
    Attachment,
    Quantity
};

/// Text beside its plain form, as the form has it: untrusted, for the renderer's safe subset.
struct Rendering {
    Text markdown;
    Text xhtml;
    std::string style; ///< CSS
};

/// A picture that stands in the form itself and may be shown.
struct Picture {
    std::string contentType;
    std::string data; ///< base64
    Text title;       ///< what it shows, for those who do not see it
};

/// One of the answers a question offers.
struct Option {
    Json value;                      ///< as it goes out: {"valueCoding": {"system", "code"}}, {"valueInteger": 3}, …
    Element const* source = nullptr; ///< the value[x] with all that the form says of it
    Text label;                      ///< what a person reads
    Text prefix;                     ///< "a)"
    Rendering rendering;
    std::optional<Picture> picture;
    std::optional<double> weight; ///< ordinalValue or itemWeight
    bool exclusive = false;       ///< "none of these": goes with no other answer
    bool initiallySelected = false;
};

enum class Comparison { Exists, Equal, NotEqual, Greater, Less, GreaterOrEqual, LessOrEqual };

/// One enableWhen.
struct Condition {
    std::string questionId;
    Item const* question = nullptr; ///< null: an error of the form; never holds
    Item const* around = nullptr;   ///< the innermost item around both; null: only the form is
    Comparison comparison = Comparison::Exists;
    Element const* answer = nullptr; ///< answer[x]
};

enum class Orientation { Unspecified, Horizontal, Vertical };
enum class Collapsible { No, StartsOpen, StartsClosed };

/// A column of a table of options that are more than codes (choiceColumn).
struct ChoiceColumn {
    std::string path;
    Text label;
    Element const* width = nullptr; ///< a Quantity, % or pixels
    bool forDisplay = false;
};

/// How wide a column or a field wishes to be.
struct Width {
    double value = 0;       ///< more than 0
    bool isPercent = false; ///< of what is around it; else in pixels of 1/96 inch
    bool operator==(Width const&) const = default;
};

/// A film of the pack in which an item is said in a sign language.
struct SignFilm {
    std::string language;                        ///< ISO 639-3
    std::string film;                            ///< its file in the pack's media folder
    std::map<std::string, std::string> captions; ///< language → file there
};

/// How an item is to look. Nothing here changes which answers are right.
struct Look {
    Rendering rendering;
    Text shortText;
    Text entryFormat;            ///< a hint: "dd/mm/yyyy"
    std::string displayCategory; ///< `instructions`, `security`, `help`, …
    std::string keyboard;        ///< `phone`, `email`, `number`, `url`, `chat`
    std::vector<std::string> supportLinks;
    Orientation orientation = Orientation::Unspecified;
    Collapsible collapsible = Collapsible::No;
    std::optional<int> columnCount;
    std::vector<ChoiceColumn> choiceColumns;
    std::optional<Width> width;
    std::optional<Picture> picture;
    std::vector<SignFilm> signFilms;
    std::optional<double> sliderStep;
    std::string terminologyServer; ///< preferred; itself or of what is around it
};

/// A rule that an expression checks: targetConstraint or questionnaire-constraint. Holds if it is true or empty.
struct Constraint {
    std::string key;
    bool isError = true; ///< else a warning
    Text human;
    std::string requirements;
    std::size_t expression = 0; ///< in Form::expressions
};

/// What an expression of an item is for.
enum class Role {
    Enable,
    Calculate,
    Initial,
    Answers,    ///< answerExpression
    Candidates, ///< candidateExpression
    Population, ///< itemPopulationContext
    Text,
    ReadOnly,
    Required,
    MinValue,
    MaxValue,
    Variable,
    Toggle,
    Constraint
};

/// answerOptionsToggleExpression: these options are offered only while the expression is true.
struct Toggle {
    std::vector<Element const*> options; ///< value[x]
    std::size_t expression = 0;
};

/// Which answers are right, beside their type.
struct Rules {
    std::optional<std::size_t> minLength; ///< in code points
    std::optional<std::size_t> maxDecimalPlaces;
    std::optional<std::size_t> minOccurs;
    std::optional<std::size_t> maxOccurs;
    std::shared_ptr<const re2::RE2> pattern; ///< the whole answer must match
    Element const* minQuantity = nullptr;
    Element const* maxQuantity = nullptr;
    std::vector<std::string> mimeTypes;
    std::string maxSize; ///< bytes, a decimal; empty: no limit
    std::vector<Coding> units;
    bool unitsAreOpen = false;
    std::string unitSystem; ///< where further units are from
    std::string unitValueSet;
    std::vector<std::string> referenceResources;
    std::vector<Constraint> constraints;
    std::vector<Toggle> toggles;
};

/// A question, a display text or a group of a form. Belongs to its Form, and does not change.
struct Item {
    Element const* source = nullptr;
    std::string linkId;
    ItemType type = ItemType::Display;
    Text text;
    Text prefix;
    Text help;      ///< from a child display item with the control `help` or `flyover`
    Text lower;     ///< what the lowest value means, from a child display item with the control `lower`
    Text upper;     ///< the same for the highest, `upper`
    Text legal;     ///< from a child display item with the control `legal`
    Text openLabel; ///< of the own-words answer of an open-choice
    std::string
        control; ///< itemControl: `radio-button`, `check-box`, `slider`, ours: `faces`, `number-scale`; may be empty
    std::vector<Coding> codes;
    bool required = false;
    bool repeats = false;
    bool readOnly = false;
    bool hidden = false;     ///< itself or by a group around it: never asked, never in the output
    bool isComputed = false; ///< has a calculatedExpression
    std::string usageMode;   ///< empty: always; `capture`, `display`, `display-non-empty`, `capture-display`, …
    bool needsSignature = false;
    std::string definition;               ///< what kind of thing this is: a canonical with a fragment
    std::optional<std::size_t> maxLength; ///< in code points
    Element const* minValue = nullptr;
    Element const* maxValue = nullptr;
    std::string valueSet;        ///< answerValueSet
    bool hasOpenOptions = false; ///< the options are not known: any coding of the item's type is taken
    std::vector<Option> options; ///< as they are listed, or of the value set
    std::vector<Condition> conditions;
    bool needsAllConditions = false;
    std::vector<std::size_t> expressions; ///< in Form::expressions
    std::vector<Element const*> initial;  ///< value[x]
    std::optional<double> safetyThreshold;
    Look look;
    Rules rules;

    std::vector<Item> items;
    Item const* parent = nullptr;
    std::size_t position = 0; ///< in reading order, from 0
    std::size_t end = 0;      ///< position behind the last item inside
    bool isRepeated = false;  ///< there can be several instances: it or something around it repeats
    int depth = 0;

    [[nodiscard]] bool isQuestion() const { return type != ItemType::Group && type != ItemType::Display; }
    [[nodiscard]] bool holds(Item const& other) const { return position <= other.position && other.position < end; }
};

[[nodiscard]] std::string_view toString(ItemType type);

} // namespace kiosk::survey
