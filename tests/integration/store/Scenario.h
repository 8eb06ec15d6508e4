#pragma once

#include "kiosk/core/outbox/Outbox.h"
#include "kiosk/core/store/Store.h"

#include <functional>

namespace kiosk::tests {

class StoppedClock final : public Clock {
public:
    [[nodiscard]] Instant now() const override { return Instant(std::chrono::milliseconds(1'795'353'014'123)); }
};

/// Store and outbox of one kiosk in one folder.
struct Kiosk {
    store::Store store;
    outbox::Outbox outbox;

    static Result<Kiosk> open(Path const& folder);
};

/// What is in them, as text: drafts with answers, chain, what is unpublished, settings, counts, spool.
std::string snapshot(Kiosk& kiosk);

/// The work of a few visits, step by step, each of which a caller may rely on once it returned. The same each time it
/// runs, so that the state after any number of steps is known beforehand.
class Scenario {
public:
    using Step = std::function<Result<void>(Kiosk&)>;

    Scenario();
    [[nodiscard]] std::size_t size() const { return m_steps.size(); }
    [[nodiscard]] Result<void> run(std::size_t step, Kiosk& kiosk) const { return m_steps[step](kiosk); }
    /// The snapshot after that many steps, taken from a run without faults.
    [[nodiscard]] std::string const& after(std::size_t steps) const { return m_snapshots[steps]; }

private:
    void addVisit(std::uint64_t number, int answers);
    void addCancelledVisit();

    std::vector<Step> m_steps;
    std::vector<std::string> m_snapshots;
};

/// One scenario for all tests of a program: its reference run costs some dozen fsyncs.
Scenario const& scenario();

/// A folder of its own below the system's temporary folder, removed with the object.
class TemporaryFolder {
public:
    TemporaryFolder();
    TemporaryFolder(TemporaryFolder const&) = delete;
    TemporaryFolder& operator=(TemporaryFolder const&) = delete;
    ~TemporaryFolder();
    [[nodiscard]] Path const& path() const { return m_path; }

private:
    Path m_path;
};

} // namespace kiosk::tests
