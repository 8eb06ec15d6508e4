#include "kiosk/core/sql/Connection.h"
#include "tests/unit/store/StoreFixture.h"

namespace kiosk::store {
namespace {

class AuditLogs : public StoreFixture {
protected:
    void SetUp() override {
        StoreFixture::SetUp();
        auto store = open();
        for (int i = 0; i < 5; ++i) ASSERT_TRUE(store.audit("staff-entered", {{"count", i}}));
        ASSERT_TRUE(store.verifyAudit());
    }
    /// What a person with the key could do to the file, then what verifyAudit says.
    Result<void> verifyAfter(std::vector<char const*> const& changes) {
        auto connection = sql::Connection::open(m_file, m_key.copy());
        for (auto const* statement : changes) EXPECT_TRUE(connection && connection->run(statement)) << statement;
        connection = fail(ErrorKind::Internal, "closed");
        return open().verifyAudit();
    }
};

struct Change {
    char const* name;
    std::vector<char const*> statements;
    char const* where;
};

class AuditChanges : public AuditLogs, public testing::WithParamInterface<Change> {};

TEST_P(AuditChanges, areFound) {
    auto const verified = verifyAfter(GetParam().statements);
    ASSERT_FALSE(verified);
    EXPECT_EQ(verified.error().kind, ErrorKind::Corrupt);
    EXPECT_THAT(verified.error().text, testing::HasSubstr("kiosk.db"));
    EXPECT_THAT(verified.error().text, testing::HasSubstr(GetParam().where));
}

const Change changes[] = {
    {"changedDetail", {"UPDATE audit SET detail = '{\"count\":9}' WHERE seq = 3"}, "row 3"},
    {"changedEvent", {"UPDATE audit SET event = 'x' WHERE seq = 1"}, "row 1"},
    {"changedTime", {"UPDATE audit SET at_ms = at_ms + 1 WHERE seq = 2"}, "row 2"},
    {"droppedInTheMiddle", {"DELETE FROM audit WHERE seq = 3"}, "row 3"},
    {"droppedAtTheEnd", {"DELETE FROM audit WHERE seq = 5"}, "row 5"},
    {"droppedAll", {"DELETE FROM audit"}, "row 1"},
    {"reordered",
     {"UPDATE audit SET seq = 99 WHERE seq = 2", "UPDATE audit SET seq = 2 WHERE seq = 5",
      "UPDATE audit SET seq = 5 WHERE seq = 99"},
     "row 2"},
    {"renumbered", {"UPDATE audit SET seq = 9 WHERE seq = 5"}, "row 5"},
    {"replacedHash", {"UPDATE audit SET hash = zeroblob(32) WHERE seq = 4"}, "row 4"},
    {"doubled", {"INSERT INTO audit SELECT 6, at_ms, event, detail, previous, hash FROM audit WHERE seq = 5"}, "row 6"},
};

INSTANTIATE_TEST_SUITE_P(Rows, AuditChanges, testing::ValuesIn(changes),
                         [](auto const& named) { return named.param.name; });

TEST_F(AuditLogs, sealingAndDiscardingLeaveARowWithoutAnswersAndRecord) {
    {
        auto store = open();
        auto const record = begin(store);
        ASSERT_TRUE(store.saveAnswer(record, "a", textAnswer("planted answer")));
        ASSERT_TRUE(store.sealDraft(sealedAs(record, 1)));
        ASSERT_TRUE(store.discardDraft(begin(store)));
        EXPECT_TRUE(store.verifyAudit());
    }
    auto connection = sql::Connection::open(m_file, m_key.copy());
    auto rows = connection->query("SELECT event, detail FROM audit WHERE seq > 5 ORDER BY seq");
    std::vector<std::string> events;
    while (*rows->next()) {
        events.push_back(rows->text(0));
        EXPECT_EQ(rows->text(1).find("planted"), std::string::npos);
        EXPECT_EQ(rows->text(1).find('-'), std::string::npos) << "an id: the row has the time";
    }
    EXPECT_EQ(events, (std::vector<std::string>{"record-sealed", "draft-discarded"}));
}

} // namespace
} // namespace kiosk::store
