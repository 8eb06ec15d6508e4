#include "kiosk/core/base/Encoding.h"
#include "kiosk/core/base/Uuid.h"
#include "kiosk/tools/InputFile.h"
#include "kiosk/tools/OutputFile.h"
#include "kiosk/tools/SealedSpool.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

namespace kiosk::tools {
namespace {

class Output : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }
    [[nodiscard]] std::size_t filesHere() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(m_folder), {}));
    }
    Path m_folder = Path(testing::TempDir()) / ("candor-tools-" + Uuid::random().toString());
};

TEST_F(Output, aFileAppearsOnlyWhenComplete) {
    auto const file = m_folder / "out";
    auto output = OutputFile::create(file);
    ASSERT_TRUE(output);
    ASSERT_TRUE(output->write(asBytes("half")));
    EXPECT_FALSE(std::filesystem::exists(file));
    ASSERT_TRUE(output->commit());
    EXPECT_EQ(asText(*base::readFile(file)), "half");
    EXPECT_EQ(std::filesystem::status(file).permissions(), std::filesystem::perms(0600));
    EXPECT_EQ(filesHere(), 1U);
}

TEST_F(Output, whatIsNotCompletedLeavesNothing) {
    {
        auto file = OutputFile::create(m_folder / "out");
        auto folder = OutputFolder::create(m_folder / "dir/");
        ASSERT_TRUE(file && folder);
        ASSERT_TRUE(file->write(asBytes("half")));
        ASSERT_TRUE(base::writeFileDurably(folder->path() / "inside", asBytes("x")));
    }
    EXPECT_EQ(filesHere(), 0U);
}

TEST_F(Output, whatIsThereIsNeverReplaced) {
    ASSERT_TRUE(base::writeFileDurably(m_folder / "out", asBytes("old")));
    std::filesystem::create_symlink("nowhere", m_folder / "link");
    for (auto const* name : {"out", "link"}) {
        EXPECT_EQ(OutputFile::create(m_folder / name).error().kind, ErrorKind::Invalid);
        EXPECT_EQ(OutputFolder::create(m_folder / name).error().kind, ErrorKind::Invalid);
    }
    EXPECT_FALSE(OutputFile::create(m_folder / "no" / "such" / "folder"));
}

TEST_F(Output, whatCameInTheMeantimeIsNotReplaced) {
    auto file = OutputFile::create(m_folder / "out");
    auto folder = OutputFolder::create(m_folder / "dir");
    ASSERT_TRUE(file && folder);
    ASSERT_TRUE(base::writeFileDurably(m_folder / "out", asBytes("theirs")));
    ASSERT_TRUE(base::makeFolders(m_folder / "dir"));
    EXPECT_EQ(file->commit().error().kind, ErrorKind::Invalid);
    EXPECT_EQ(folder->commit().error().kind, ErrorKind::Invalid);
    EXPECT_EQ(asText(*base::readFile(m_folder / "out")), "theirs");
}

TEST_F(Output, aNameThatCannotBeIsNotTakenForOneThatIsThere) {
    auto const created = OutputFile::create(m_folder / std::string(300, 'x'));
    ASSERT_FALSE(created);
    EXPECT_EQ(created.error().text.find("is there already"), std::string::npos) << created.error().text;
}

TEST_F(Output, readingDoesNotWaitForTheWriterOfAFifo) {
    ASSERT_EQ(::mkfifo((m_folder / "fifo").c_str(), 0600), 0);
    EXPECT_EQ(InputFile::open(m_folder / "fifo").error().kind, ErrorKind::Invalid);
}

TEST_F(Output, aSpoolGivesBackWhatWentInAndLeavesNoReadableTrace) {
    auto spool = SealedSpool::create(m_folder);
    ASSERT_TRUE(spool) << spool.error().text;
    EXPECT_EQ(filesHere(), 0U) << "the spool has a name";
    std::string all;
    for (int i = 0; i < 5000; ++i) {
        auto const line = "answer number " + std::to_string(i) + "\n";
        all += line;
        ASSERT_TRUE(spool->write(asBytes(line)));
    }
    ASSERT_TRUE(spool->close());
    EXPECT_EQ(spool->length(), all.size());
    EXPECT_EQ(spool->sha256(), crypto::sha256(asBytes(all)));
    for (int turn = 0; turn < 2; ++turn) {
        std::string back;
        ASSERT_TRUE(spool->replay([&](ByteView piece) {
            back += asText(piece);
            return Result<void>{};
        }));
        EXPECT_EQ(back, all);
    }
    // What the kernel holds for the nameless file is sealed.
    std::size_t looked = 0;
    for (auto const& entry : std::filesystem::directory_iterator("/proc/self/fd")) {
        std::error_code gone;
        auto const target = std::filesystem::read_symlink(entry.path(), gone).string();
        if (target.find(".spool.") == std::string::npos) continue;
        ++looked;
        auto const content = base::readFile(entry.path());
        ASSERT_TRUE(content);
        EXPECT_EQ(asText(*content).find("answer number"), std::string::npos);
    }
    EXPECT_EQ(looked, 1U);
}

} // namespace
} // namespace kiosk::tools
