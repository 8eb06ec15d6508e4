#pragma once

#include "kiosk/core/staff/Door.h"
#include "kiosk/core/takeout/TakeoutWriter.h"
#include "kiosk/viewmodels/DeviceStatus.h"

#include <functional>

class QObject;

namespace kiosk::viewmodels {

/// The door to the staff area and what lies behind it, as staff::Door has them. Every call returns at once; `then` runs
/// later on the calling (GUI) thread, in the order of the calls, and only if `living` still exists.
class StaffDesk {
public:
    template <typename T>
    using Then = std::function<void(Result<T> const&)>;
    virtual ~StaffDesk() = default;

    virtual void standing(Uuid const& user, QObject* living, Then<staff::Standing> then) = 0;
    virtual void withPin(Uuid const& user, SecretBytes pin, QObject* living, Then<staff::Answer> then) = 0;
    virtual void withCode(Uuid const& user, SecretBytes code, QObject* living, Then<staff::Answer> then) = 0;
    virtual void choosePin(SecretBytes pin, QObject* living, Then<staff::PinFault> then) = 0;
    virtual void permit(staff::Action action, QObject* living, Then<void> then) = 0;
    virtual void report(staff::Action action, bool isDone) = 0;
    virtual void stay() = 0;
    virtual void signOff(staff::SignOff why) = 0;

    virtual void status(QObject* living, Then<DeviceStatus> then) = 0;
    /// Newest first.
    virtual void lastAudit(std::size_t most, QObject* living, Then<std::vector<store::AuditRow>> then) = 0;
    /// takeout::writeTakeout of all that the server does not have; `progress` runs on the store's thread, which does
    /// nothing else meanwhile.
    virtual void takeOut(Path const& medium, takeout::Progress progress, QObject* living,
                         Then<takeout::Takeout> then) = 0;
};

} // namespace kiosk::viewmodels
