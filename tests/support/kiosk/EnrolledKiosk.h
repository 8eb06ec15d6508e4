#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/device/IdleMonitor.h"
#include "kiosk/viewmodels/StoreThread.h"
#include "tests/support/kiosk/Practice.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <atomic>
#include <stdexcept>

namespace tests::support {

using namespace kiosk;
using viewmodels::Device;
using viewmodels::Storeroom;

/// A wall clock that only the test moves.
class FakeClock final : public Clock {
public:
    Instant time = *base::parseIsoText("2026-11-22T10:00:00Z");
    [[nodiscard]] Instant now() const override { return time; }
};

/// What stands in for the hands of a steady clock.
struct FakeSteady {
    device::IdleMonitor::Steady::time_point time{};
    void pass(std::chrono::seconds by) { time += by; }
    [[nodiscard]] device::IdleMonitor::Now hands() {
        return [this] { return time; };
    }
};

/// A machine's time that goes where the test says. Any thread.
class FakeUptime final : public staff::Uptime {
public:
    explicit FakeUptime(std::shared_ptr<std::atomic<std::chrono::milliseconds>> since) : m_since(std::move(since)) {}
    [[nodiscard]] staff::Moment now() const override { return {m_boot, *m_since}; }

private:
    std::shared_ptr<std::atomic<std::chrono::milliseconds>> m_since;
    Uuid m_boot = Uuid::random();
};

/// Runs the event loop until `condition` holds. False: it did not within ten seconds.
template <typename Condition>
[[nodiscard]] bool eventually(Condition const& condition) {
    QElapsedTimer waited;
    waited.start();
    while (!condition()) {
        if (waited.elapsed() > 10'000) return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents | QEventLoop::AllEvents, 50);
    }
    return true;
}

/// An enrolled kiosk in a folder of its own, with the real encrypted store.
class EnrolledKiosk {
public:
    explicit EnrolledKiosk(Practice::PackWish const& wish) {
        practice.enrol(folder.path(), practice.factoryPack(wish));
    }
    EnrolledKiosk() { practice.enrol(folder.path()); }

    [[nodiscard]] Storeroom::Places places() const {
        return {folder.path() / "app" / "kiosk.db",
                outbox(),
                {folder.path() / "app" / "packs", folder.path() / "packs" / "incoming"}};
    }
    [[nodiscard]] Path outbox() const { return folder.path() / "outbox"; }
    [[nodiscard]] Result<std::unique_ptr<Storeroom>> open(std::unique_ptr<staff::Uptime> uptime = nullptr) const {
        Device device{practice.device(), *crypto::SigningKey::parse(asText(practice.deviceKey().toText()))};
        return Storeroom::open(places(), SecretBytes(practice.storeKey()), std::move(device),
                               toBytes(practice.rootText()), clock, std::move(uptime));
    }
    void bring(std::string const& name, Bytes const& pack) const {
        if (!base::writeFileDurably(folder.path() / "packs" / "incoming" / name, pack)) throw std::runtime_error(name);
    }

    TempFolder folder;
    Practice practice;
    FakeClock clock;
};

} // namespace tests::support
