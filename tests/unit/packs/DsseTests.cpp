#include "kiosk/core/packs/Dsse.h"

#include "kiosk/core/base/Encoding.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using testing::HasSubstr;

std::map<std::string, crypto::VerifyKey> allowing(std::initializer_list<crypto::SigningKey const*> keys) {
    std::map<std::string, crypto::VerifyKey> allowed;
    for (auto const* key : keys) allowed.emplace(key->verifyKey().keyId(), key->verifyKey());
    return allowed;
}

class DsseTest : public testing::Test {
protected:
    crypto::SigningKey m_one = crypto::SigningKey::generate();
    crypto::SigningKey m_two = crypto::SigningKey::generate();
    Dsse m_dsse{"text/plain", toBytes("hello"), {}};
};

TEST_F(DsseTest, signsThePreAuthenticationEncodingOfTheSpecification) {
    // protocol.md of DSSE v1: type "http://example.com/HelloWorld", body "hello world".
    Dsse dsse{"http://example.com/HelloWorld", toBytes("hello world"), {}};
    ASSERT_TRUE(dsse.sign(m_one));
    EXPECT_TRUE(crypto::verify(m_one.verifyKey(), asBytes("DSSEv1 29 http://example.com/HelloWorld 11 hello world"),
                               dsse.signatures[0].signature));
}

TEST_F(DsseTest, textRoundTrips) {
    ASSERT_TRUE(m_dsse.sign(m_one));
    auto const back = Dsse::parse(asBytes(m_dsse.toText()));
    ASSERT_TRUE(back) << back.error().text;
    EXPECT_EQ(back->payload, m_dsse.payload);
    EXPECT_EQ(back->signers(allowing({&m_one}))->size(), 1U);
}

TEST_F(DsseTest, aKeySignsOnce) {
    ASSERT_TRUE(m_dsse.sign(m_one));
    EXPECT_THAT(m_dsse.sign(m_one).error().text, HasSubstr("signed this already"));
    m_dsse.signatures.push_back(m_dsse.signatures[0]);
    EXPECT_THAT(m_dsse.signers(allowing({&m_one})).error().text,
                HasSubstr("signed twice by key " + m_one.verifyKey().keyId()));
}

TEST_F(DsseTest, aStrangerSpoilsTheWhole) {
    ASSERT_TRUE(m_dsse.sign(m_one));
    ASSERT_TRUE(m_dsse.sign(m_two));
    EXPECT_THAT(m_dsse.signers(allowing({&m_one})).error().text, HasSubstr("has no say"));
}

TEST_F(DsseTest, aSignatureOfOtherContentIsRefused) {
    ASSERT_TRUE(m_dsse.sign(m_one));
    auto other = m_dsse;
    other.payload = toBytes("hellO");
    EXPECT_THAT(other.signers(allowing({&m_one})).error().text, HasSubstr("does not match the content"));
    other = m_dsse;
    other.payloadType = "text/html";
    EXPECT_FALSE(other.signers(allowing({&m_one})));
}

TEST_F(DsseTest, otherSpellingsAndShapesAreRefused) {
    ASSERT_TRUE(m_dsse.sign(m_one));
    auto const good = m_dsse.toText();
    auto spaced = good;
    spaced.insert(1, " ");
    auto const sixteen = base::toBase64(Bytes(16));
    for (auto const& text :
         {spaced, good.substr(0, good.size() - 1), std::string("{}"), std::string("[]"), std::string(""),
          std::string(R"({"payloadType":"t","payload":"aGk=","signatures":{}})") + "\n",
          R"({"payloadType":"t","payload":"aGk=","signatures":[{"keyid":"k","sig":")" + sixteen + "\"}]}\n",
          std::string(R"({"payloadType":"t","payload":"aGk","signatures":[]})") + "\n",
          std::string(R"({"payloadType":"t","payload":"aGk=","signatures":[],"more":1})") + "\n"}) {
        auto const parsed = Dsse::parse(asBytes(text));
        ASSERT_FALSE(parsed) << text;
        EXPECT_EQ(parsed.error().kind, ErrorKind::Corrupt);
    }
}

TEST_F(DsseTest, takesAtMostSixteenSignatures) {
    for (int i = 0; i < 16; ++i) ASSERT_TRUE(m_dsse.sign(crypto::SigningKey::generate()));
    EXPECT_FALSE(m_dsse.sign(m_one));
    EXPECT_TRUE(Dsse::parse(asBytes(m_dsse.toText())));
    m_dsse.signatures.push_back(m_dsse.signatures[0]);
    EXPECT_FALSE(Dsse::parse(asBytes(m_dsse.toText())));
}

} // namespace
} // namespace kiosk::packs
