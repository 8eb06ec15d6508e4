#include "kiosk/core/media/Svg.h"

#include "kiosk/core/media/Picture.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <pugixml.hpp>
#include <string>
#include <string_view>

namespace kiosk::media {

namespace {

constexpr int deepest = 32;
constexpr std::size_t mostElements = 5000;
/// Without `use`, which makes much of little, and without whatever names something outside.
constexpr std::array<std::string_view, 18> elements{
    "svg",  "g",     "path", "rect", "circle", "ellipse",        "line",           "polyline", "polygon",
    "text", "tspan", "desc", "defs", "title",  "linearGradient", "radialGradient", "stop",     "metadata"};

std::string lowered(std::string_view text) {
    std::string low(text);
    for (auto& each : low)
        if (each >= 'A' && each <= 'Z') each = char(each - 'A' + 'a');
    return low;
}

/// Only into the picture itself: url(#id).
bool refersOut(std::string const& value) {
    for (auto at = value.find("url("); at != std::string::npos; at = value.find("url(", at + 1))
        if (value.compare(at + 4, 1, "#") != 0) return true;
    return value.find('\\') != std::string::npos;
}

bool isSafe(pugi::xml_attribute const& attribute) {
    auto const name = lowered(attribute.name());
    auto const value = lowered(attribute.value());
    if (name.starts_with("on") || name == "xml:base") return false;
    if (name == "href" || name.ends_with(":href")) return value.starts_with('#');
    return !refersOut(value);
}

bool isSmall(pugi::xml_node const& svg) {
    return std::ranges::all_of(std::array{"width", "height"}, [&](char const* side) {
        return std::strtod(svg.attribute(side).value(), nullptr) <= mostPixelsAcross;
    });
}

Result<void> checkElement(pugi::xml_node const& element, int depth, std::size_t& count) {
    if (depth > deepest || ++count > mostElements) return fail(ErrorKind::Invalid, "is an SVG of too many parts");
    if (std::ranges::find(elements, std::string_view(element.name())) == elements.end())
        return fail(ErrorKind::Invalid,
                    "is an SVG with more than shapes and words: <" + std::string(element.name()) + ">");
    for (auto const& attribute : element.attributes())
        if (!isSafe(attribute))
            return fail(ErrorKind::Invalid,
                        "is an SVG that acts or refers out of itself: " + std::string(attribute.name()));
    for (auto const& child : element.children()) {
        if (child.type() == pugi::node_element) TRY(checkElement(child, depth + 1, count));
        if (child.type() == pugi::node_pi) return fail(ErrorKind::Invalid, "is an SVG with a style sheet");
    }
    return {};
}

} // namespace

Result<void> checkSvg(ByteView data) {
    pugi::xml_document document;
    auto const parsed =
        document.load_buffer(data.data(), data.size(), pugi::parse_default | pugi::parse_pi | pugi::parse_doctype);
    auto const svg = document.document_element();
    if (!parsed || std::string_view(svg.name()) != "svg") return fail(ErrorKind::Invalid, "is not of its contentType");
    for (auto const& child : document.children())
        if (child != svg) return fail(ErrorKind::Invalid, "is an SVG with a DTD or a style sheet");
    if (!isSmall(svg)) return fail(ErrorKind::Invalid, "is an SVG more than 4096 across");
    std::size_t count = 0;
    return checkElement(svg, 1, count);
}

} // namespace kiosk::media
