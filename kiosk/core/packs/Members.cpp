#include "kiosk/core/packs/Members.h"

#include <algorithm>
#include <set>

namespace kiosk::packs {

namespace {

/// U+202A to U+202E and U+2066 to U+2069 make text read otherwise than it is written.
bool turnsDirection(std::string_view utf8) {
    for (std::size_t i = 0; i + 2 < utf8.size(); ++i) {
        auto const last = static_cast<unsigned char>(utf8[i + 2]);
        if (utf8.substr(i, 2) == "\xE2\x80" && last >= 0xAA && last <= 0xAE) return true;
        if (utf8.substr(i, 2) == "\xE2\x81" && last >= 0xA6 && last <= 0xA9) return true;
    }
    return false;
}

} // namespace

Result<void> knownMembersOnly(Json const& object, std::span<std::string_view const> known) {
    if (!object.is_object()) return fail(ErrorKind::Invalid, "a JSON object is missing here");
    for (auto const& [name, value] : object.items())
        if (std::find(known.begin(), known.end(), name) == known.end())
            return fail(ErrorKind::Invalid, name + ": is not a member known here");
    return {};
}

Result<void> knownMembersOnly(Json const& object, std::initializer_list<std::string_view> known) {
    return knownMembersOnly(object, std::span(known.begin(), known.size()));
}

Result<std::vector<std::string>> textList(Json const& object, std::string_view name, std::size_t most) {
    const std::string key(name);
    auto const refuse = [&](std::string_view why) { return fail(ErrorKind::Invalid, key + ": " + std::string(why)); };
    if (!object.contains(key) || !object[key].is_array()) return refuse("a list is missing here");
    if (object[key].empty() || object[key].size() > most)
        return refuse("must have 1 to " + std::to_string(most) + " entries");
    std::vector<std::string> list;
    for (auto const& one : object[key]) {
        if (!one.is_string() || one.get_ref<std::string const&>().empty()) return refuse("holds what is not a text");
        list.push_back(one.get<std::string>());
    }
    if (std::set(list.begin(), list.end()).size() != list.size()) return refuse("names one twice");
    return list;
}

Result<void> checkText(std::string_view text, std::string_view where, std::size_t longest) {
    auto const refuse = [&](std::string_view why) {
        return fail(ErrorKind::Invalid, std::string(where) + ": " + std::string(why));
    };
    if (text.empty() || text.size() > longest) return refuse("must be 1 to " + std::to_string(longest) + " bytes long");
    bool const control =
        std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
    if (control || turnsDirection(text)) return refuse("holds a control or direction-changing character");
    return {};
}

} // namespace kiosk::packs
