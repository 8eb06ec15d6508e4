#include "World.h"

#include <gmock/gmock.h>

using namespace kiosk;
using namespace tests;
using testing::HasSubstr;

namespace {

struct Enrolling : World {
    Path target = folder.path() / "new-kiosk";

    [[nodiscard]] sync_protocol::EnrolmentToken token() const {
        return serverFolder.token(server->port(), clock.now() + 1h);
    }
    /// Why it failed; and that it left nothing behind.
    std::string whyNot(std::string const& line) {
        auto before = names();
        auto done = sync_agent::enrol(line, target, "Front desk", clock);
        EXPECT_EQ(names(), before) << "something was left behind";
        return done ? "enrolled" : done.error().text;
    }
    std::string whyNot(sync_protocol::EnrolmentToken const& token) { return whyNot(token.toText()); }
    [[nodiscard]] std::set<std::string> names() const {
        std::set<std::string> all;
        for (auto const& entry : std::filesystem::directory_iterator(folder.path()))
            all.insert(entry.path().filename());
        return all;
    }
};

} // namespace

TEST_F(Enrolling, leavesACompleteKioskFolder) {
    must(sync_agent::enrol(token().toText(), target, "Front desk", clock));
    for (auto const* file :
         {"device.json", "root.dsse.json", "app-keys/store.key", "app-keys/device-signing.key", "sync/ca.pem",
          "sync/device.pem", "sync-keys/device-tls.key", "packs/incoming/factory-1.pack"})
        EXPECT_TRUE(std::filesystem::is_regular_file(target / file)) << file;
    for (auto const* part : {"app", "outbox/tmp", "outbox/new", "outbox/quarantine", "outbox/receipts"})
        EXPECT_TRUE(std::filesystem::is_directory(target / part)) << part;
    for (auto const* key : {"app-keys/store.key", "app-keys/device-signing.key", "sync-keys/device-tls.key"})
        EXPECT_EQ(std::filesystem::status(target / key).permissions(), std::filesystem::perms(0600)) << key;
    EXPECT_EQ(must(base::readFile(target / "app-keys/store.key")).size(), 65U);
}

TEST_F(Enrolling, aFolderThatIsThereIsNotTouchedAndCostsNoCode) {
    auto line = token().toText();
    target = kiosk.folder();
    auto before = must(base::readFile(target / "device.json"));
    EXPECT_THAT(whyNot(line), HasSubstr("is there already"));
    EXPECT_EQ(must(base::readFile(target / "device.json")), before);
    target = folder.path() / "new-kiosk/"; // with a slash
    EXPECT_TRUE(sync_agent::enrol(line, target, "Front desk", clock));
}

TEST_F(Enrolling, aCodeThatIsUnknownUsedOrExpiredIsRefused) {
    auto used = token();
    must(sync_agent::enrol(used.toText(), folder.path() / "first", "First", clock));
    EXPECT_THAT(whyNot(used), HasSubstr("code"));
    auto unknown = token();
    unknown.code = sync_protocol::newEnrolmentCode();
    EXPECT_THAT(whyNot(unknown), HasSubstr("code"));
    auto late = token();
    clock.advance(2h);
    EXPECT_THAT(whyNot(late), HasSubstr("code"));
}

TEST_F(Enrolling, aServerThatIsNotReachedIsSaidSo) {
    auto good = token();
    auto port = server->port();
    server.reset();
    EXPECT_THAT(whyNot(good), HasSubstr("not reached"));
    startServer();
    EXPECT_EQ(server->port(), port);
    EXPECT_EQ(sync_agent::enrol(good.toText(), target, "Front desk", clock).has_value(), true)
        << "the code is still good";
}

TEST_F(Enrolling, aServerThatIsNotTheTokensIsNotBelieved) {
    auto other = token();
    other.authority = {};
    EXPECT_THAT(whyNot(other), HasSubstr("certificate"));
    other = token();
    other.root = {};
    EXPECT_THAT(whyNot(other), HasSubstr("root.dsse.json"));
}

TEST_F(Enrolling, aFactoryPackThatIsNotSignedWellIsNotTaken) {
    Practice::PackWish wish;
    wish.version = 2;
    wish.signatures = 1;
    must(base::writeFileDurably(serverFolder.path() / "packs" / "factory-2.pack", practice.factoryPack(wish)));
    EXPECT_THAT(whyNot(token()), HasSubstr("factory pack"));
}

TEST_F(Enrolling, rubbishIsNoToken) {
    EXPECT_THAT(whyNot("rubbish"), HasSubstr("token"));
    EXPECT_THAT(whyNot("candor1.rubbish"), HasSubstr("token"));
}

TEST_F(Enrolling, whatAKilledEnrolmentLeftIsClearedAway) {
    auto leftOver = folder.path() / ".new-kiosk.enrolling";
    must(base::makeFolders(leftOver / "app-keys"));
    must(base::writeFileDurably(leftOver / "app-keys" / "store.key", asBytes("old")));
    must(sync_agent::enrol(token().toText(), target, "Front desk", clock));
    EXPECT_FALSE(std::filesystem::exists(leftOver));
    EXPECT_EQ(must(base::readFile(target / "app-keys/store.key")).size(), 65U);
}

TEST_F(Enrolling, aPlaceThatCannotBeWrittenCostsNoCode) {
    auto good = token();
    must(base::writeFileDurably(folder.path() / "file", {}));
    EXPECT_FALSE(sync_agent::enrol(good.toText(), folder.path() / "file" / "kiosk", "Front desk", clock));
    EXPECT_TRUE(sync_agent::enrol(good.toText(), target, "Front desk", clock));
}
