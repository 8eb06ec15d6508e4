#include "kiosk/core/takeout/TakeoutReader.h"
#include "kiosk/core/takeout/TakeoutWriter.h"
#include "tests/unit/outbox/OutboxFixture.h"

namespace kiosk::takeout {
namespace {

using testing::HasSubstr;

bool goOn(std::size_t, std::size_t) {
    return true;
}

class Takeouts : public outbox::OutboxFixture {
protected:
    Takeouts() {
        std::filesystem::create_directories(m_medium);
        auto outbox = open();
        for (int i = 0; i < 5; ++i) m_sealed.push_back(publish(outbox));
    }
    ~Takeouts() override { std::filesystem::remove_all(m_medium); }

    [[nodiscard]] Result<Takeout> write(Progress const& progress = goOn) {
        auto const outbox = open();
        return writeTakeout(m_medium, *outbox.waiting(), {m_device, m_deviceKey},
                            *base::parseIsoText("2026-11-26T10:00:00Z"), progress);
    }
    [[nodiscard]] Result<TakeoutReader> read(Path const& folder) {
        return TakeoutReader::open(folder, [this](Uuid const& device) -> Result<crypto::VerifyKey> {
            if (device == m_device) return m_deviceKey.verifyKey();
            return fail(ErrorKind::NotFound, "a stranger");
        });
    }
    void expectRefused(Path const& folder, ErrorKind kind, std::string const& what) {
        auto const reader = read(folder);
        ASSERT_FALSE(reader);
        EXPECT_EQ(reader.error().kind, kind) << reader.error().text;
        EXPECT_THAT(reader.error().text, HasSubstr(what));
    }
    [[nodiscard]] std::vector<std::string> onMedium() const {
        std::vector<std::string> names;
        for (auto const& entry : std::filesystem::directory_iterator(m_medium))
            names.push_back(entry.path().filename().string());
        return names;
    }

    Path m_medium = Path(testing::TempDir()) / ("candor-stick-" + Uuid::random().toString());
    std::vector<outbox::Sealed> m_sealed;
};

TEST_F(Takeouts, areEveryWaitingEnvelopeToTheByte) {
    std::vector<std::pair<std::size_t, std::size_t>> steps;
    auto const written = write([&](std::size_t done, std::size_t all) {
        steps.emplace_back(done, all);
        return true;
    });
    ASSERT_TRUE(written) << written.error().text;
    EXPECT_EQ(written->records, 5U);
    EXPECT_EQ(steps.size(), 10U);
    EXPECT_EQ(steps.back(), std::pair(std::size_t(10), std::size_t(10)));
    EXPECT_EQ(written->folder.filename(), "candor-" + m_device.toString().substr(0, 8) + "-20261126T100000Z");
    auto const reader = read(written->folder);
    ASSERT_TRUE(reader) << reader.error().text;
    ASSERT_EQ(reader->manifest().files.size(), 5U);
    for (std::size_t i = 0; i < 5; ++i) EXPECT_EQ(*reader->read(reader->manifest().files[i]), m_sealed[i].bytes);
    EXPECT_EQ(filesIn("new"), 5U) << "nothing leaves the kiosk";
}

TEST_F(Takeouts, stoppedOrBrokenOffLeaveNothingBehind) {
    auto const stopped = write([](std::size_t done, std::size_t) { return done < 7; });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().kind, ErrorKind::Locked);
    EXPECT_TRUE(onMedium().empty());
    auto const pulledOut = write([&](std::size_t done, std::size_t) {
        if (done == 2) std::filesystem::remove_all(m_medium);
        return true;
    });
    ASSERT_FALSE(pulledOut);
    EXPECT_THAT(pulledOut.error().text, HasSubstr(".part"));
}

TEST_F(Takeouts, goNowhereWhereThereIsNoMedium) {
    std::filesystem::remove_all(m_medium);
    auto const written = write();
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::NotFound);
    EXPECT_FALSE(std::filesystem::exists(m_medium));
}

TEST_F(Takeouts, aCopyThatReadsOtherwiseIsFound) {
    auto const written = write([&](std::size_t done, std::size_t all) {
        if (done == all / 2) // copied, not read back yet
            for (auto const& part : std::filesystem::directory_iterator(m_medium))
                std::ofstream(part.path() / m_sealed[3].record.toString().insert(0, "0000000000000004-").append(".cev"))
                    << "a bad block";
        return true;
    });
    ASSERT_FALSE(written);
    EXPECT_EQ(written.error().kind, ErrorKind::Corrupt);
    EXPECT_THAT(written.error().text, HasSubstr(m_sealed[3].record.toString()));
    EXPECT_TRUE(onMedium().empty());
}

TEST_F(Takeouts, leaveOutWhatTheServerHasInTheMeantime) {
    auto const written = write([&](std::size_t done, std::size_t) {
        if (done == 1) std::filesystem::remove(fileOf(m_sealed[1]));
        return true;
    });
    ASSERT_TRUE(written) << written.error().text;
    EXPECT_EQ(written->records, 4U);
    EXPECT_TRUE(read(written->folder));
}

TEST_F(Takeouts, thatWereTamperedWithAreRefused) {
    auto const folder = write()->folder;
    auto const file = folder / fileOf(m_sealed[2]).filename();
    auto const whole = *base::readFile(file);
    std::ofstream(file, std::ios::app) << "x";
    expectRefused(folder, ErrorKind::Corrupt, m_sealed[2].record.toString());
    std::filesystem::remove(file);
    expectRefused(folder, ErrorKind::NotFound, m_sealed[2].record.toString());
    ASSERT_TRUE(base::writeFileDurably(file, whole));
    EXPECT_TRUE(read(folder));

    auto const list = folder / manifestName;
    auto const text = *base::readFile(list);
    auto const claimed = *Manifest::open(text, m_deviceKey.verifyKey());
    auto forged = claimed;
    forged.files.pop_back(); // somebody wants one record not to arrive
    ASSERT_TRUE(base::writeFileDurably(list, asBytes(*forged.signedText(crypto::SigningKey::generate()))));
    expectRefused(folder, ErrorKind::Denied, "manifest");
    forged = claimed;
    forged.files[0].name = "../" + forged.files[0].name;
    ASSERT_TRUE(base::writeFileDurably(list, asBytes(*forged.signedText(m_deviceKey))));
    expectRefused(folder, ErrorKind::Invalid, "number 1: name");
    forged = claimed;
    forged.device = Uuid::random();
    ASSERT_TRUE(base::writeFileDurably(list, asBytes(*forged.signedText(m_deviceKey))));
    expectRefused(folder, ErrorKind::NotFound, "a stranger");
    ASSERT_TRUE(base::writeFileDurably(list, asBytes("{}")));
    expectRefused(folder, ErrorKind::Corrupt, "manifest");

    ASSERT_TRUE(base::writeFileDurably(list, text));
    std::filesystem::rename(folder, folder.string() + ".part");
    expectRefused(folder.string() + ".part", ErrorKind::Corrupt, "did not finish");
}

} // namespace
} // namespace kiosk::takeout
