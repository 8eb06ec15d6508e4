#include "kiosk/core/packs/Tar.h"
#include "sync/agent/PackInbox.h"
#include "tests/support/sync/FakeClock.h"
#include "tests/support/sync/ServerFolder.h"
#include "tests/unit/packs/PackFixtures.h"

#include <gmock/gmock.h>

using namespace kiosk;
using namespace sync_agent;
using sync_protocol::PackVersions;
using testing::HasSubstr;
using tests::support::FakeClock;
using tests::support::must;
using tests::support::TempFolder;

namespace {

constexpr std::uint64_t huge = 999'999'999'999;

struct Inbox : testing::Test {
    TempFolder folder;
    packs::People people;
    FakeClock clock{packs::today};
    PackInbox::Places places{folder.path() / "incoming", folder.path() / "root.dsse.json",
                             folder.path() / "trust.json"};

    Inbox() {
        must(base::makeFolders(places.incoming));
        must(base::writeFileDurably(places.anchor, asBytes(people.rootText())));
    }
    [[nodiscard]] PackInbox open() const { return must(PackInbox::open(places, clock)); }
    [[nodiscard]] Bytes pack(std::uint64_t version, std::string const& name = "words") const {
        return people.pack(named(name, version), {&people.alice, &people.bert});
    }
    [[nodiscard]] Bytes signedByOne(std::uint64_t version, std::string const& name = "words") const {
        return people.pack(named(name, version), {&people.alice});
    }
    static packs::PackContent named(std::string const& name, std::uint64_t version) {
        auto content = packs::People::content();
        content.name = name;
        content.version = version;
        return content;
    }
    void lay(std::string const& fileName, Bytes const& content) const {
        must(base::writeFileDurably(places.incoming / fileName, content));
    }
    [[nodiscard]] std::set<std::string> files() const {
        std::set<std::string> names;
        for (auto const& entry : std::filesystem::directory_iterator(places.incoming))
            names.insert(entry.path().filename());
        return names;
    }
    static std::string why(Result<void> const& put) { return put ? "taken" : put.error().text; }
};

} // namespace

TEST_F(Inbox, keepsTheNewestAndTakesNothingOlderOrForeign) {
    auto inbox = open();
    EXPECT_TRUE(inbox.have().empty());
    must(inbox.put(pack(1)));
    must(inbox.put(pack(2)));
    EXPECT_EQ(inbox.have(), (PackVersions{{"words", 2}}));
    EXPECT_EQ(files(), std::set<std::string>{"words-2.pack"});
    EXPECT_THAT(why(inbox.put(pack(1))), HasSubstr("not newer"));
    EXPECT_FALSE(inbox.put(asBytes("<html>not a pack</html>")));
    EXPECT_EQ(inbox.have(), (PackVersions{{"words", 2}}));
}

TEST_F(Inbox, aPackThatNotEnoughPeopleSignedBlocksNoGoodOne) {
    auto inbox = open();
    EXPECT_THAT(why(inbox.put(signedByOne(huge))), HasSubstr("approvers: 1 of the 2"));
    EXPECT_TRUE(files().empty());
    inbox.endRound();
    must(inbox.put(pack(4)));
    EXPECT_EQ(files(), std::set<std::string>{"words-4.pack"});
}

TEST_F(Inbox, refusesWhatHasRunOutAndWhatWasAltered) {
    auto inbox = open();
    auto altered = pack(3);
    altered[altered.size() - 4 * packs::tarBlock] ^= 1; // in a.txt
    EXPECT_THAT(why(inbox.put(altered)), HasSubstr("a.txt"));
    inbox.endRound();
    clock.set(packs::at("2027-01-01T00:00:00Z"));
    EXPECT_THAT(why(inbox.put(pack(3))), HasSubstr("expired"));
    EXPECT_TRUE(files().empty());
}

TEST_F(Inbox, whatWasRefusedIsPassedOverUntilTheRoundEnds) {
    auto inbox = open();
    must(inbox.put(pack(4)));
    EXPECT_FALSE(inbox.put(signedByOne(huge)));
    EXPECT_FALSE(inbox.put(signedByOne(7, "alpha")));
    EXPECT_EQ(inbox.have(), (PackVersions{{"alpha", 7}, {"words", huge}}));
    EXPECT_FALSE(inbox.put(signedByOne(8, "alpha")));
    EXPECT_EQ(inbox.have().at("alpha"), 7U) << "a server cannot lead us on and on";
    inbox.endRound();
    EXPECT_EQ(inbox.have(), (PackVersions{{"words", 4}}));
}

TEST_F(Inbox, passesOverNoMoreThanAQueryMayName) {
    auto inbox = open();
    for (std::size_t i = 0; i < sync_protocol::mostPacks + 3; ++i)
        EXPECT_FALSE(inbox.put(signedByOne(1, "alpha" + std::to_string(i))));
    EXPECT_TRUE(sync_protocol::parsePacksQuery(sync_protocol::packsQuery(inbox.have())));
}

TEST_F(Inbox, aBadPackThatLiesHereDoesNotCountAndGoesWithTheNextGoodOne) {
    lay("words-999999999999.pack", signedByOne(huge));
    lay("words-9.pack", pack(8)); // of another version than its name says
    lay("alpha-1.pack", toBytes("rubbish"));
    lay("words-3.pack", pack(3));
    auto inbox = open();
    EXPECT_EQ(inbox.have(), (PackVersions{{"words", 3}}));
    must(inbox.put(pack(4)));
    EXPECT_EQ(files(), (std::set<std::string>{"alpha-1.pack", "words-4.pack"}));
}

TEST_F(Inbox, aGoodPackStaysGoodAcrossARestartWhenItRunsOut) {
    lay("words-3.pack", pack(3)); // as enrolment leaves it
    EXPECT_EQ(open().have(), (PackVersions{{"words", 3}}));
    clock.set(packs::at("2028-01-01T00:00:00Z"));
    EXPECT_EQ(open().have(), (PackVersions{{"words", 3}}));
    lay("words-3.pack", toBytes("damaged"));
    EXPECT_TRUE(open().have().empty());
}

TEST_F(Inbox, whatIsGoneIsAskedForAgain) {
    auto inbox = open();
    must(inbox.put(pack(3)));
    std::filesystem::remove(places.incoming / "words-3.pack");
    EXPECT_TRUE(inbox.have().empty());
    must(inbox.put(pack(3)));
    EXPECT_EQ(inbox.have(), (PackVersions{{"words", 3}}));
}

TEST_F(Inbox, anOlderPackDoesNotComeBackWithTheFilesGone) {
    must(open().put(pack(3)));
    std::filesystem::remove(places.incoming / "words-3.pack");
    EXPECT_THAT(why(open().put(pack(2))), HasSubstr("older than 3"));
}

TEST_F(Inbox, followsTheRootStepByStepAcrossRestarts) {
    auto packUnder = [&](std::uint64_t rootVersion, std::uint64_t version) {
        auto root =
            people.signedText(packs::rootType, people.root(rootVersion).toText(), {&people.alice, &people.bert});
        auto file = *packs::writeUnsignedPack(named("words", version), asBytes(root));
        for (auto const* signer : {&people.alice, &people.bert})
            file = *packs::signPack(*packs::Pack::parse(file), *signer);
        return file;
    };
    must(open().put(packUnder(2, 4)));
    must(open().put(packUnder(3, 5)));
    EXPECT_EQ(open().have(), (PackVersions{{"words", 5}}));
    must(base::writeFileDurably(places.trust, asBytes("damaged")));
    EXPECT_TRUE(open().have().empty()) << "back at the anchor, and running";
}

TEST_F(Inbox, namesTheFileThatIsMissing) {
    std::filesystem::remove(places.anchor);
    auto opened = PackInbox::open(places, clock);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().text, HasSubstr("root.dsse.json"));
    must(base::writeFileDurably(places.anchor, asBytes(people.rootText())));
    places.incoming = "/nowhere";
    EXPECT_FALSE(PackInbox::open(places, clock));
}
