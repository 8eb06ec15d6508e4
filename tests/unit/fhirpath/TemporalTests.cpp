#include "tests/unit/fhirpath/FhirPath.h"

namespace kiosk::fhirpath {
namespace {

using testing::expectAll;

TEST(Temporal, comparesAsFarAsItIsKnown) {
    expectAll({{"@2020-01 < @2020-02-01", "[true]"},
               {"@2020-01 < @2020-01-31", "[]"},
               {"@2020-01-01 = @2020-01-01T10:00:00", "[]"},
               {"@2020-01-02 > @2020-01-01T10:00:00Z", "[true]"},
               {"@T10:30 = @T10:30:00", "[]"},
               {"@T10:30:00 = @T10:30:00.000", "[true]"},
               {"@2020-01-01T10:00:00 = @2020-01-01T10:00:00.0", "[true]"},
               {"@2020 ~ @2020-01", "[false]"},
               {"@2020-01-01T10:00:00.1 ~ @2020-01-01T10:00:00.10", "[true]"}});
}

TEST(Temporal, zonesCount) {
    expectAll({{"@2020-01-01T10:00:00Z = @2020-01-01T11:00:00+01:00", "[true]"},
               {"@2020-01-01T23:30:00-01:00 = @2020-01-02T00:30:00Z", "[true]"},
               {"@2020-01-01T10:00:00Z < @2020-01-01T10:00:00-01:00", "[true]"},
               {"@2020-01-01T10:00:00Z = @2020-01-01T10:00:00", "[]"},
               {"@2020-01-03T10:00:00Z > @2020-01-01T10:00:00", "[true]"},
               {"@2020-01-01T10:00:00 > @2020-01-03T10:00:00Z", "[false]"}});
}

TEST(Temporal, stepsOfTheCalendar) {
    expectAll({{"@2020-01-31 + 1 month", "[\"2020-02-29\"]"},
               {"@2020-02-29 + 1 year", "[\"2021-02-28\"]"},
               {"@2020-03-31 - 1 month", "[\"2020-02-29\"]"},
               {"@2020-12-31 + 1 day", "[\"2021-01-01\"]"},
               {"@2020-01-01 + 2 weeks", "[\"2020-01-15\"]"},
               {"@2020-01-01 + 7.7 days", "[\"2020-01-08\"]"},
               {"@2020-01-01 + 47 hours", "[\"2020-01-02\"]"},
               {"@2014 + 24 months", "[\"2016\"]"},
               {"@2014 + 25 months", "[\"2016\"]"},
               {"@2020-01 + 45 days", "[\"2020-02\"]"},
               {"@2020-01-01T23:59:59Z + 1 second", "[\"2020-01-02T00:00:00Z\"]"},
               {"@2020-01-01T00:00:00.000Z + 0.5 seconds", "[\"2020-01-01T00:00:00.500Z\"]"},
               {"@2020-01-01T00:00:00Z - 1 millisecond", "[\"2019-12-31T23:59:59.999Z\"]"},
               {"@T23:00 + 2 hours", "[\"01:00\"]"},
               {"@T00:30 - 1 hour", "[\"23:30\"]"},
               {"@9999-12-31 + 1 day", "[]"},
               {"@0001-01-01 - 1 day", "[]"},
               {"@2020-01-01 + 1 'd'", "[\"2020-01-02\"]"},
               {"@2020-01-01 + 1 'a'", "error"},
               {"@2020-01-01 + 1 'cm'", "error"},
               {"@2020-01-01 * 1 day", "error"}});
}

TEST(Temporal, partsOfDates) {
    expectAll({{"@2020-05-06T07:08:09.123+02:00.yearOf()", "[2020]"},
               {"@2020-05-06T07:08:09.123+02:00.millisecondOf()", "[123]"},
               {"@2020-05-06T07:08:09+02:00.timezoneOffsetOf()", "[2]"},
               {"@2020-05.dayOf()", "[]"},
               {"@T10:30.minuteOf()", "[30]"},
               {"@T10:30.yearOf()", "[]"},
               {"@2020-05-06T07:08:09Z.dateOf() is Date", "[true]"},
               {"@2020-05-06T07:08:09Z.timeOf()", "[\"07:08:09\"]"}});
}

TEST(Temporal, isWrittenAsItWasRead) {
    for (auto const* each : {"2020", "2020-01", "2020-01-02", "2020-01-02T03", "2020-01-02T03:04:05.060708Z",
                             "2020-01-02T03:04:05-09:30"}) {
        auto const read = Temporal::parse(Temporal::Kind::DateTime, each);
        ASSERT_TRUE(read) << each;
        EXPECT_EQ(read->toString(), each);
    }
    EXPECT_EQ(Temporal::parse(Temporal::Kind::DateTime, "2016-12-31T23:59:60Z")->second, 59) << "a leap second";
    for (auto const* each : {"", "20", "2020-1", "2020-00", "2019-02-29", "2020-01-01T24:00", "2020-01-01T10:00+15:00",
                             "2020-01T10:00", "2020-01-01x"})
        EXPECT_FALSE(Temporal::parse(Temporal::Kind::DateTime, each)) << each;
    EXPECT_FALSE(Temporal::parse(Temporal::Kind::Date, "2020-01-01T10:00"));
    EXPECT_FALSE(Temporal::parse(Temporal::Kind::Time, "10:00Z"));
}

} // namespace
} // namespace kiosk::fhirpath
