#pragma once

#include "kiosk/viewmodels/SurveyJournal.h"

#include <QObject>
#include <optional>

namespace tests::support {

using namespace kiosk;

/// A real disk in the middle, and a hand on the switch in front of it.
class FailingJournal final : public viewmodels::SurveyJournal {
public:
    explicit FailingJournal(viewmodels::SurveyJournal& real) : m_real(real) {}
    std::optional<ErrorKind> fault; ///< what every call answers while it is set

    void begin(store::Draft const& draft, QObject* living, viewmodels::Done done) override {
        if (!refuse(living, done)) m_real.begin(draft, living, done);
    }
    void save(Uuid const& record, std::string const& address, std::string const& json, QObject* living,
              viewmodels::Done done) override {
        if (!refuse(living, done)) m_real.save(record, address, json, living, done);
    }
    void finish(Uuid const& record, viewmodels::Ending ending, std::string const& language, QObject* living,
                viewmodels::Done done) override {
        if (!refuse(living, done)) m_real.finish(record, ending, language, living, done);
    }
    void discard(Uuid const& record, QObject* living, viewmodels::Done done) override {
        if (!refuse(living, done)) m_real.discard(record, living, done);
    }

private:
    bool refuse(QObject* living, viewmodels::Done const& done) const {
        if (!fault) return false;
        if (living)
            QMetaObject::invokeMethod(
                living, [done, kind = *fault] { done(fail(kind, "refused by the test")); }, Qt::QueuedConnection);
        return true;
    }
    viewmodels::SurveyJournal& m_real;
};

} // namespace tests::support
