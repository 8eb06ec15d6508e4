#include "kiosk/core/packs/QuietHours.h"

#include "kiosk/core/packs/Members.h"

namespace kiosk::packs {

namespace {

/// Two digits below `most`; -1: something else.
int twoDigits(std::string_view text, int most) {
    if (text.size() != 2 || text.find_first_not_of("0123456789") != text.npos) return -1;
    auto const number = (text[0] - '0') * 10 + (text[1] - '0');
    return number < most ? number : -1;
}

Result<std::chrono::minutes> readTime(Json const& json, std::string const& name) {
    auto const text = TRY(base::textMember(json, name));
    const std::string_view view(text);
    bool const shaped = view.size() == 5 && view[2] == ':';
    auto const hours = shaped ? twoDigits(view.substr(0, 2), 24) : -1;
    auto const minutes = shaped ? twoDigits(view.substr(3), 60) : -1;
    if (hours < 0 || minutes < 0)
        return fail(ErrorKind::Invalid, name + ": '" + text + "' is not a time of the day such as 21:00");
    return std::chrono::hours(hours) + std::chrono::minutes(minutes);
}

} // namespace

bool QuietHours::hold(std::chrono::minutes timeOfDay) const {
    return from < to ? timeOfDay >= from && timeOfDay < to : timeOfDay >= from || timeOfDay < to;
}

Result<QuietHours> QuietHours::parse(Json const& json) {
    TRY(knownMembersOnly(json, {"from", "to"}));
    QuietHours hours;
    hours.from = TRY(readTime(json, "from"));
    hours.to = TRY(readTime(json, "to"));
    if (hours.from == hours.to) return fail(ErrorKind::Invalid, "to: is the same as from");
    return hours;
}

} // namespace kiosk::packs
