#include "kiosk/core/survey/LookReader.h"

#include "kiosk/core/survey/MediaReader.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/Reading.h"

#include <array>
#include <charconv>

namespace kiosk::survey {

namespace {

/// Of HL7's questionnaire-item-control, SDC and ours.
constexpr std::array knownControls{
    "group",     "list",        "table",  "htable",       "gtable", "grid",    "header",   "footer",   "text",
    "inline",    "prompt",      "unit",   "lower",        "upper",  "flyover", "help",     "question", "autocomplete",
    "drop-down", "check-box",   "lookup", "radio-button", "slider", "spinner", "text-box", "page",     "tab-container",
    "legal",     "open-choice", "faces",  "number-scale", "hgroup", "atable"};

/// The first coding's code of a CodeableConcept in an extension.
std::string conceptCode(Element const& source, std::string_view url) {
    auto const* concept_ = extensionValue(source, url);
    auto const* coding = concept_ ? concept_->child("coding") : nullptr;
    if (coding) return std::string(coding->textOf("code"));
    return concept_ ? std::string(concept_->textOf("text")) : std::string{};
}

std::string controlOf(Element const& source, Notes const& notes) {
    auto const code = conceptCode(source, names::itemControl);
    for (auto const* known : knownControls)
        if (code == known) return code;
    if (!code.empty()) notes.information("itemControl: '" + code + "' is not known");
    return code;
}

Orientation orientationOf(Element const& source) {
    auto const word = textExtension(source, names::choiceOrientation);
    if (word == "horizontal") return Orientation::Horizontal;
    return word == "vertical" ? Orientation::Vertical : Orientation::Unspecified;
}

Collapsible collapsibleOf(Element const& source) {
    auto const word = textExtension(source, names::collapsible);
    if (word == "default-open") return Collapsible::StartsOpen;
    return word == "default-closed" ? Collapsible::StartsClosed : Collapsible::No;
}

/// A Quantity in % or px (SDC, questionnaire-width).
std::optional<Width> widthOf(Element const* quantity, Notes const& notes) {
    if (!quantity) return std::nullopt;
    auto const digits = quantity->textOf("value");
    double value = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), value);
    auto const unit = quantity->textOf("code").empty() ? quantity->textOf("unit") : quantity->textOf("code");
    bool const isPercent = unit == "%";
    if (isPercent ? value > 0 && value <= 100 : unit == "px" && value > 0 && value <= 10000)
        return Width{value, isPercent};
    notes.warning("width: is not of 1 to 100 % nor of some px");
    return std::nullopt;
}

std::vector<ChoiceColumn> choiceColumnsOf(Element const& source, Notes const& notes) {
    std::vector<ChoiceColumn> columns;
    for (auto const* each : extensions(source, names::choiceColumn)) {
        ChoiceColumn column;
        column.path = textExtension(*each, "path");
        column.label = readText(extensionValue(*each, "label"), notes);
        column.width = extensionValue(*each, "width");
        column.forDisplay = flagExtension(*each, "forDisplay", notes);
        if (column.path.empty()) notes.error("choiceColumn: needs a path");
        columns.push_back(std::move(column));
    }
    return columns;
}

} // namespace

Rendering readRendering(Element const* primitive, Notes const& notes) {
    if (!primitive) return {};
    Rendering rendering;
    rendering.markdown = readText(extensionValue(*primitive, names::renderingMarkdown), notes);
    rendering.xhtml = readText(extensionValue(*primitive, names::renderingXhtml), notes);
    rendering.style = textExtension(*primitive, names::renderingStyle);
    return rendering;
}

void readLook(Element const& source, Item& item, Notes const& notes) {
    auto& look = item.look;
    item.control = controlOf(source, notes);
    look.rendering = readRendering(source.child("text"), notes);
    look.shortText = readText(extensionValue(source, names::shortText), notes);
    if (look.shortText.empty() && source.child("text"))
        look.shortText = readText(extensionValue(*source.child("text"), names::shortText), notes);
    look.entryFormat = readText(extensionValue(source, names::entryFormat), notes);
    look.displayCategory = conceptCode(source, names::displayCategory);
    look.keyboard = conceptCode(source, names::keyboard);
    if (look.keyboard.empty()) look.keyboard = textExtension(source, names::keyboard);
    for (auto const* link : extensions(source, names::supportLink))
        if (auto const* value = link->child("value")) look.supportLinks.push_back(value->text());
    look.orientation = orientationOf(source);
    look.collapsible = collapsibleOf(source);
    if (auto const count = countExtension(source, names::columnCount, notes))
        look.columnCount = static_cast<int>(*count);
    look.choiceColumns = choiceColumnsOf(source, notes);
    look.width = widthOf(extensionValue(source, names::width), notes);
    look.picture = readPicture(extensionValue(source, names::itemMedia), "itemMedia", notes);
    look.signFilms = readSignFilms(source, notes);
    look.sliderStep = numberExtension(source, names::sliderStep, notes);
    look.terminologyServer = textExtension(source, names::preferredTerminologyServer);
}

} // namespace kiosk::survey
