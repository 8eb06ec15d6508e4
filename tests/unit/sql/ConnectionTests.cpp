#include "kiosk/core/sql/Connection.h"

#include "tests/support/memory/HeapWatch.h"

#include <fstream>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sqlite3.h>
#include <sys/stat.h>

namespace kiosk::sql {
namespace {

using testing::HasSubstr;

constexpr Migration table{1, "0001_table.sql",
                          "CREATE TABLE thing (id INTEGER PRIMARY KEY, name TEXT UNIQUE, data BLOB) STRICT;"};
constexpr Migration column{2, "0002_column.sql",
                           "ALTER TABLE thing ADD COLUMN extra INTEGER; UPDATE thing SET extra = 7;"};
constexpr Migration oneStep[] = {table};
constexpr Migration twoSteps[] = {table, column};

class Connections : public testing::Test {
protected:
    void SetUp() override { std::filesystem::create_directories(m_folder); }
    void TearDown() override { std::filesystem::remove_all(m_folder); }

    Result<Connection> open(Sharing sharing = Sharing::Exclusive) {
        return Connection::open(m_file, m_key.copy(), sharing);
    }
    Connection openWithTable() {
        auto connection = open();
        EXPECT_TRUE(connection) << connection.error().text;
        EXPECT_TRUE(connection->migrate(oneStep));
        return std::move(*connection);
    }
    void fillWithPages() {
        auto connection = openWithTable();
        for (int i = 0; i < 40; ++i)
            EXPECT_TRUE(
                connection.run("INSERT INTO thing (name, data) VALUES (?, ?)", std::to_string(i), Bytes(900, 7)));
        EXPECT_TRUE(connection.emptyLog());
    }
    void flip(std::uint64_t at) { flip(m_file, at); }
    static void flip(Path const& file, std::uint64_t at) {
        std::fstream stream(file, std::ios::in | std::ios::out | std::ios::binary);
        stream.seekg(static_cast<std::streamoff>(at));
        auto const changed = static_cast<char>(stream.get() ^ 1);
        stream.seekp(static_cast<std::streamoff>(at));
        stream.put(changed);
    }
    void expectRefused(ErrorKind kind, std::string_view words = "") {
        auto const opened = open();
        ASSERT_FALSE(opened);
        EXPECT_EQ(opened.error().kind, kind) << opened.error().text;
        EXPECT_THAT(opened.error().text, HasSubstr("kiosk.db"));
        EXPECT_THAT(opened.error().text, HasSubstr(words));
    }

    Path m_folder = Path(testing::TempDir()) / ("candor-sql-" + Uuid::random().toString());
    Path m_file = m_folder / "kiosk.db";
    SecretBytes m_key = SecretBytes::random(32);
};

std::string only(Connection& connection, std::string_view query) {
    auto rows = connection.query(query);
    EXPECT_TRUE(rows && rows->next());
    return rows->text(0);
}

TEST_F(Connections, valuesComeBackAsTheyWent) {
    auto connection = openWithTable();
    ASSERT_TRUE(connection.run("INSERT INTO thing VALUES (?, ?, ?)", std::int64_t{-5}, "h\u00f1 \xE2\x82\xAC",
                               Bytes{0, 1, 255}));
    ASSERT_TRUE(connection.run("INSERT INTO thing VALUES (6, ?, ?)", std::nullopt, Bytes{}));
    EXPECT_EQ(connection.changes(), 1);
    auto rows = connection.query("SELECT * FROM thing ORDER BY id");
    ASSERT_TRUE(rows && *rows->next());
    EXPECT_EQ(rows->integer(0), -5);
    EXPECT_EQ(rows->text(1), "h\u00f1 \xE2\x82\xAC");
    EXPECT_EQ(rows->blob(2), (Bytes{0, 1, 255}));
    ASSERT_TRUE(*rows->next());
    EXPECT_TRUE(rows->isNull(1));
    EXPECT_FALSE(rows->isNull(2)) << "an empty blob is not NULL";
    EXPECT_FALSE(*rows->next());
}

TEST_F(Connections, keepsWhatWasWrittenAndShowsNothingOnDisk) {
    {
        auto connection = openWithTable();
        ASSERT_TRUE(connection.run("INSERT INTO thing (name) VALUES (?)", "planted canary"));
        EXPECT_EQ(std::filesystem::exists(m_folder / "kiosk.db-shm"), false) << "exclusive needs no shared memory";
        for (auto const& entry : std::filesystem::directory_iterator(m_folder))
            EXPECT_EQ(asText(*base::readFile(entry.path())).find("planted canary"), std::string_view::npos) << entry;
    }
    auto again = openWithTable();
    EXPECT_EQ(only(again, "SELECT name FROM thing"), "planted canary");
    struct stat info {};
    ASSERT_EQ(::stat(m_file.c_str(), &info), 0);
    EXPECT_EQ(info.st_mode & 0777U, 0600U);
}

TEST_F(Connections, settingsAreInForce) {
    auto connection = openWithTable();
    for (auto const& [pragma, value] : {std::pair("journal_mode", "wal"),
                                        {"synchronous", "2"},
                                        {"temp_store", "2"},
                                        {"secure_delete", "1"},
                                        {"foreign_keys", "1"},
                                        {"trusted_schema", "0"},
                                        {"mmap_size", "0"},
                                        {"cell_size_check", "1"},
                                        {"busy_timeout", "5000"}})
        EXPECT_EQ(only(connection, "PRAGMA " + std::string(pragma)), value) << pragma;
    EXPECT_FALSE(connection.run("SELECT load_extension('x')"));
    EXPECT_FALSE(connection.run("SELECT \"no such column\"")) << "a text in double quotes is a mistake";
    EXPECT_EQ(only(connection, "PRAGMA journal_mode = OFF"), "wal") << "the journal cannot be turned off";
}

TEST_F(Connections, refusesAnotherKey) {
    { auto made = openWithTable(); }
    m_key = SecretBytes::random(32);
    expectRefused(ErrorKind::Denied, "key");
    m_key = SecretBytes::random(31);
    expectRefused(ErrorKind::Invalid, "32 bytes");
}

TEST_F(Connections, theKeyLeavesNothingOutsideGuardedMemory) {
    m_key = SecretBytes(asBytes("0123456789abcdefghijklmnopqrstuv"));
    // As SQLCipher spells it: hexadecimal.
    memory_watch::HeapWatch const watch("303132333435363738396162636465666768696a6b6c6d6e6f70717273747576");
    ASSERT_TRUE(open());
    ASSERT_TRUE(open());
    EXPECT_EQ(watch.leftBehind(), 0U);
}

TEST_F(Connections, refusesAPlainDatabase) {
    sqlite3* plain = nullptr;
    ASSERT_EQ(sqlite3_open(m_file.c_str(), &plain), SQLITE_OK);
    ASSERT_EQ(sqlite3_exec(plain, "CREATE TABLE t (x)", nullptr, nullptr, nullptr), SQLITE_OK);
    sqlite3_close(plain);
    expectRefused(ErrorKind::Corrupt, "not encrypted");
}

TEST_F(Connections, neverTakesAnEmptyOrMissingFileForANewOne) {
    { auto made = openWithTable(); }
    std::filesystem::resize_file(m_file, 0);
    expectRefused(ErrorKind::Corrupt, "empty");
    std::filesystem::remove(m_file);
    std::ofstream(m_folder / "kiosk.db-wal") << "log";
    expectRefused(ErrorKind::Corrupt, "missing");
}

TEST_F(Connections, leftoversOfACutCreationAreReplaced) {
    std::ofstream(m_folder / ".kiosk.db.new") << "half";
    std::ofstream(m_folder / ".kiosk.db.new-wal") << "half";
    auto connection = openWithTable();
    EXPECT_EQ(std::distance(std::filesystem::directory_iterator(m_folder), {}), 2) << "database and log";
}

TEST_F(Connections, aFlippedByteInAnyPageIsFoundAndNamesTheFile) {
    fillWithPages();
    auto const pages = std::filesystem::file_size(m_file) / 4096;
    ASSERT_GT(pages, 8U);
    for (std::uint64_t page = 0; page < pages; ++page) {
        auto const at = page * 4096 + (page * 977) % 4096;
        flip(at);
        auto connection = open();
        auto const checked = connection ? connection->checkPages() : Result<void>(fail(connection.error()));
        ASSERT_FALSE(checked) << "page " << page;
        EXPECT_EQ(checked.error().kind, ErrorKind::Corrupt) << checked.error().text;
        EXPECT_THAT(checked.error().text, HasSubstr("kiosk.db"));
        flip(at);
    }
    EXPECT_TRUE(open()->checkPages());
}

TEST_F(Connections, readingAnAlteredPageIsAnErrorNeverWrongData) {
    fillWithPages();
    auto const pages = std::filesystem::file_size(m_file) / 4096;
    int refused = 0;
    for (std::uint64_t page = 1; page < pages; ++page) {
        flip(page * 4096 + 100);
        auto connection = open();
        auto rows = connection ? connection->query("SELECT id, name, data FROM thing") : fail(connection.error());
        std::int64_t seen = 0;
        auto row = rows ? rows->next() : fail(rows.error());
        for (; row && *row; row = rows->next()) {
            EXPECT_EQ(rows->text(1), std::to_string(seen++));
            EXPECT_EQ(rows->blob(2), Bytes(900, 7));
        }
        if (!row) {
            EXPECT_EQ(row.error().kind, ErrorKind::Corrupt) << row.error().text;
            EXPECT_THAT(row.error().text, HasSubstr("kiosk.db"));
            ++refused;
        } else {
            EXPECT_EQ(seen, 40) << "page " << page << " is of an index, rows are all there";
        }
        flip(page * 4096 + 100);
    }
    EXPECT_GT(refused, 8);
}

TEST_F(Connections, anAlteredSaltIsDamageAndNoWrongKey) {
    fillWithPages();
    flip(3);
    expectRefused(ErrorKind::Corrupt, "first bytes");
}

TEST_F(Connections, aCutFileIsCorrupt) {
    fillWithPages();
    std::filesystem::resize_file(m_file, std::filesystem::file_size(m_file) - 4096);
    auto const opened = open();
    auto const read = opened ? Result<void>() : Result<void>(fail(opened.error()));
    ASSERT_FALSE(read);
    EXPECT_EQ(read.error().kind, ErrorKind::Corrupt) << read.error().text;
}

TEST_F(Connections, pagesCannotChangePlaces) {
    fillWithPages();
    auto content = *base::readFile(m_file);
    std::swap_ranges(content.begin() + 4 * 4096, content.begin() + 5 * 4096, content.begin() + 5 * 4096);
    ASSERT_TRUE(base::writeFileDurably(m_file, content));
    auto const checked = open()->checkPages();
    ASSERT_FALSE(checked);
    EXPECT_EQ(checked.error().kind, ErrorKind::Corrupt);
}

TEST_F(Connections, migrationsRunOnceInOrder) {
    {
        auto connection = openWithTable();
        ASSERT_TRUE(connection.run("INSERT INTO thing (id) VALUES (1)"));
    }
    auto connection = open();
    ASSERT_TRUE(connection->migrate(twoSteps));
    ASSERT_TRUE(connection->migrate(twoSteps));
    EXPECT_EQ(only(*connection, "SELECT extra FROM thing"), "7");
    EXPECT_EQ(only(*connection, "PRAGMA user_version"), "2");
}

TEST_F(Connections, aFailedMigrationLeavesNothingOfItself) {
    constexpr Migration broken[] = {table, {2, "0002_broken.sql", "CREATE TABLE half (x) ; CREATE TABLE thing (y);"}};
    auto connection = openWithTable();
    auto const migrated = connection.migrate(broken);
    ASSERT_FALSE(migrated);
    EXPECT_THAT(migrated.error().text, HasSubstr("0002_broken.sql"));
    EXPECT_EQ(only(connection, "SELECT count(*) FROM sqlite_master WHERE name = 'half'"), "0");
    EXPECT_EQ(only(connection, "PRAGMA user_version"), "1");
}

TEST_F(Connections, aDatabaseOfANewerProgramIsRefused) {
    auto connection = openWithTable();
    ASSERT_TRUE(connection.migrate(twoSteps));
    auto const migrated = connection.migrate(oneStep);
    ASSERT_FALSE(migrated);
    EXPECT_EQ(migrated.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(migrated.error().text, HasSubstr("newer program (schema 2, this one knows 1)"));
}

TEST_F(Connections, errorsNeverHoldValues) {
    auto connection = openWithTable();
    ASSERT_TRUE(connection.run("INSERT INTO thing (name) VALUES (?)", "secret answer"));
    auto const twice = connection.run("INSERT INTO thing (name) VALUES (?)", "secret answer");
    ASSERT_FALSE(twice);
    EXPECT_EQ(twice.error().kind, ErrorKind::Invalid);
    EXPECT_THAT(twice.error().text, HasSubstr("thing.name"));
    auto const wrongType = connection.run("INSERT INTO thing (id) VALUES (?)", "secret answer");
    auto const badJson = connection.query("SELECT json_extract('{}', ?)", "secret answer")->next();
    for (auto const& text : {twice.error().text, wrongType.error().text, badJson.error().text})
        EXPECT_EQ(text.find("secret"), std::string::npos) << text;
    EXPECT_FALSE(connection.run("INSERT INTO thing (name) VALUES (?)")) << "a value is missing";
}

TEST_F(Connections, aTransactionIsAllOrNothing) {
    auto connection = openWithTable();
    {
        auto transaction = Transaction::begin(connection);
        ASSERT_TRUE(transaction && connection.run("INSERT INTO thing (id) VALUES (1)"));
    }
    EXPECT_EQ(only(connection, "SELECT count(*) FROM thing"), "0");
    {
        auto transaction = Transaction::begin(connection);
        ASSERT_TRUE(transaction && connection.run("INSERT INTO thing (id) VALUES (1)") && transaction->commit());
    }
    EXPECT_EQ(only(connection, "SELECT count(*) FROM thing"), "1");
}

TEST_F(Connections, aSecondOpenerIsLockedOut) {
    auto connection = openWithTable();
    ASSERT_TRUE(connection.run("INSERT INTO thing (id) VALUES (1)"));
    expectRefused(ErrorKind::Locked); // waits the 5 seconds
    EXPECT_TRUE(connection.run("INSERT INTO thing (id) VALUES (2)")) << "the first one goes on";
}

TEST_F(Connections, severalShareWhenAskedTo) {
    { auto made = openWithTable(); }
    auto writer = open(Sharing::Shared);
    auto reader = open(Sharing::Shared);
    ASSERT_TRUE(writer && reader);
    ASSERT_TRUE(writer->run("INSERT INTO thing (id) VALUES (1)"));
    EXPECT_EQ(only(*reader, "SELECT count(*) FROM thing"), "1");
    auto rows = reader->query("SELECT id FROM thing");
    ASSERT_TRUE(rows && *rows->next());
    ASSERT_TRUE(writer->run("INSERT INTO thing (id) VALUES (2)"));
    ASSERT_TRUE(writer->emptyLog()) << "a log in use is left alone";
    EXPECT_TRUE(open(Sharing::Shared)) << "and no reason to wait";
}

TEST_F(Connections, namesTheFileThatCannotBeMade) {
    m_file = m_folder / "missing" / "kiosk.db";
    expectRefused(ErrorKind::NotFound);
}

} // namespace
} // namespace kiosk::sql
