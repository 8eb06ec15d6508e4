#include "sync/http/Server.h"

#include <gtest/gtest.h>

using sync_http::Address;

TEST(Address, isReadAndWritten) {
    EXPECT_EQ(Address::parse("127.0.0.1:8443").value().port, 8443);
    EXPECT_EQ(Address::parse("[::1]:80").value().host, "::1");
    for (auto const* text : {"127.0.0.1:8443", "[::1]:80"}) EXPECT_EQ(Address::parse(text).value().toString(), text);
    for (auto const* bad : {"", "8443", ":8443", "127.0.0.1:", "127.0.0.1:65536", "127.0.0.1:-1", "127.0.0.1:80x"})
        EXPECT_FALSE(Address::parse(bad)) << bad;
}
