#pragma once

#include "kiosk/viewmodels/StaffDesk.h"

#include <QObject>
#include <optional>

namespace tests::support {

using namespace kiosk;

/// The real desk, and a hand on the switch of its disk: what is asked while it is off is refused, and nothing happens.
class FailingDesk final : public viewmodels::StaffDesk {
public:
    explicit FailingDesk(viewmodels::StaffDesk& real) : m_real(real) {}
    std::optional<ErrorKind> fault;

    void standing(Uuid const& user, QObject* living, Then<staff::Standing> then) override {
        if (!refuse(living, then)) m_real.standing(user, living, std::move(then));
    }
    void withPin(Uuid const& user, SecretBytes pin, QObject* living, Then<staff::Answer> then) override {
        if (!refuse(living, then)) m_real.withPin(user, std::move(pin), living, std::move(then));
    }
    void withCode(Uuid const& user, SecretBytes code, QObject* living, Then<staff::Answer> then) override {
        if (!refuse(living, then)) m_real.withCode(user, std::move(code), living, std::move(then));
    }
    void choosePin(SecretBytes pin, QObject* living, Then<staff::PinFault> then) override {
        if (!refuse(living, then)) m_real.choosePin(std::move(pin), living, std::move(then));
    }
    void permit(staff::Action action, QObject* living, Then<void> then) override {
        if (!refuse(living, then)) m_real.permit(action, living, std::move(then));
    }
    void report(Uuid const& who, staff::Action action, bool isDone) override { m_real.report(who, action, isDone); }
    void stay() override { m_real.stay(); }
    void signOff(staff::SignOff why) override { m_real.signOff(why); }
    void status(QObject* living, Then<viewmodels::DeviceStatus> then) override {
        if (!refuse(living, then)) m_real.status(living, std::move(then));
    }
    void lastAudit(std::size_t most, QObject* living, Then<std::vector<store::AuditRow>> then) override {
        if (!refuse(living, then)) m_real.lastAudit(most, living, std::move(then));
    }
    void load(QObject* living, Then<std::shared_ptr<const takeout::Load>> then) override {
        if (!refuse(living, then)) m_real.load(living, std::move(then));
    }

private:
    template <typename T>
    bool refuse(QObject* living, Then<T> const& then) const {
        if (!fault) return false;
        QMetaObject::invokeMethod(
            living, [then, kind = *fault] { then(fail(kind, "refused by the test")); }, Qt::QueuedConnection);
        return true;
    }
    viewmodels::StaffDesk& m_real;
};

} // namespace tests::support
