// What must not stay in memory that is given back: keys in any spelling, plaintext.
#include "kiosk/core/crypto/Age.h"
#include "kiosk/core/crypto/AgeReader.h"
#include "kiosk/core/crypto/Signing.h"
#include "tests/support/memory/HeapWatch.h"

#include <gtest/gtest.h>

namespace kiosk::crypto {
namespace {

using memory_watch::HeapWatch;

constexpr std::string_view seed = "0123456789abcdefghijklmnopqrstuv";
constexpr std::string_view seedBase64 = "MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY";
constexpr std::string_view keyFile = "CANDOR-ED25519-SEED MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY=\n";
constexpr std::string_view damagedKeyFile = "CANDOR-ED25519-SEED MDEyMzQ1Njc4OWFiY2RlZmdoaWprbG1ub3BxcnN0dXY\n";
// The key of SelfCheck.cpp, which guards nothing.
constexpr std::string_view identity = "AGE-SECRET-KEY-1NNMVFY5X4MMDEXRENFVDXCDH9CEWVLG6UF6Q2Y7MVPHY0U2YJEHSQSEZ79";
constexpr std::string_view identityInLowerCase =
    "age-secret-key-1nnmvfy5x4mmdexrenfvdxcdh9cewvlg6uf6q2y7mvphy0u2yjehsqsez79";
constexpr std::string_view answer = "I feel down most days. ";

TEST(Watch, seesWhatNobodyWiped) {
    HeapWatch const watch(answer);
    { const Bytes careless(answer.begin(), answer.end()); }
    EXPECT_EQ(watch.leftBehind(), 1U);
}

TEST(Wipe, reachesWhatABufferHeldBeforeItShrank) {
    HeapWatch const watch(answer.substr(1));
    {
        Bytes plaintext(answer.begin(), answer.end());
        plaintext.resize(1);
        base::wipe(plaintext);
        std::string text(answer);
        text.resize(1);
        base::wipe(text);
    }
    EXPECT_EQ(watch.leftBehind(), 0U);
}

TEST(Wipe, aSigningKeyLeavesNothingOutsideGuardedMemory) {
    for (auto const secret : {seed, seedBase64}) {
        HeapWatch const watch(secret);
        ASSERT_TRUE(SigningKey::parse(keyFile));
        EXPECT_EQ(SigningKey::parse(keyFile)->toText().size(), keyFile.size());
        EXPECT_FALSE(SigningKey::parse(damagedKeyFile));
        EXPECT_EQ(watch.leftBehind(), 0U) << secret;
    }
}

TEST(Wipe, anIdentityLeavesNothingOutsideGuardedMemory) {
    for (auto const secret : {identity, identityInLowerCase}) {
        HeapWatch const watch(secret);
        auto const parsed = Identity::parseFile(identity);
        ASSERT_TRUE(parsed);
        EXPECT_EQ(parsed->front().toText().size(), identity.size());
        EXPECT_EQ(watch.leftBehind(), 0U) << secret;
    }
}

TEST(Wipe, theChunksOfAnOpenedFileAreGoneAfterwards) {
    Bytes plaintext;
    plaintext.reserve(66 * 1024); // a copy left by growing would be found
    while (plaintext.size() < 65 * 1024) base::append(plaintext, asBytes(answer)); // the second chunk is short
    auto const key = Identity::parse(identity);
    const std::vector recipients{key->recipient()};
    HeapWatch const watch(answer);
    {
        auto const sealed = seal(plaintext, recipients);
        ASSERT_TRUE(sealed);
        auto const forget = [](ByteView) { return Result<void>{}; };
        ASSERT_TRUE(openStream(age::sourceOf(*sealed), std::span(&*key, 1), forget));
    }
    EXPECT_EQ(watch.leftBehind(), 0U);
}

} // namespace
} // namespace kiosk::crypto
