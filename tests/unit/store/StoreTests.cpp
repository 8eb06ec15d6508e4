#include "tests/unit/store/StoreFixture.h"

#include <fstream>

namespace kiosk::store {
namespace {

using testing::HasSubstr;

class Stores : public StoreFixture {};

TEST_F(Stores, answersSurviveReopeningInTheOrderOfFirstAnswering) {
    auto const record = [&] {
        auto store = open();
        const auto begun = begin(store);
        EXPECT_TRUE(store.saveAnswer(begun, "b", textAnswer("first")));
        EXPECT_TRUE(store.saveAnswer(begun, "a", textAnswer("A")));
        EXPECT_TRUE(store.saveAnswer(begun, "b", textAnswer("changed")));
        EXPECT_TRUE(store.saveAnswer(begun, "c", textAnswer("C")));
        EXPECT_TRUE(store.saveAnswer(begun, "c", "[]"));
        return begun;
    }();
    auto const drafts = open().openDrafts();
    ASSERT_TRUE(drafts);
    ASSERT_EQ(drafts->size(), 1U);
    auto const& draft = drafts->front();
    EXPECT_EQ(draft.record, record);
    EXPECT_EQ(draft.instrumentId, "visit");
    EXPECT_EQ(draft.language, "es");
    EXPECT_EQ(draft.startedAt, m_clock.now());
    const std::vector<std::pair<std::string, std::string>> expected{
        {"b", textAnswer("changed")}, {"a", textAnswer("A")}, {"c", "[]"}};
    EXPECT_EQ(draft.answers, expected) << "of a cleared answer only that is left";
}

TEST_F(Stores, aDraftCanBeginWithAnswers) {
    auto store = open();
    ASSERT_TRUE(store.beginDraft({Uuid::random(), "q", "i", "en", m_clock.now(), {{"x", textAnswer("y")}}}));
    EXPECT_EQ(store.openDrafts()->front().answers.size(), 1U);
}

TEST_F(Stores, aDraftRemembersWhoGaveTheAnswersIn) {
    auto store = open();
    begin(store);
    ASSERT_EQ(store.openDrafts()->size(), 1U);
    EXPECT_EQ(store.openDrafts()->front().mode, Mode::Self);
    auto const record = Uuid::random();
    ASSERT_TRUE(store.beginDraft({record, "q", "i", "en", m_clock.now() + std::chrono::hours(1), {}, Mode::Assisted}));
    EXPECT_EQ(store.openDrafts()->back().mode, Mode::Assisted);
}

TEST_F(Stores, signInsAndUsedCodesAreKeptWithTheirRowsOfTheLog) {
    const SignIn signIn{Uuid::random(), "hash", {2, Uuid::random(), std::chrono::milliseconds(7)}, {}};
    {
        auto store = open();
        ASSERT_TRUE(store.keepSignIn(signIn, {"one", Json::object()}, "code"));
        EXPECT_FALSE(store.keepSignIn({signIn.user, "other", {}, {}}, {"two", Json::object()}, "code"))
            << "used before";
    }
    auto store = open();
    EXPECT_TRUE(*store.isCodeUsed("code"));
    EXPECT_FALSE(*store.isCodeUsed("other code"));
    EXPECT_EQ(store.signIn(signIn.user)->value().pin, "hash") << "nothing of the second is left";
    EXPECT_EQ(store.signIn(signIn.user)->value().pinTries, signIn.pinTries);
    EXPECT_EQ(store.lastAudit(5)->size(), 1U);
    ASSERT_TRUE(store.forgetSignIn(signIn.user, {"three", Json::object()}));
    ASSERT_TRUE(store.forgetSignIn(signIn.user, {"four", Json::object()}));
    EXPECT_TRUE(store.signIns()->empty());
    EXPECT_EQ(store.lastAudit(5)->front().event, "three");
    EXPECT_TRUE(store.verifyAudit());
}

TEST_F(Stores, theLogSaysWhetherItHoldsAHeadOfBefore) {
    auto store = open();
    EXPECT_TRUE(*store.auditHolds(*store.auditHead())) << "nothing yet";
    ASSERT_TRUE(store.audit("one", Json::object()));
    auto const head = *store.auditHead();
    ASSERT_TRUE(store.audit("two", Json::object()));
    EXPECT_TRUE(*store.auditHolds(head));
    EXPECT_FALSE(*store.auditHolds({head.seq, digestOf("another")}));
    EXPECT_FALSE(*store.auditHolds({head.seq + 2, head.hash})) << "of later than this";
}

TEST_F(Stores, refusesAnswersThatCannotBe) {
    auto store = open();
    auto const record = begin(store);
    EXPECT_EQ(store.saveAnswer(Uuid::random(), "a", textAnswer("x")).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(store.saveAnswer(Uuid::random(), "a", "[]").error().kind, ErrorKind::NotFound);
    EXPECT_EQ(store.saveAnswer(record, "a", R"("text")").error().kind, ErrorKind::Invalid);
    EXPECT_EQ(store.saveAnswer(record, "a", textAnswer("\xff")).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(store.saveAnswer(record, "a", textAnswer(std::string(2U << 20U, 'x'))).error().kind, ErrorKind::Invalid);
    EXPECT_TRUE(store.openDrafts()->front().answers.empty());
}

TEST_F(Stores, aRecordIdIsUsedOnce) {
    auto store = open();
    auto const record = begin(store);
    const Draft again{record, "q", "i", "en", m_clock.now(), {}};
    EXPECT_EQ(store.beginDraft(again).error().kind, ErrorKind::Invalid);
    ASSERT_TRUE(store.sealDraft(sealedAs(record, 1)));
    EXPECT_EQ(store.beginDraft(again).error().kind, ErrorKind::Invalid);
    EXPECT_EQ(store.counts()->given, 1U) << "what was refused does not count";
}

TEST_F(Stores, sealingAdvancesTheChainAndForgetsTheDraft) {
    auto store = open();
    EXPECT_EQ(store.chainHead()->number, 0U);
    EXPECT_EQ(store.chainHead()->link, crypto::Digest{});
    auto const first = seal(store);
    EXPECT_EQ(store.chainHead()->number, 1U);
    EXPECT_EQ(store.chainHead()->link, first.link);
    EXPECT_TRUE(store.openDrafts()->empty());
    auto const second = seal(store);
    auto const waiting = store.unpublished();
    ASSERT_EQ(waiting->size(), 2U);
    EXPECT_EQ(waiting->front().record, first.record);
    EXPECT_EQ(waiting->back().envelope, second.envelope);
    EXPECT_EQ(waiting->back().link, second.link);
}

TEST_F(Stores, sealingRefusesAWrongNumberOrAStrangerAndChangesNothing) {
    auto store = open();
    auto const record = begin(store);
    ASSERT_TRUE(store.saveAnswer(record, "a", textAnswer("kept")));
    for (const std::uint64_t number : {0U, 2U, 3U}) {
        auto const sealed = store.sealDraft(sealedAs(record, number));
        ASSERT_FALSE(sealed) << number;
        EXPECT_EQ(sealed.error().kind, ErrorKind::Invalid);
        EXPECT_THAT(sealed.error().text, HasSubstr("1 is next"));
    }
    EXPECT_EQ(store.sealDraft(sealedAs(Uuid::random(), 1)).error().kind, ErrorKind::NotFound);
    EXPECT_EQ(store.openDrafts()->front().answers.size(), 1U);
    EXPECT_EQ(store.chainHead()->number, 0U);
    ASSERT_TRUE(store.sealDraft(sealedAs(record, 1)));
    EXPECT_EQ(store.sealDraft(sealedAs(record, 2)).error().kind, ErrorKind::NotFound) << "sealed twice";
}

TEST_F(Stores, publishedAndReceiptedRecordsLeaveStepByStep) {
    auto store = open();
    auto const first = seal(store);
    auto const second = seal(store);
    ASSERT_TRUE(store.markPublished(first.record));
    ASSERT_TRUE(store.markPublished(first.record)) << "again is harmless";
    EXPECT_EQ(store.unpublished()->size(), 1U);
    const std::vector<Uuid> proven{first.record, Uuid::random()};
    for (int again = 0; again < 2; ++again) ASSERT_TRUE(store.markReceipted(proven, {1, first.link}));
    auto const counts = *store.counts();
    EXPECT_EQ(counts.sealed, 2U);
    EXPECT_EQ(counts.published, 1U);
    EXPECT_EQ(counts.receipted, 1U);
    EXPECT_EQ(store.unpublished()->front().record, second.record);
}

TEST_F(Stores, whatVanishedFromTheSpoolIsStillHere) {
    auto store = open();
    auto const lost = seal(store);
    auto const waiting = seal(store);
    auto const proven = seal(store);
    for (auto const& record : {lost, waiting, proven}) ASSERT_TRUE(store.markPublished(record.record));
    ASSERT_TRUE(store.markReceipted(std::vector{proven.record}, {3, proven.link}));
    auto const missing = store.missingFrom([&](Uuid const& record) { return record == waiting.record; });
    ASSERT_EQ(missing->size(), 1U);
    EXPECT_EQ(missing->front().record, lost.record);
    EXPECT_EQ(missing->front().envelope, lost.envelope);
}

TEST_F(Stores, aServerThatKnowsMoreThanWeDoMeansAnOldDisk) {
    auto store = open();
    auto const first = seal(store);
    for (auto const& head : {ChainHead{2, digestOf("later")}, ChainHead{1, digestOf("another")}}) {
        auto const marked = store.markReceipted(std::vector{first.record}, head);
        ASSERT_FALSE(marked);
        EXPECT_EQ(marked.error().kind, ErrorKind::Corrupt);
        EXPECT_THAT(marked.error().text, HasSubstr("kiosk.db"));
    }
    EXPECT_EQ(store.counts()->receipted, 0U);
    EXPECT_TRUE(store.markReceipted({}, {0, {}})) << "a server that has nothing yet";
}

TEST_F(Stores, countsAddUp) {
    auto store = open();
    begin(store);
    auto const cancelled = begin(store);
    seal(store);
    ASSERT_TRUE(store.discardDraft(cancelled));
    ASSERT_TRUE(store.discardDraft(cancelled)) << "again is harmless";
    auto const counts = *store.counts();
    EXPECT_EQ(counts.given, 3U);
    EXPECT_EQ(counts.discarded, 1U);
    EXPECT_EQ(counts.sealed, 1U);
    EXPECT_EQ(store.openDrafts()->size(), 1U);
}

TEST_F(Stores, settingsAreKept) {
    {
        auto store = open();
        EXPECT_EQ(*store.setting("language"), std::nullopt);
        ASSERT_TRUE(store.setSetting("language", "en"));
        ASSERT_TRUE(store.setSetting("language", "es"));
        ASSERT_TRUE(store.setSetting("empty", ""));
    }
    auto store = open();
    EXPECT_EQ(*store.setting("language"), "es");
    EXPECT_EQ(*store.setting("empty"), "");
}

TEST_F(Stores, openingTellsAWrongKeyFromDamage) {
    {
        auto store = open();
        seal(store);
    }
    auto const wrong = Store::open(m_file, SecretBytes::random(32), m_clock);
    ASSERT_FALSE(wrong);
    EXPECT_EQ(wrong.error().kind, ErrorKind::Denied);
    EXPECT_THAT(wrong.error().text, HasSubstr("kiosk.db"));
}

TEST_F(Stores, aFlippedByteInAnyPageIsFoundAtOpening) {
    {
        auto store = open();
        for (int i = 0; i < 10; ++i) seal(store);
        begin(store);
    }
    auto const whole = *base::readFile(m_file);
    for (std::size_t page = 0; page < whole.size() / 4096; ++page) {
        auto content = whole;
        content[page * 4096 + (page * 1237 + 5) % 4096] ^= 0x10U;
        ASSERT_TRUE(base::writeFileDurably(m_file, content));
        auto const opened = tryOpen();
        ASSERT_FALSE(opened) << "page " << page;
        EXPECT_EQ(opened.error().kind, ErrorKind::Corrupt) << opened.error().text;
        EXPECT_THAT(opened.error().text, HasSubstr("kiosk.db"));
    }
    ASSERT_TRUE(base::writeFileDurably(m_file, whole));
    EXPECT_EQ(open().counts()->sealed, 10U) << "and nothing was made anew over it";
}

} // namespace
} // namespace kiosk::store
