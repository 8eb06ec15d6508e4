#include "sync/protocol/Routes.h"

#include <gtest/gtest.h>

using namespace sync_protocol;

TEST(PacksQuery, comesBack) {
    PackVersions have{{"factory", 3}, {"media-2", 18446744073709551615U}};
    EXPECT_EQ(packsQuery(have), "have=factory:3,media-2:18446744073709551615");
    EXPECT_EQ(parsePacksQuery(packsQuery(have)).value(), have);
    EXPECT_EQ(parsePacksQuery(packsQuery({})).value(), PackVersions());
}

TEST(PacksQuery, takesNothingElse) {
    for (auto const* bad : {"want=a:1", "have=a", "have=a:", "have=a:0", "have=a:01", "have=a:1x", "have=../a:1",
                            "have=A:1", "have=a:99999999999999999999", "have=:1", "have=a:1,,b:2"})
        EXPECT_FALSE(parsePacksQuery(bad)) << bad;
    std::string many = "have=a:1";
    for (int i = 0; i < 100; ++i) many += ",p" + std::to_string(i) + ":1";
    EXPECT_FALSE(parsePacksQuery(many));
}

TEST(PackFileName, comesBackAndStaysInItsFolder) {
    EXPECT_EQ(packFileName("factory", 12), "factory-12.pack");
    EXPECT_EQ(parsePackFileName("media-files-7.pack").value(), std::pair(std::string("media-files"), std::uint64_t{7}));
    for (auto const* bad :
         {"factory.pack", "factory-0.pack", "../x-1.pack", "-1.pack", ".x-1.pack", "x-1.pack.tmp", "x-1"})
        EXPECT_FALSE(parsePackFileName(bad)) << bad;
}
