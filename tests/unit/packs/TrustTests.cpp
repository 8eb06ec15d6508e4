#include "tests/unit/packs/PackFixtures.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using testing::HasSubstr;

class TrustTest : public testing::Test {
protected:
    [[nodiscard]] std::string why(std::string const& rootText) const {
        auto const followed = m_people.trust().follow(asBytes(rootText));
        return followed ? "not refused" : followed.error().text;
    }
    static std::string anchoring(std::string const& rootText) {
        auto const trust = Trust::anchor(asBytes(rootText));
        return trust ? "not refused" : trust.error().text;
    }
    static std::string text(Root const& root, People::Signers const& signers) {
        return People::signedText(rootType, root.toText(), signers);
    }

    People m_people;
    crypto::SigningKey m_dora = crypto::SigningKey::generate();
};

TEST_F(TrustTest, anchorsARootThatItsOwnKeysSigned) {
    auto const trust = m_people.trust();
    EXPECT_EQ(trust.root().version, 1U);
    EXPECT_EQ(trust.root().nameOf(m_people.bert.verifyKey().keyId()), "Bert");
}

TEST_F(TrustTest, anchorNeedsTheThreshold) {
    EXPECT_THAT(anchoring(text(m_people.root(), {&m_people.alice})), HasSubstr("1 of the 2 signatures"));
    EXPECT_THAT(anchoring(text(m_people.root(), {})), HasSubstr("0 of the 2 signatures"));
    EXPECT_THAT(anchoring(People::signedText(packType, m_people.root().toText(), {&m_people.alice, &m_people.bert})),
                HasSubstr("type"));
}

TEST_F(TrustTest, followsTheNextRootSignedByOldAndNew) {
    // Dora takes Carla's place; Alice and Bert stay, so their two signatures are enough for both.
    auto next = m_people.root(2);
    auto const carla = m_people.carla.verifyKey().keyId();
    next.people.erase(carla);
    std::erase(next.root.keyIds, carla);
    std::erase(next.approver.keyIds, carla);
    People::add(next, m_dora, "Dora");
    auto const followed = m_people.trust().follow(asBytes(text(next, {&m_people.alice, &m_people.bert})));
    ASSERT_TRUE(followed) << followed.error().text;
    EXPECT_EQ(followed->root().version, 2U);
    EXPECT_FALSE(followed->follow(asBytes(m_people.rootText()))) << "the way back is closed";
}

TEST_F(TrustTest, nextRootNeedsThresholdOfOldAndOfNewKeys) {
    People others;
    others.practiceId = m_people.practiceId;
    auto const next = others.root(2);
    EXPECT_THAT(why(text(next, {&others.alice, &others.bert})), HasSubstr("trusted so far: 0 of the 2"));
    EXPECT_THAT(why(text(next, {&m_people.alice, &others.alice, &others.bert})),
                HasSubstr("trusted so far: 1 of the 2"));
    EXPECT_THAT(why(text(next, {&m_people.alice, &m_people.bert, &others.bert})),
                HasSubstr("names itself: 1 of the 2"));
    EXPECT_EQ(why(text(next, {&m_people.alice, &m_people.bert, &others.alice, &others.bert})), "not refused");
}

TEST_F(TrustTest, stepsOfTwoAndSameVersionWithOtherContentAreRefused) {
    EXPECT_THAT(why(text(m_people.root(3), {&m_people.alice, &m_people.bert})), HasSubstr("version 3 does not follow"));
    auto same = m_people.root(1);
    same.practice = "Elm Street";
    EXPECT_THAT(why(text(same, {&m_people.alice, &m_people.bert})), HasSubstr("version 1 does not follow"));
}

TEST_F(TrustTest, anotherPracticesRootIsRefused) {
    auto other = m_people.root(2);
    other.practiceId = Uuid::random();
    EXPECT_THAT(why(text(other, {&m_people.alice, &m_people.bert})), HasSubstr("another practice"));
}

TEST_F(TrustTest, isRememberedAsText) {
    auto const trust = m_people.trust().remembering("words", {7, crypto::sha256(asBytes("x"))});
    auto const back = Trust::fromText(asBytes(trust.toText()));
    ASSERT_TRUE(back) << back.error().text;
    EXPECT_EQ(back->remembered("words").version, 7U);
    EXPECT_EQ(back->remembered("words").file, crypto::sha256(asBytes("x")));
    EXPECT_EQ(back->remembered("media").version, 0U);
    EXPECT_EQ(back->rootText(), trust.rootText());
    EXPECT_FALSE(Trust::fromText(asBytes("{}")));
}

struct BadRoot {
    char const* name;
    char const* pointer;
    Json value;
    char const* why;
};
class BadRoots : public testing::TestWithParam<BadRoot> {};
TEST_P(BadRoots, isRefusedByName) {
    auto json = Json::parse(People{}.root().toText());
    json[Json::json_pointer(GetParam().pointer)] = GetParam().value;
    auto const root = Root::parse(asBytes(json.dump()));
    ASSERT_FALSE(root);
    EXPECT_THAT(root.error().text, HasSubstr(GetParam().why));
}
INSTANTIATE_TEST_SUITE_P(
    Root, BadRoots,
    testing::Values(BadRoot{"noVersion", "/version", nullptr, "version"},
                    BadRoot{"versionZero", "/version", 0, "version"}, BadRoot{"noPractice", "/practice", 1, "practice"},
                    BadRoot{"badExpiry", "/expires", "soon", "UTC"}, BadRoot{"badId", "/practice_id", "x", "UUID"},
                    BadRoot{"noKeys", "/keys", Json::object(), "keys"},
                    BadRoot{"thresholdZero", "/roles/root/threshold", 0, "roles: root: threshold"},
                    BadRoot{"thresholdOutOfReach", "/roles/approver/threshold", 4, "roles: approver: threshold"},
                    BadRoot{"strangerInRole", "/roles/approver/keyids/0", "00",
                            "roles: approver: keyids: names an unknown key"},
                    BadRoot{"roleMissing", "/roles/root", nullptr, "roles: root"}),
    [](auto const& row) { return row.param.name; });

TEST(Root, refusesOneKeyTwiceInARoleAndAKeyUnderAWrongId) {
    People people;
    auto json = Json::parse(people.root().toText());
    json["roles"]["root"]["keyids"][1] = json["roles"]["root"]["keyids"][0];
    EXPECT_THAT(Root::parse(asBytes(json.dump())).error().text, HasSubstr("names a key twice"));
    json = Json::parse(people.root().toText());
    json["keys"][people.alice.verifyKey().keyId()]["ed25519"] = people.bert.verifyKey().toText();
    EXPECT_THAT(Root::parse(asBytes(json.dump())).error().text, HasSubstr("the id is not the hash of the key"));
}

} // namespace
} // namespace kiosk::packs
