#pragma once

#include "kiosk/viewmodels/SurveyJournal.h"

#include <QObject>
#include <map>

namespace tests::support {

using namespace kiosk;

/// Keeps what is saved in a map. Answers in the next turn of the event loop, as the real one does.
class MemoryJournal final : public viewmodels::SurveyJournal {
public:
    std::map<std::string, std::string> saved; ///< address to JSON
    bool finished = false;

    void begin(store::Draft const&, QObject* living, viewmodels::Done done) override {
        answer(living, std::move(done));
    }
    void save(Uuid const&, std::string const& address, std::string const& json, QObject* living,
              viewmodels::Done done) override {
        saved[address] = json;
        answer(living, std::move(done));
    }
    void finish(Uuid const&, viewmodels::Ending, std::string const&, QObject* living, viewmodels::Done done) override {
        finished = true;
        answer(living, std::move(done));
    }
    void discard(Uuid const&, QObject* living, viewmodels::Done done) override {
        saved.clear();
        answer(living, std::move(done));
    }

private:
    static void answer(QObject* living, viewmodels::Done done) {
        if (living)
            QMetaObject::invokeMethod(
                living, [done = std::move(done)] { done({}); }, Qt::QueuedConnection);
    }
};

} // namespace tests::support
