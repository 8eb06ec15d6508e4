#include "tests/unit/outbox/OutboxFixture.h"

#include <sys/stat.h>

namespace kiosk::outbox {
namespace {

using testing::HasSubstr;

class Outboxes : public OutboxFixture {};

TEST_F(Outboxes, whatIsPublishedWaitsInChainOrder) {
    auto outbox = open();
    std::vector<Sealed> sealed;
    for (int i = 0; i < 12; ++i) sealed.push_back(next());
    for (auto const index : {11U, 0U, 5U, 1U, 10U, 2U}) {
        auto const& one = sealed[index];
        ASSERT_TRUE(outbox.publish(one.number, one.record, one.bytes));
    }
    auto const reader = OutboxReader::open(m_folder);
    std::vector<std::uint64_t> numbers;
    auto const waiting = reader->waiting();
    for (auto const& entry : *waiting) {
        numbers.push_back(entry.number);
        EXPECT_EQ(entry.record, sealed[entry.number - 1].record);
        EXPECT_EQ(*reader->read(entry), sealed[entry.number - 1].bytes);
    }
    EXPECT_EQ(numbers, (std::vector<std::uint64_t>{1, 2, 3, 6, 11, 12}));
    EXPECT_EQ(filesIn("tmp"), 0U);
}

TEST_F(Outboxes, publishingAgainChangesNothing) {
    auto outbox = open();
    auto const sealed = publish(outbox);
    ASSERT_TRUE(outbox.publish(sealed.number, sealed.record, sealed.bytes));
    EXPECT_EQ(outbox.counts()->waiting, 1U);
    auto const other = outbox.publish(sealed.number, sealed.record, asBytes("other bytes"));
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().kind, ErrorKind::Corrupt);
    EXPECT_THAT(other.error().text, HasSubstr(sealed.record.toString()));
    EXPECT_EQ(*base::readFile(fileOf(sealed)), sealed.bytes);
}

TEST_F(Outboxes, openingRemovesWhatACrashLeftAndNothingElse) {
    auto const kept = [&] {
        auto outbox = open();
        return publish(outbox);
    }();
    std::ofstream(m_folder / "tmp" / "0000000000000002-half.cev") << "CEV1 half";
    auto outbox = open();
    EXPECT_EQ(filesIn("tmp"), 0U);
    EXPECT_EQ(outbox.waiting()->front().record, kept.record);
}

TEST_F(Outboxes, namesThatAreNotOursAreLeftAlone) {
    auto outbox = open();
    publish(outbox);
    for (auto const* name : {"x", "0000000000000001-not-an-id.cev",
                             "1-"
                             "01234567-89ab-4def-8123-456789abcdef.cev",
                             "000000000000000x-01234567-89ab-4def-8123-456789abcdef.cev",
                             "0000000000000001-01234567-89ab-4def-8123-456789abcdef.tmp"})
        std::ofstream(m_folder / "new" / name) << "x";
    EXPECT_EQ(outbox.waiting()->size(), 1U);
    EXPECT_EQ(outbox.counts()->waiting, 1U);
}

TEST_F(Outboxes, anUnusableFolderIsNamed) {
    std::ofstream(m_folder) << "a file";
    auto const opened = Outbox::open(m_folder);
    ASSERT_FALSE(opened);
    EXPECT_THAT(opened.error().text, HasSubstr(m_folder.filename().string()));
    std::filesystem::remove(m_folder);
    auto const reader = OutboxReader::open(m_folder);
    ASSERT_FALSE(reader);
    EXPECT_EQ(reader.error().kind, ErrorKind::NotFound);
}

TEST_F(Outboxes, foldersAndFilesHaveTheModesOfTwoUsers) {
    auto const previous = ::umask(0077);
    auto outbox = open();
    auto const sealed = publish(outbox);
    ::umask(previous);
    auto const modeOf = [](Path const& path) {
        struct stat info {};
        EXPECT_EQ(::stat(path.c_str(), &info), 0);
        return info.st_mode & 07777U;
    };
    EXPECT_EQ(modeOf(m_folder), 02750U);
    EXPECT_EQ(modeOf(m_folder / "tmp"), 02700U);
    EXPECT_EQ(modeOf(m_folder / "new"), 02750U);
    EXPECT_EQ(modeOf(m_folder / "quarantine"), 02750U);
    EXPECT_EQ(modeOf(m_folder / "receipts"), 03770U);
    EXPECT_EQ(modeOf(fileOf(sealed)), 0640U);
}

} // namespace
} // namespace kiosk::outbox
