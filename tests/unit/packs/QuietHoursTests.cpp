#include "kiosk/core/packs/QuietHours.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using namespace std::chrono_literals;
using testing::HasSubstr;

TEST(QuietHours, holdOverMidnightAndWithinADay) {
    auto const night = *QuietHours::parse(Json{{"from", "21:30"}, {"to", "07:00"}});
    for (auto const time : {21h + 30min, 23h + 59min, 0h + 0min, 6h + 59min}) EXPECT_TRUE(night.hold(time));
    for (auto const time : {21h + 29min, 7h + 0min, 12h + 0min}) EXPECT_FALSE(night.hold(time));
    auto const noon = *QuietHours::parse(Json{{"from", "12:00"}, {"to", "14:00"}});
    EXPECT_TRUE(noon.hold(12h));
    EXPECT_FALSE(noon.hold(14h));
    EXPECT_FALSE(noon.hold(0h));
}

TEST(QuietHours, thatAreNoTimesAreRefused) {
    auto const why = [](Json const& json) {
        auto const hours = QuietHours::parse(json);
        return hours ? "taken" : hours.error().text;
    };
    for (auto const* text : {"24:00", "7:00", "07:60", "0700", "ab:cd", "07:0a", "-1:00", "07:000"})
        EXPECT_THAT(why({{"from", text}, {"to", "08:00"}}), HasSubstr("from: '")) << text;
    EXPECT_THAT(why({{"from", "07:00"}}), HasSubstr("to"));
    EXPECT_THAT(why({{"from", "07:00"}, {"to", "07:00"}}), HasSubstr("to: is the same"));
    EXPECT_THAT(why({{"from", "07:00"}, {"to", "08:00"}, {"on", 1}}), HasSubstr("on: is not a member"));
}

} // namespace
} // namespace kiosk::packs
