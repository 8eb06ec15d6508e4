#pragma once

#include "tests/unit/viewmodels/Fixtures.h"

namespace kiosk::viewmodels {

/// A session over a form of the pack, begun in the real store.
struct Session : ::testing::Test {
    explicit Session(std::string const& instrument = "sample", Json const& form = sampleForm()) :
        kiosk(wish(instrument, form)), room(*kiosk.open()), catalogue(room->catalogue), store(std::move(room)),
        journal(store) {
        auto const& contact = catalogue->settings().safetyContact;
        auto const shared = catalogue->offered().front().form;
        store::Draft const draft{Uuid::random(), shared->canonical(), instrument, "en", kiosk.clock.now(), {}};
        record = draft.record;
        store.begin(draft, &store, [this](auto const& result) { begun = bool(result); });
        EXPECT_TRUE(eventually([this] { return begun; }));
        session = std::make_unique<SurveySession>(shared, draft, contact ? &*contact : nullptr, journal);
    }
    static Practice::PackWish wish(std::string const& instrument, Json const& form) {
        auto settings = Practice::settings();
        settings["instruments"] = Json::array({instrument});
        return {.settings = settings, .ownForms = {{instrument, form}}};
    }

    [[nodiscard]] Question& question() { return *session->question(); }
    [[nodiscard]] std::string at() { return question().linkId().toStdString(); }
    bool nextShows(std::string const& linkId) {
        session->next();
        return eventually([&] { return !session->isBusy(); }) && at() == linkId;
    }
    bool reviewShows() {
        session->next();
        return eventually([&] { return session->stage() == SurveySession::Stage::Reviewing; });
    }
    bool settled() {
        return eventually([&] { return !session->isBusy(); });
    }
    [[nodiscard]] QVariant reviewed(int row, ReviewModel::Role role) {
        return session->review()->data(session->review()->index(row), role);
    }

    EnrolledKiosk kiosk;
    std::unique_ptr<Storeroom> room;
    std::shared_ptr<const Catalogue> catalogue;
    StoreThread store;
    FailingJournal journal;
    Uuid record;
    bool begun = false;
    std::unique_ptr<SurveySession> session;
};

} // namespace kiosk::viewmodels
