#include "tests/unit/viewmodels/Fixtures.h"

#include "kiosk/core/survey/Names.h"
#include "tests/integration/store/FaultVfs.h"

namespace kiosk::viewmodels {

namespace {

struct Records : ::testing::Test {
    EnrolledKiosk kiosk;
    std::unique_ptr<Storeroom> room = open();

    std::unique_ptr<Storeroom> open() {
        auto opened = kiosk.open();
        EXPECT_TRUE(opened) << opened.error().text;
        return std::move(*opened);
    }
    void restart() {
        room.reset();
        room = open();
    }
    /// A draft of the visit survey, with an answer if one is given.
    Uuid begin(int recommend = -1) {
        auto const& form = room->catalogue->offered().front().form;
        store::Draft const draft{Uuid::random(), form->canonical(), "visit-experience", "en", kiosk.clock.now(), {}};
        EXPECT_TRUE(room->keeper.begin(draft));
        if (recommend >= 0) {
            EXPECT_TRUE(room->keeper.save(draft.record, "recommend", answer(recommend).dump()));
        }
        return draft.record;
    }
    static Json answer(int number) { return Json::array({Json{{"valueInteger", number}}}); }
    std::vector<Json> sent() { return kiosk.practice.openAll(kiosk.outbox()); }
    std::size_t openDrafts() { return room->store.openDrafts()->size(); }
};

} // namespace

TEST_F(Records, aFinishedVisitIsSealedWithWhatWasSavedAndInTheLanguageOfTheEnd) {
    auto const record = begin(9);
    ASSERT_TRUE(room->keeper.finish(record, Ending::Completed, "es"));
    auto const bundles = sent();
    ASSERT_EQ(bundles.size(), 1U);
    auto const response = responseIn(bundles[0]);
    EXPECT_EQ(response.at("status"), "completed");
    EXPECT_EQ(response.at("language"), "es");
    EXPECT_EQ(answersIn(response, "recommend"), answer(9));
    EXPECT_EQ(openDrafts(), 0U);
    EXPECT_FALSE(room->keeper.isVisited());
}

TEST_F(Records, aDraftWithAnswersThatACrashLeftIsSealedAsStopped) {
    begin(3);
    restart();
    ASSERT_TRUE(room->keeper.recover());
    ASSERT_TRUE(room->keeper.publishSealed());
    ASSERT_EQ(sent().size(), 1U);
    EXPECT_EQ(responseIn(sent()[0]).at("status"), "stopped");
    EXPECT_EQ(openDrafts(), 0U);
}

TEST_F(Records, aDraftWithoutAnswersThatACrashLeftIsDiscarded) {
    begin();
    auto const takenBack = begin(3);
    ASSERT_TRUE(room->keeper.save(takenBack, "recommend", "[]"));
    restart();
    ASSERT_TRUE(room->keeper.recover());
    ASSERT_TRUE(room->keeper.publishSealed());
    EXPECT_TRUE(sent().empty());
    EXPECT_EQ(openDrafts(), 0U);
    EXPECT_EQ(room->store.counts()->discarded, 2U);
}

TEST_F(Records, recoveryLeavesTheVisitThatIsGoingOnAlone) {
    auto const record = begin(3);
    ASSERT_TRUE(room->keeper.recover());
    EXPECT_EQ(openDrafts(), 1U);
    ASSERT_TRUE(room->keeper.save(record, "recommend", answer(4).dump()));
    ASSERT_TRUE(room->keeper.finish(record, Ending::Completed, "en"));
    EXPECT_EQ(answersIn(responseIn(sent().at(0)), "recommend"), answer(4));
}

TEST_F(Records, aStoppedVisitWithoutAnAnswerLeavesNothing) {
    ASSERT_TRUE(room->keeper.finish(begin(), Ending::Stopped, "en"));
    EXPECT_TRUE(sent().empty());
    EXPECT_EQ(openDrafts(), 0U);
}

TEST_F(Records, aDiscardedVisitLeavesNothing) {
    ASSERT_TRUE(room->keeper.discard(begin(3)));
    EXPECT_TRUE(sent().empty());
    EXPECT_EQ(openDrafts(), 0U);
    EXPECT_FALSE(room->keeper.isVisited());
}

TEST_F(Records, aVisitThatCouldNotBeDiscardedIsStillNeverSealed) {
    room.reset();
    kiosk::tests::FaultVfs disk;
    room = open();
    auto const record = begin(3);
    disk.failAt(1, kiosk::tests::Fault::DiskFull);
    ASSERT_FALSE(room->keeper.discard(record));
    ASSERT_EQ(openDrafts(), 1U);
    EXPECT_FALSE(room->keeper.isAtRest()) << "only this process knows that it was taken back";
    ASSERT_TRUE(room->keeper.recover());
    EXPECT_TRUE(room->keeper.isAtRest());
    ASSERT_TRUE(room->keeper.publishSealed());
    EXPECT_TRUE(sent().empty()) << "the person had taken the answers back";
    EXPECT_EQ(openDrafts(), 0U);
    room.reset();
}

TEST_F(Records, formsStayInForceWhileADraftNeedsThem) {
    begin(3);
    EXPECT_TRUE(*room->keeper.needsForms()) << "somebody answers";
    ASSERT_TRUE(room->keeper.discard(begin()));
    EXPECT_TRUE(*room->keeper.needsForms()) << "a draft still waits to be sealed";
    ASSERT_TRUE(room->keeper.recover());
    EXPECT_FALSE(*room->keeper.needsForms());
    ASSERT_TRUE(room->store.beginDraft(
        {Uuid::random(), "http://candor.example/gone|1", "gone", "en", kiosk.clock.now(), {{"q", answer(1).dump()}}}));
    EXPECT_FALSE(*room->keeper.needsForms()) << "a form that is gone may only come back with a new pack";
}

TEST_F(Records, theChainHasNoGapsAcrossRestarts) {
    for (int i = 0; i < 3; ++i) {
        ASSERT_TRUE(room->keeper.finish(begin(i), Ending::Completed, "en"));
        restart();
    }
    EXPECT_EQ(sent().size(), 3U); // openAll checks every link
    EXPECT_EQ(room->store.chainHead()->number, 3U);
}

TEST_F(Records, whatWasSealedButNotPublishedIsPublishedAgainWithTheSameBytes) {
    auto const record = begin(5);
    std::filesystem::remove_all(kiosk.outbox()); // publishing fails, as on a broken disk
    ASSERT_TRUE(room->keeper.finish(record, Ending::Completed, "en")) << "the sealed bytes are safe in the store";
    auto const waiting = *room->store.unpublished();
    ASSERT_EQ(waiting.size(), 1U);
    restart();
    ASSERT_TRUE(room->keeper.publishSealed());
    EXPECT_EQ(sent().size(), 1U);
    auto const entry = room->outbox.waiting()->at(0);
    EXPECT_EQ(*base::readFile(entry.file), waiting[0].envelope);
    EXPECT_TRUE(room->store.unpublished()->empty());
}

TEST_F(Records, anEnvelopeSomebodyTookOutOfTheSpoolIsPutBack) {
    ASSERT_TRUE(room->keeper.finish(begin(5), Ending::Completed, "en"));
    std::filesystem::remove(room->outbox.waiting()->at(0).file);
    restart();
    ASSERT_TRUE(room->keeper.publishSealed());
    EXPECT_EQ(sent().size(), 1U);
}

TEST_F(Records, onlyAReceiptMakesItForget) {
    ASSERT_TRUE(room->keeper.finish(begin(5), Ending::Completed, "en"));
    ASSERT_TRUE(room->keeper.settle());
    EXPECT_EQ(sent().size(), 1U);
    kiosk.practice.receiptAll(kiosk.outbox());
    ASSERT_TRUE(room->keeper.settle());
    EXPECT_TRUE(sent().empty());
    EXPECT_EQ(room->store.counts()->receipted, 1U);
    restart();
    ASSERT_TRUE(room->keeper.publishSealed());
    EXPECT_TRUE(sent().empty()) << "a receipted record does not come back";
}

/// As the agent brings them.
void bringReceipt(EnrolledKiosk const& kiosk, envelope::Receipt const& receipt) {
    auto const file = kiosk.outbox() / "receipts" / (Uuid::random().toString() + ".receipt");
    ASSERT_TRUE(base::writeFileDurably(file, envelope::signReceipt(receipt, kiosk.practice.receiptKey())));
}

TEST_F(Records, aServerThatHasSeenANewerStoreClosesSignInUntilALaterReceiptFits) {
    ASSERT_TRUE(room->keeper.finish(begin(9), Ending::Completed, "en"));
    auto const head = *room->store.chainHead();
    auto const isClosed = [this] { return room->door->standing(Uuid::random())->isClosed; };
    auto const later = kiosk.clock.now() + std::chrono::hours(1);
    EXPECT_FALSE(isClosed());

    bringReceipt(kiosk, {kiosk.practice.device(), later, head.number + 1, crypto::sha256(asBytes("unknown")), {}});
    (void)room->keeper.settle();
    EXPECT_TRUE(isClosed());
    for (auto const& left : std::filesystem::directory_iterator(kiosk.outbox() / "receipts"))
        if (left.is_regular_file()) std::filesystem::remove(left);

    bringReceipt(kiosk, {kiosk.practice.device(), kiosk.clock.now(), head.number, head.link, {}});
    ASSERT_TRUE(room->keeper.settle());
    EXPECT_TRUE(isClosed()) << "of before it was noticed";
    bringReceipt(kiosk, {kiosk.practice.device(), later, head.number, head.link, {}});
    ASSERT_TRUE(room->keeper.settle());
    EXPECT_FALSE(isClosed());
}

TEST_F(Records, aVisitWithAMemberOfStaffSaysSo) {
    auto const& form = room->catalogue->offered().front().form;
    for (auto const mode : {store::Mode::Assisted, store::Mode::Self}) {
        store::Draft draft{Uuid::random(), form->canonical(), "visit-experience", "en", kiosk.clock.now(), {}, mode};
        ASSERT_TRUE(room->keeper.begin(draft));
        ASSERT_TRUE(room->keeper.finish(draft.record, Ending::Completed, "en"));
    }
    const Json extension{{"url", survey::names::completionMode}, {"valueCode", "assisted"}};
    EXPECT_EQ(responseIn(sent()[0]).value("extension", Json()), Json::array({extension}));
    EXPECT_EQ(responseIn(sent()[0]).at("author").at("type"), "Practitioner");
    EXPECT_FALSE(responseIn(sent()[1]).contains("extension"));
    EXPECT_FALSE(responseIn(sent()[1]).contains("author"));
}

TEST_F(Records, whoAnsweredIsTheirSource) {
    auto const& form = room->catalogue->offered().front().form;
    for (auto const* who : {"", "patient", "child"}) {
        store::Draft draft{Uuid::random(),
                           form->canonical(),
                           "visit-experience",
                           "en",
                           kiosk.clock.now(),
                           {},
                           store::Mode::Self,
                           {},
                           who};
        ASSERT_TRUE(room->keeper.begin(draft));
        ASSERT_TRUE(room->keeper.save(draft.record, signatureAddress,
                                      R"([{"who":{"display":"A Name"},"data":"AA==","sigFormat":"image/svg+xml"}])"));
        ASSERT_TRUE(room->keeper.finish(draft.record, Ending::Completed, "en"));
    }
    auto const signer = [this](std::size_t number) {
        auto const extensions = responseIn(sent()[number]).at("extension");
        for (auto const& extension : extensions)
            if (extension.contains("valueSignature")) return extension["valueSignature"]["who"]["type"];
        return Json();
    };
    EXPECT_FALSE(responseIn(sent()[0]).contains("source")) << "nobody was asked";
    EXPECT_EQ(signer(0), "Patient");
    EXPECT_EQ(responseIn(sent()[1]).at("source").at("type"), "Patient");
    EXPECT_EQ(signer(1), "Patient");
    EXPECT_EQ(responseIn(sent()[2]).at("source").at("type"), "RelatedPerson");
    EXPECT_EQ(signer(2), "RelatedPerson");
}

TEST_F(Records, aDraftOfAFormThatIsGoneStaysAndTheOthersGoOn) {
    auto const known = begin(5);
    ASSERT_TRUE(room->store.beginDraft({Uuid::random(),
                                        "http://candor.example/fhir/Questionnaire/gone|1",
                                        "gone",
                                        "en",
                                        kiosk.clock.now(),
                                        {{"q", answer(1).dump()}}}));
    restart();
    auto const recovered = room->keeper.recover();
    ASSERT_FALSE(recovered);
    EXPECT_EQ(recovered.error().kind, ErrorKind::NotFound);
    ASSERT_TRUE(room->keeper.publishSealed());
    ASSERT_EQ(sent().size(), 1U);
    EXPECT_NE(sent()[0].dump().find(known.toString()), std::string::npos);
    EXPECT_EQ(openDrafts(), 1U) << "nothing is deleted because it is not understood";
}

TEST_F(Records, aVisitWithAFormThatIsNotInForceDoesNotBegin) {
    auto const begun = room->keeper.begin(
        {Uuid::random(), "http://candor.example/fhir/Questionnaire/gone|1", "gone", "en", kiosk.clock.now(), {}});
    ASSERT_FALSE(begun);
    EXPECT_EQ(begun.error().kind, ErrorKind::NotFound);
    EXPECT_EQ(openDrafts(), 0U);
}

TEST(Storeroom, opensWithTheRightKeyOnly) {
    EnrolledKiosk const kiosk;
    ASSERT_TRUE(kiosk.open());
    Device device{kiosk.practice.device(), crypto::SigningKey::generate()};
    auto const opened = Storeroom::open(kiosk.places(), SecretBytes(Bytes(32, 8)), std::move(device),
                                        toBytes(kiosk.practice.rootText()), kiosk.clock);
    ASSERT_FALSE(opened);
    EXPECT_EQ(opened.error().kind, ErrorKind::Denied);
    EXPECT_NE(opened.error().text.find("kiosk.db"), std::string::npos) << opened.error().text;
}

TEST(Storeroom, namesTheFileInWhichAByteWasFlipped) {
    for (auto const* name : {"app/kiosk.db", "app/packs/factory.pack"}) {
        EnrolledKiosk const kiosk;
        ASSERT_TRUE(kiosk.open());
        auto const file = kiosk.folder.path() / name;
        auto content = *base::readFile(file);
        content[content.size() / 3] ^= 0x80;
        ASSERT_TRUE(base::writeFileDurably(file, content));
        auto const opened = kiosk.open();
        ASSERT_FALSE(opened) << name;
        EXPECT_NE(opened.error().text.find(file.filename().string()), std::string::npos) << opened.error().text;
    }
}

} // namespace kiosk::viewmodels
