#include "tests/unit/packs/PackFixtures.h"

#include "kiosk/core/packs/Tar.h"

#include <gmock/gmock.h>

namespace kiosk::packs {
namespace {

using testing::HasSubstr;
using Files = std::vector<std::pair<std::string, Bytes>>;

/// The same pack with its tar entries changed at will: what somebody without keys can do.
template <typename Change>
Bytes repacked(ByteView file, Change change) {
    Files files;
    auto const entries = *readTar(file);
    for (auto const& entry : entries) files.emplace_back(entry.name, Bytes(entry.content.begin(), entry.content.end()));
    change(files);
    Bytes tar;
    TarWriter writer([&](ByteView bytes) {
        base::append(tar, bytes);
        return Result<void>{};
    });
    for (auto const& [name, content] : files) EXPECT_TRUE(writer.add(name, content));
    EXPECT_TRUE(writer.finish());
    return tar;
}

class PackTest : public testing::Test {
protected:
    People m_people;
    Trust m_trust = m_people.trust();
    Bytes m_file = m_people.pack();
};

TEST_F(PackTest, loadsWhatTwoApproversSigned) {
    auto const loaded = loadPack(m_file, m_trust, "words", today);
    ASSERT_TRUE(loaded) << loaded.error().text;
    EXPECT_EQ(loaded->pack.name(), "words");
    EXPECT_EQ(loaded->pack.version(), 3U);
    EXPECT_EQ(loaded->pack.paths(), (std::vector<std::string>{"a.txt", "b/empty"}));
    EXPECT_EQ(asText(*loaded->pack.target("a.txt")), "alpha");
    EXPECT_EQ(loaded->pack.target("c").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(loaded->trust.remembered("words").version, 3U);
}

TEST_F(PackTest, anyTwoOfTheThreeWillDoAndAllThree) {
    EXPECT_EQ(whyRefused(m_people.pack(People::content(), {&m_people.carla, &m_people.alice}), m_trust), "not refused");
    EXPECT_EQ(whyRefused(m_people.pack(People::content(), {&m_people.carla, &m_people.alice, &m_people.bert}), m_trust),
              "not refused");
}

TEST_F(PackTest, oneSignatureIsNotEnoughNorIsOneTwice) {
    EXPECT_THAT(whyRefused(m_people.pack(People::content(), {}), m_trust), HasSubstr("approvers: 0 of the 2"));
    auto const once = m_people.pack(People::content(), {&m_people.alice});
    EXPECT_THAT(whyRefused(once, m_trust), HasSubstr("approvers: 1 of the 2"));
    EXPECT_FALSE(signPack(*Pack::parse(once), m_people.alice));
    auto dsse = Pack::parse(once)->dsse();
    dsse.signatures.push_back(dsse.signatures[0]);
    auto const twice = repacked(once, [&](Files& files) { files[1].second = toBytes(dsse.toText()); });
    EXPECT_THAT(whyRefused(twice, m_trust), HasSubstr("signed twice by key"));
}

TEST_F(PackTest, aStrangersSignatureIsRefusedEvenBesideTwoGoodOnes) {
    auto const stranger = crypto::SigningKey::generate();
    EXPECT_THAT(whyRefused(m_people.pack(People::content(), {&m_people.alice, &stranger}), m_trust),
                HasSubstr("has no say"));
    EXPECT_THAT(whyRefused(m_people.pack(People::content(), {&m_people.alice, &m_people.bert, &stranger}), m_trust),
                HasSubstr("has no say"));
}

TEST_F(PackTest, nameMustBeTheOneAskedFor) {
    auto const loaded = loadPack(m_file, m_trust, "media", today);
    ASSERT_FALSE(loaded);
    EXPECT_THAT(loaded.error().text, HasSubstr("name: is 'words', not 'media'"));
}

TEST_F(PackTest, versionNeverGoesBack) {
    auto const seen = [&](std::uint64_t version) { return m_trust.remembering("words", {version, {}}); };
    EXPECT_EQ(whyRefused(m_file, seen(2)), "not refused");
    EXPECT_EQ(whyRefused(m_file, seen(3)), "not refused");
    EXPECT_THAT(whyRefused(m_file, seen(4)), HasSubstr("version: 3 is older than 4"));
}

TEST_F(PackTest, expiryOfPackAndRootIsLookedAt) {
    EXPECT_EQ(whyRefused(m_file, m_trust, at("2026-12-31T23:59:59Z")), "not refused");
    EXPECT_THAT(whyRefused(m_file, m_trust, at("2027-01-01T00:00:00Z")), HasSubstr("pack.dsse.json: expired"));
    EXPECT_THAT(whyRefused(m_file, m_trust, at("2030-01-01T00:00:00Z")), HasSubstr("root.dsse.json: expired"));
}

TEST_F(PackTest, comesWithTheNextRootAndIsThenRemembered) {
    auto const next = People::signedText(rootType, m_people.root(2).toText(), {&m_people.alice, &m_people.carla});
    auto file = *writeUnsignedPack(People::content(), asBytes(next));
    for (auto const* signer : {&m_people.bert, &m_people.carla}) file = *signPack(*Pack::parse(file), *signer);
    auto const loaded = loadPack(file, m_trust, "words", today);
    ASSERT_TRUE(loaded) << loaded.error().text;
    EXPECT_EQ(loaded->trust.root().version, 2U);
    EXPECT_THAT(whyRefused(m_file, loaded->trust), HasSubstr("version 1 does not follow the trusted version 2"));
}

TEST_F(PackTest, aRootTwoStepsAheadIsRefused) {
    auto const ahead = People::signedText(rootType, m_people.root(3).toText(), {&m_people.alice, &m_people.bert});
    auto file = *writeUnsignedPack(People::content(), asBytes(ahead));
    for (auto const* signer : {&m_people.bert, &m_people.carla}) file = *signPack(*Pack::parse(file), *signer);
    EXPECT_THAT(whyRefused(file, m_trust), HasSubstr("version 3 does not follow the trusted version 1"));
}

TEST_F(PackTest, changedTargetsAreRefusedByName) {
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { files[2].second[0] = 'A'; }), m_trust),
                HasSubstr("a.txt: has not the content"));
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { files[2].second.push_back('!'); }), m_trust),
                HasSubstr("a.txt: has not the length"));
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { files[3].second.push_back('!'); }), m_trust),
                HasSubstr("b/empty: has not the length"));
}

TEST_F(PackTest, missingExtraAndReorderedEntriesAreRefusedByName) {
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { files.pop_back(); }), m_trust),
                HasSubstr("b/empty: is missing"));
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { files.emplace_back("extra", Bytes{}); }), m_trust),
                HasSubstr("extra: is not among"));
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { std::swap(files[2], files[3]); }), m_trust),
                HasSubstr("a.txt: expected here"));
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { std::swap(files[0], files[1]); }), m_trust),
                HasSubstr("does not begin with"));
    EXPECT_THAT(whyRefused(repacked(m_file, [](Files& files) { files.clear(); }), m_trust),
                HasSubstr("does not begin with"));
}

TEST_F(PackTest, unsafeOrTwofoldTargetNamesCannotEvenBeWritten) {
    for (auto const* path : {"../x", "/etc/x", ".x", "root.dsse.json", "pack.dsse.json", "a.txt", ""}) {
        auto content = People::content();
        content.targets.emplace_back(path, Bytes{});
        EXPECT_FALSE(writeUnsignedPack(content, asBytes(m_people.rootText()))) << path;
    }
}

TEST_F(PackTest, aManifestThatPeopleSignedMustStillBeWellFormed) {
    auto const signedManifest = [&](std::string const& pointer, Json const& value) {
        auto json = Json::parse(asText(Pack::parse(m_file)->dsse().payload));
        json[Json::json_pointer(pointer)] = value;
        const auto dsse = People::signedText(packType, json.dump(), {&m_people.alice, &m_people.bert});
        return whyRefused(repacked(m_file, [&](Files& files) { files[1].second = toBytes(dsse); }), m_trust);
    };
    EXPECT_THAT(signedManifest("/version", 0), HasSubstr("version"));
    EXPECT_THAT(signedManifest("/version", "3"), HasSubstr("version"));
    EXPECT_THAT(signedManifest("/name", "A b"), HasSubstr("name"));
    EXPECT_THAT(signedManifest("/created", "now"), HasSubstr("UTC"));
    EXPECT_THAT(signedManifest("/targets", "none"), HasSubstr("targets"));
    EXPECT_THAT(signedManifest("/targets/0/path", "../a"), HasSubstr("path is not safe"));
    EXPECT_THAT(signedManifest("/targets/1/path", "a.txt"), HasSubstr("named twice"));
    EXPECT_THAT(signedManifest("/targets/0/length", -1), HasSubstr("length"));
    EXPECT_THAT(signedManifest("/targets/0/sha256", "00"), HasSubstr("sha256"));
}

TEST_F(PackTest, everySingleFlippedByteIsRefused) {
    for (std::size_t at = 0; at < m_file.size(); ++at) {
        Bytes altered = m_file;
        altered[at] ^= static_cast<std::uint8_t>(1U << (at % 8));
        ASSERT_FALSE(loadPack(altered, m_trust, "words", today)) << "byte " << at;
    }
}

TEST_F(PackTest, cutAtEveryBlockIsRefused) {
    for (std::size_t length = 0; length < m_file.size(); length += tarBlock)
        ASSERT_FALSE(loadPack(ByteView(m_file).first(length), m_trust, "words", today)) << length;
}

TEST_F(PackTest, tooLargeIsRefusedBeforeAnythingElse) {
    EXPECT_THAT(whyRefused(Bytes(packCapBytes + 1), m_trust), HasSubstr("pack: larger than"));
}

TEST_F(PackTest, anAcceptedPackOpensAgainAfterItsExpiryAndAfterANewRoot) {
    auto const accepted = loadPack(m_file, m_trust, "words", today);
    auto const next = People::signedText(rootType, m_people.root(2).toText(), {&m_people.alice, &m_people.bert});
    auto const later = *accepted->trust.follow(asBytes(next));
    auto const again = reopenPackAcceptedBefore(m_file, later, "words");
    ASSERT_TRUE(again) << again.error().text;
    EXPECT_EQ(asText(*again->target("a.txt")), "alpha");
    EXPECT_EQ(again->expires(), at("2027-01-01T00:00:00Z"));
}

TEST_F(PackTest, onlyTheVeryFileThatWasAcceptedOpensAgain) {
    EXPECT_FALSE(reopenPackAcceptedBefore(m_file, m_trust, "words")) << "never accepted";
    auto const accepted = loadPack(m_file, m_trust, "words", today);
    EXPECT_FALSE(reopenPackAcceptedBefore(m_file, accepted->trust, "media"));
    Bytes altered = m_file;
    altered.back() ^= 1;
    EXPECT_EQ(reopenPackAcceptedBefore(altered, accepted->trust, "words").error().kind, ErrorKind::Denied);
    EXPECT_FALSE(reopenPackAcceptedBefore(m_people.pack(People::content(), {&m_people.alice, &m_people.carla}),
                                          accepted->trust, "words"));
}

class FactoryTest : public PackTest {
protected:
    FactoryTest() {
        Recipients recipients{{crypto::Identity::generate().recipient(), crypto::Identity::generate().recipient()},
                              {crypto::Identity::generate().recipient()},
                              m_people.carla.verifyKey()};
        m_content = People::content();
        m_content.name = "factory";
        m_content.targets = {
            {"settings.json",
             toBytes(
                 R"({"practice":"P","languages":["en"],"instruments":["pain"],"idle_warning_s":60,"idle_wipe_s":20})")},
            {"recipients.json", toBytes(recipients.toText())},
            {"instruments/pain.json", toBytes("{}")}};
    }
    [[nodiscard]] Result<Loaded> load(PackContent const& content) const {
        return loadPack(m_people.pack(content, {&m_people.alice, &m_people.bert}), m_trust, "factory", today);
    }
    PackContent m_content;
};

TEST_F(FactoryTest, saysAllThatAKioskNeeds) {
    auto const loaded = load(m_content);
    ASSERT_TRUE(loaded) << loaded.error().text;
    auto const factory = Factory::from(loaded->pack);
    ASSERT_TRUE(factory);
    EXPECT_EQ(factory->settings.practice, "P");
    EXPECT_EQ(factory->recipients.survey.size(), 2U);
    EXPECT_EQ(factory->recipients.receiptKey, m_people.carla.verifyKey());
    EXPECT_EQ(asText(*factory->instrument("pain")), "{}");
}

TEST_F(FactoryTest, signedButIncompleteOrWrongIsRefused) {
    auto const without = [&](std::size_t target) {
        auto content = m_content;
        content.targets.erase(content.targets.begin() + static_cast<std::ptrdiff_t>(target));
        return load(content).error().text;
    };
    EXPECT_THAT(without(0), HasSubstr("no settings.json"));
    EXPECT_THAT(without(1), HasSubstr("no recipients.json"));
    EXPECT_THAT(without(2), HasSubstr("no instruments/pain.json"));
    m_content.targets[0].second = toBytes("{}");
    EXPECT_THAT(load(m_content).error().text, HasSubstr("settings.json: practice"));
    m_content.targets[0].second.clear();
    EXPECT_THAT(load(m_content).error().text, HasSubstr("settings.json"));
}

} // namespace
} // namespace kiosk::packs
