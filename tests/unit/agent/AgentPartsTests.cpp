#include "kiosk/core/envelope/Receipt.h"
#include "kiosk/core/outbox/Outbox.h"
#include "sync/agent/Backoff.h"
#include "sync/agent/Delivered.h"
#include "sync/agent/KioskFolder.h"
#include "sync/agent/SpoolWatch.h"
#include "tests/support/sync/ServerFolder.h"

#include <gtest/gtest.h>

using namespace kiosk;
using namespace sync_agent;
using namespace std::chrono_literals;
using tests::support::must;
using tests::support::TempFolder;

TEST(Backoff, growsToItsLimitAndStartsAgain) {
    for (int round = 0; round < 50; ++round) {
        Backoff backoff(1s, 60s);
        for (auto whole : {1s, 2s, 4s, 8s, 16s, 32s, 60s, 60s, 60s}) {
            auto delay = backoff.next();
            EXPECT_LE(delay, whole);
            EXPECT_GE(delay, whole / 2);
        }
        backoff.reset();
        EXPECT_LE(backoff.next(), 1s);
    }
}

TEST(Delivered, knowsWhatWaitsInReceiptsAndForgetsWhatDoesNot) {
    TempFolder folder;
    auto receipts = folder.path() / "receipts";
    must(base::makeFolders(receipts));
    auto named = Uuid::random();
    auto refused = Uuid::random();
    envelope::Receipt receipt{Uuid::random(), {}, 1, {}, {{named, {}}}};
    must(
        base::writeFileDurably(receipts / "1.receipt", envelope::signReceipt(receipt, crypto::SigningKey::generate())));
    must(base::writeFileDurably(receipts / (refused.toString() + ".refused"), asBytes("fork\n")));
    must(base::writeFileDurably(receipts / "2.receipt", asBytes("damaged")));
    must(base::writeFileDurably(receipts / "note.txt", asBytes("hello")));
    Delivered delivered(receipts);
    EXPECT_FALSE(delivered.contains(named));
    must(delivered.refresh());
    EXPECT_TRUE(delivered.contains(named));
    EXPECT_TRUE(delivered.contains(refused));
    EXPECT_FALSE(delivered.contains(Uuid::random()));
    must(base::removeFile(receipts / "1.receipt"));
    must(delivered.refresh());
    EXPECT_FALSE(delivered.contains(named)) << "kiosk-app threw the receipt out";
}

TEST(Delivered, saysThatTheFolderIsNotThere) {
    EXPECT_FALSE(Delivered("/nowhere/receipts").refresh());
}

TEST(DeviceFile, comesBackAndNamesWhatIsWrong) {
    DeviceFile made{Uuid::random(), "Front desk", "server.example", 8443};
    auto read = must(DeviceFile::parse(asBytes(made.toText())));
    EXPECT_EQ(read.device, made.device);
    EXPECT_EQ(read.name, made.name);
    EXPECT_EQ(read.host, made.host);
    EXPECT_EQ(read.port, made.port);
    auto bad = DeviceFile::parse(asBytes(R"({"device_id":"x","name":"n","host":"h","port":70000})"));
    ASSERT_FALSE(bad);
    EXPECT_NE(bad.error().text.find("port"), std::string::npos);
}

TEST(KioskFolder, namesTheFileThatIsMissing) {
    TempFolder folder;
    auto read = KioskFolder::read(folder.path(), {});
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().text.find("device.json"), std::string::npos);
    must(base::writeFileDurably(folder.path() / "device.json",
                                asBytes(DeviceFile{Uuid::random(), "n", "h", 1}.toText())));
    must(base::makeFolders(folder.path() / "sync"));
    must(base::writeFileDurably(folder.path() / "sync" / "ca.pem", asBytes("x")));
    must(base::writeFileDurably(folder.path() / "sync" / "device.pem", asBytes("x")));
    read = KioskFolder::read(folder.path(), folder.path() / "credentials");
    ASSERT_FALSE(read);
    EXPECT_NE(read.error().text.find("credentials/device-tls.key"), std::string::npos) << read.error().text;
}

TEST(SpoolWatch, noticesAFileThatIsPublished) {
    TempFolder folder;
    auto outbox = must(outbox::Outbox::open(folder.path()));
    sync_http::EventLoop loop;
    bool noticed = false;
    auto watch = must(SpoolWatch::start(loop, folder.path() / "new", [&] {
        noticed = true;
        loop.stop();
    }));
    auto deadline = loop.after(10s, [&] { loop.stop(); });
    must(outbox.publish(1, Uuid::random(), asBytes("sealed")));
    loop.run();
    EXPECT_TRUE(noticed);
    EXPECT_FALSE(SpoolWatch::start(loop, "/nowhere", [] {}));
}
