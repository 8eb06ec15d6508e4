#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/crypto/Bech32.h"
#include "kiosk/core/crypto/Kdf.h"
#include "kiosk/core/crypto/SelfCheck.h"
#include "kiosk/core/crypto/Signing.h"

#include <gtest/gtest.h>

namespace kiosk::crypto {
namespace {

Bytes hexBytes(std::string_view text) {
    return base::fromHex(text).value();
}

TEST(SelfCheck, passesOnThisMachine) {
    auto const checked = knownAnswerCheck();
    EXPECT_TRUE(checked) << checked.error().text;
}

TEST(Sha256, isTheSameInPiecesOfAnySize) {
    Bytes message(1000);
    for (std::size_t i = 0; i < message.size(); ++i) message[i] = static_cast<std::uint8_t>(i);
    for (const std::size_t step : {1U, 63U, 64U, 65U, 999U}) {
        Sha256 hash;
        for (std::size_t at = 0; at < message.size(); at += step)
            hash.update(ByteView(message).subspan(at, std::min(step, message.size() - at)));
        EXPECT_EQ(hash.finish(), sha256(message)) << step;
    }
    EXPECT_EQ(base::toHex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

TEST(Hkdf, givesTheAnswersOfRfc5869) {
    struct Row {
        std::string_view name, inputKey, salt, info, output;
    };
    const Row rows[] = {
        {"A.2, longer than one block",
         "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f202122232425262728292a2b2c2d2e2f3031323334353"
         "6"
         "3738393a3b3c3d3e3f404142434445464748494a4b4c4d4e4f",
         "606162636465666768696a6b6c6d6e6f707172737475767778797a7b7c7d7e7f808182838485868788898a8b8c8d8e8f9091929394959"
         "6"
         "9798999a9b9c9d9e9fa0a1a2a3a4a5a6a7a8a9aaabacadaeaf",
         "b0b1b2b3b4b5b6b7b8b9babbbcbdbebfc0c1c2c3c4c5c6c7c8c9cacbcccdcecfd0d1d2d3d4d5d6d7d8d9dadbdcdddedfe0e1e2e3e4e5e"
         "6"
         "e7e8e9eaebecedeeeff0f1f2f3f4f5f6f7f8f9fafbfcfdfeff",
         "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41c65e590e09da3275600c2f0"
         "9"
         "b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87"},
        {"A.3, no salt and no info", "0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b0b", "", "",
         "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8"},
    };
    for (auto const& row : rows) {
        auto const output =
            hkdfSha256(hexBytes(row.inputKey), hexBytes(row.salt), hexBytes(row.info), row.output.size() / 2);
        EXPECT_EQ(base::toHex(output), row.output) << row.name;
    }
}

TEST(SigningKey, signsAndVerifiesItsOwnMessagesOnly) {
    auto const key = SigningKey::generate();
    auto const message = toBytes("a message");
    auto const signature = key.sign(message);
    EXPECT_TRUE(verify(key.verifyKey(), message, signature));
    EXPECT_FALSE(verify(SigningKey::generate().verifyKey(), message, signature));
    EXPECT_FALSE(verify(key.verifyKey(), toBytes("a massage"), signature));
    EXPECT_FALSE(verify(key.verifyKey(), message, ByteView(signature).first(63)));
    EXPECT_FALSE(verify(key.verifyKey(), message, {}));
}

TEST(SigningKey, oneChangedBitOfASignatureIsRefused) {
    auto const key = SigningKey::generate();
    auto const message = toBytes("a message");
    auto const signature = key.sign(message);
    for (std::size_t bit = 0; bit < signature.size() * 8; ++bit) {
        auto altered = signature;
        altered[bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        EXPECT_FALSE(verify(key.verifyKey(), message, altered)) << bit;
    }
}

TEST(SigningKey, comesBackFromItsKeyFile) {
    auto const key = SigningKey::generate();
    auto const text = key.toText();
    EXPECT_TRUE(asText(text).ends_with("=\n"));
    auto const again = SigningKey::parse(asText(text));
    ASSERT_TRUE(again);
    EXPECT_EQ(again->verifyKey(), key.verifyKey());
    EXPECT_EQ(again->sign(toBytes("x")), key.sign(toBytes("x")));
}

TEST(SigningKey, refusesOtherKeyFilesWithoutQuotingThem) {
    const std::string secret = "c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2VjcmV0c2U=";
    for (auto const& text :
         {std::string(), secret, "CANDOR-ED25519-SEED " + secret + "=", "CANDOR-ED25519-SEED  " + secret,
          "CANDOR-ED25519-SEED " + secret + "\n\n", std::string("CANDOR-ED25519-SEED c2VjcmV0")}) {
        auto const key = SigningKey::parse(text);
        ASSERT_FALSE(key) << text;
        EXPECT_EQ(key.error().kind, ErrorKind::Invalid);
        EXPECT_EQ(key.error().text.find("c2Vj"), std::string::npos);
    }
    EXPECT_TRUE(SigningKey::parse("CANDOR-ED25519-SEED " + secret));
    EXPECT_FALSE(SigningKey::fromSeed(Bytes(31)));
}

TEST(VerifyKey, hasOneTextAndRefusesPointsNobodySignsWith) {
    auto const key = SigningKey::generate().verifyKey();
    EXPECT_EQ(VerifyKey::parse(key.toText()), key);
    EXPECT_EQ(key.keyId(), base::toHex(sha256(key.bytes)));
    EXPECT_FALSE(VerifyKey::parse(base::toBase64(Bytes(32, 0)))) << "small order";
    EXPECT_FALSE(VerifyKey::parse(base::toBase64(Bytes(31, 7)))) << "too short";
    EXPECT_FALSE(VerifyKey::parse(key.toText() + "\n"));
}

TEST(Bech32, roundTripsEveryLength) {
    for (std::size_t size = 0; size < 40; ++size) {
        auto const bytes = SecretBytes::random(size);
        auto const text = bech32::encode("age", bytes);
        auto const decoded = bech32::decode("age", asText(text));
        ASSERT_TRUE(decoded) << size;
        EXPECT_EQ(base::toHex(*decoded), base::toHex(bytes));
    }
}

TEST(Bech32, givesTheAnswersOfBip173) {
    EXPECT_EQ(asText(bech32::encode("abcdef", hexBytes("00443214c74254b635cf84653a56d7c675be77df"))),
              "abcdef1qpzry9x8gf2tvdw0s3jn54khce6mua7lmqqqxw");
    EXPECT_EQ(bech32::decode("a", "a12uel5l")->size(), 0U);
    EXPECT_EQ(bech32::decode("split", "split1checkupstagehandshakeupstreamerranterredcaperred2y9e3w")->size(), 30U);
}

TEST(Bech32, refusesAnySingleWrongCharacter) {
    const std::string good(asText(bech32::encode("age", SecretBytes::random(32))));
    for (std::size_t at = 0; at < good.size(); ++at)
        for (char const c : std::string_view("qpzry9x8gf2tvdw0s3jn54khce6mua7lbioB1 ")) {
            auto text = good;
            if (text[at] == c) continue;
            text[at] = c;
            EXPECT_FALSE(bech32::decode("age", text)) << text;
        }
}

} // namespace
} // namespace kiosk::crypto
