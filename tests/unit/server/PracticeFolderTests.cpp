#include "StoreMaker.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_server;
using namespace tests;
using support::Practice;
using support::ServerFolder;

namespace {

struct Folder : testing::Test {
    TempFolder folder;
    Practice practice;
    ServerFolder server{practice, folder.path() / "server"};

    [[nodiscard]] std::string whyNotRead() const {
        auto read = PracticeFolder::read(server.path(), {});
        return read ? "read" : read.error().text;
    }
};

} // namespace

TEST_F(Folder, isReadWhole) {
    auto read = must(PracticeFolder::read(server.path(), {}));
    EXPECT_EQ(read.practice, "Maple Street Practice");
    EXPECT_EQ(read.listen.host, "127.0.0.1");
    EXPECT_EQ(asText(read.pagePassword.view()), ServerFolder::pagePassword());
    EXPECT_EQ(read.receiptKey.verifyKey(), practice.receiptKey().verifyKey());
}

TEST_F(Folder, takesKeysFromTheCredentialsFolder) {
    auto credentials = folder.path() / "credentials";
    std::filesystem::rename(server.path() / "keys", credentials);
    EXPECT_FALSE(PracticeFolder::read(server.path(), {}));
    EXPECT_TRUE(PracticeFolder::read(server.path(), credentials));
}

TEST_F(Folder, namesTheFileThatIsMissing) {
    for (auto const* name : {"keys/ingest.key", "keys/receipt.key", "keys/page.password", "keys/store.key",
                             "keys/tls.key", "keys/ca.key", "tls.pem", "ca.pem", "root.dsse.json", "server.json"}) {
        std::filesystem::remove(server.path() / name);
        EXPECT_NE(whyNotRead().find((server.path() / name).string()), std::string::npos) << whyNotRead();
    }
}

TEST_F(Folder, namesTheFileThatIsDamagedAndNeverItsContent) {
    for (auto const* name : {"keys/ingest.key", "keys/receipt.key", "keys/store.key", "server.json"}) {
        auto file = server.path() / name;
        auto content = must(base::readFile(file));
        must(base::writeFileDurably(file, asBytes("s3cret rubbish")));
        EXPECT_NE(whyNotRead().find(file.string()), std::string::npos) << whyNotRead();
        EXPECT_EQ(whyNotRead().find("s3cret"), std::string::npos);
        must(base::writeFileDurably(file, content));
    }
    must(base::writeFileDurably(server.path() / "keys" / "page.password", asBytes("\n")));
    EXPECT_NE(whyNotRead().find("no password"), std::string::npos);
}

TEST_F(Folder, aServerWhoseKeysDoNotFitDoesNotStart) {
    must(base::writeFileDurably(server.path() / "tls.pem", asBytes(server.authority().certificatePem)));
    base::SystemClock clock;
    EXPECT_FALSE(PracticeServer::start(must(PracticeFolder::read(server.path(), {})), clock));
}
