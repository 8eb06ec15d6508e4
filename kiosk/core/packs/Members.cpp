#include "kiosk/core/packs/Members.h"

#include <algorithm>
#include <set>

namespace kiosk::packs {

Result<void> knownMembersOnly(Json const& object, std::initializer_list<std::string_view> known) {
    if (!object.is_object()) return fail(ErrorKind::Invalid, "a JSON object is missing here");
    for (auto const& [name, value] : object.items())
        if (std::find(known.begin(), known.end(), name) == known.end())
            return fail(ErrorKind::Invalid, name + ": is not a member known here");
    return {};
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

} // namespace kiosk::packs
