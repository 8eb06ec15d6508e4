#include "kiosk/core/crypto/Password.h"

#include <gtest/gtest.h>

namespace kiosk::crypto {
namespace {

SecretBytes secret(std::string_view text) {
    return SecretBytes(asBytes(text));
}

// github.com/P-H-C/phc-winner-argon2, src/test.c: Argon2id, version 0x13, "password", "somesalt".
TEST(Password, matchesTheReferenceImplementationsHashes) {
    for (auto const* hash : {"$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc",
                             "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4"}) {
        EXPECT_TRUE(passwordMatches(hash, secret("password"))) << hash;
        EXPECT_FALSE(passwordMatches(hash, secret("passwore"))) << hash;
    }
}

TEST(Password, hashesItsOwnAndNoOther) {
    auto const hash = passwordHash(secret("482916"));
    EXPECT_NE(hash, passwordHash(secret("482916"))) << "a salt of its own";
    EXPECT_TRUE(isPasswordHash(hash)) << hash;
    EXPECT_TRUE(passwordMatches(hash, secret("482916")));
    EXPECT_FALSE(passwordMatches(hash, secret("482917")));
    EXPECT_FALSE(passwordMatches(hash, secret("")));
    EXPECT_FALSE(passwordMatches("", secret("482916")));
    EXPECT_FALSE(passwordMatches("482916", secret("482916")));
}

TEST(Password, onlyHashesOfOurCostsAreTaken) {
    auto const hash = passwordHash(secret("482916"));
    EXPECT_FALSE(isPasswordHash(hash + "A"));
    EXPECT_FALSE(isPasswordHash(hash.substr(1)));
    EXPECT_FALSE(
        isPasswordHash("$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"));
    auto broken = hash;
    broken[40] = ' ';
    EXPECT_FALSE(isPasswordHash(broken));
}

} // namespace
} // namespace kiosk::crypto
