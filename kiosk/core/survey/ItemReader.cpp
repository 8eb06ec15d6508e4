#include "kiosk/core/survey/ItemReader.h"

#include "kiosk/core/survey/Answers.h"
#include "kiosk/core/survey/LogicReader.h"
#include "kiosk/core/survey/LookReader.h"
#include "kiosk/core/survey/Names.h"
#include "kiosk/core/survey/OptionReader.h"
#include "kiosk/core/survey/Reading.h"
#include "kiosk/core/survey/RuleReader.h"
#include "kiosk/core/survey/Shape.h"
#include "kiosk/core/survey/Values.h"

#include <algorithm>
#include <array>

namespace kiosk::survey {

namespace {

constexpr std::size_t mostItems = 5000;
constexpr int deepestItem = 16;

constexpr std::array types{ItemType::Group,      ItemType::Display,   ItemType::Boolean,    ItemType::Choice,
                           ItemType::OpenChoice, ItemType::Integer,   ItemType::Decimal,    ItemType::String,
                           ItemType::Text,       ItemType::Date,      ItemType::DateTime,   ItemType::Time,
                           ItemType::Url,        ItemType::Reference, ItemType::Attachment, ItemType::Quantity};

/// An address ends so when something around it repeats; a linkId must not.
bool looksLikeAnAddress(std::string_view linkId) {
    auto const hash = linkId.rfind('#');
    return hash != std::string_view::npos &&
           linkId.find_first_not_of("0123456789.", hash + 1) == std::string_view::npos;
}

} // namespace

ItemReader::ItemReader(Reading& reading, Element const& source, int depth) :
    m_reading(reading), m_source(source), m_depth(depth),
    m_notes(reading.findings, "item '" + std::string(source.textOf("linkId")) + "'") {}

Item ItemReader::read() {
    m_item.source = &m_source;
    m_item.linkId = m_source.textOf("linkId");
    m_item.depth = m_depth;
    readKind();
    readTexts();
    readFlags();
    readLook(m_source, m_item, m_notes);
    readOptions(m_reading, m_source, m_item, m_notes);
    readRules(m_reading, m_source, m_item, m_notes);
    readLogic(m_reading, m_source, m_item, m_notes);
    readInitial();
    if (m_depth >= deepestItem && m_source.child("item"))
        m_notes.error("nested too deep");
    else
        m_item.items = survey::readItems(m_reading, m_source, m_depth + 1);
    checkKind();
    absorbNotes();
    return std::move(m_item);
}

void ItemReader::readKind() {
    auto const name = m_source.textOf("type");
    auto const* const found = std::ranges::find(types, name, [](ItemType type) { return toString(type); });
    if (found == types.end())
        m_notes.error("type '" + std::string(name) + "' is not supported");
    else
        m_item.type = *found;
}

void ItemReader::readTexts() {
    m_item.text = readText(m_source.child("text"), m_notes);
    m_item.prefix = readText(m_source.child("prefix"), m_notes);
    m_item.openLabel = readText(extensionValue(m_source, names::openLabel), m_notes);
    m_item.definition = m_source.textOf("definition");
    for (auto const& code : m_source.children("code")) m_item.codes.push_back(readCoding(code, m_notes));
}

void ItemReader::readFlags() {
    m_item.required = flag(m_source, "required");
    m_item.repeats = flag(m_source, "repeats");
    m_item.readOnly = flag(m_source, "readOnly");
    m_item.hidden = flagExtension(m_source, names::hidden, m_notes);
    m_item.usageMode = textExtension(m_source, names::usageMode);
    m_item.needsSignature = extension(m_source, names::signatureRequired) != nullptr;
    m_item.safetyThreshold = numberExtension(m_source, names::safetyThreshold, m_notes);
}

void ItemReader::readInitial() {
    for (auto const& initial : m_source.children("initial")) {
        auto const* value = initial.child("value");
        if (!value) m_notes.error("initial: needs a value");
        if (value) m_item.initial.push_back(value);
    }
    for (auto const& option : m_item.options)
        if (option.initiallySelected) m_item.initial.push_back(option.source);
    if (auto const wrong = checkAll(m_item, m_item.initial)) m_notes.error("initial: " + *wrong);
}

/// Rules that depend on the kind of item (the invariants que-1, 6, 8, 9 of R4).
void ItemReader::checkKind() {
    bool const isDisplay = m_item.type == ItemType::Display;
    if (isDisplay && (m_item.required || m_item.repeats || m_item.readOnly))
        m_notes.warning("a display cannot be required, repeated or read only");
    if (isDisplay) m_item.required = m_item.repeats = false;
    if (isDisplay && !m_item.items.empty()) m_notes.error("a display cannot hold items");
    if (m_item.safetyThreshold &&
        std::ranges::none_of(m_item.options, [](Option const& option) { return option.weight.has_value(); }))
        m_notes.error("safety-threshold needs weights");
    if (looksLikeAnAddress(m_item.linkId)) m_notes.error("linkId: ends in # and a number");
}

/// Display items that belong to their parent rather than stand in the form.
void ItemReader::absorbNotes() {
    auto const target = [this](Item const& child) -> Text* {
        if (child.type != ItemType::Display || !child.conditions.empty() || !child.expressions.empty()) return nullptr;
        if (child.control == "help" || child.control == "flyover") return &m_item.help;
        if (child.control == "legal") return &m_item.legal;
        if (child.control == "lower") return &m_item.lower;
        return child.control == "upper" ? &m_item.upper : nullptr;
    };
    std::erase_if(m_item.items, [&](Item& child) {
        auto* text = target(child);
        if (text && text->empty()) return *text = std::move(child.text), true;
        return false;
    });
}

std::vector<Item> readItems(Reading& reading, Element const& parent, int depth) {
    std::vector<Item> items;
    for (auto const& source : parent.children("item")) {
        if (source.kind() != Element::Kind::Object) continue; // a finding of the shape already
        auto const linkId = std::string(source.textOf("linkId"));
        if (linkId.empty() || linkId.size() > longestLinkId) {
            Notes(reading.findings, placeOf(parent))
                .error("linkId: is missing, empty or too long (item " + std::to_string(items.size() + 1) + ")");
            continue;
        }
        const Notes notes(reading.findings, "item '" + linkId + "'");
        if (reading.linkIds.size() >= mostItems) {
            if (reading.linkIds.size() == mostItems) notes.error("too many items");
            reading.linkIds.insert(linkId);
            return items;
        }
        if (reading.linkIds.insert(linkId).second)
            items.push_back(ItemReader(reading, source, depth).read());
        else
            notes.error("linkId is there twice");
    }
    return items;
}

} // namespace kiosk::survey
