#include "kiosk/core/packs/Ids.h"

#include "kiosk/core/packs/Members.h"

namespace kiosk::packs {

bool isInstrumentId(std::string_view text) {
    return !text.empty() && text.size() <= 64 && text.front() != '-' &&
           text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == text.npos;
}

Result<std::vector<std::string>> readIds(Json const& object, std::string_view name, std::size_t most) {
    auto list = TRY(textList(object, name, most));
    for (auto const& one : list)
        if (!isInstrumentId(one)) return fail(ErrorKind::Invalid, std::string(name) + ": '" + one + "' cannot be one");
    return list;
}

} // namespace kiosk::packs
