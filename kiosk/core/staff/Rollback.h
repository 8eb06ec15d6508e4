#pragma once

#include "kiosk/core/base/File.h"
#include "kiosk/core/store/Store.h"

namespace kiosk::staff {

/// Notices that the store is older than it was: it was put back from a copy, and with it the counts of wrong PINs. The
/// head of the audit log is also kept in a file beside the store, written with each try; and the server's receipts name
/// a record that must be on our chain. From then on nobody may sign in until the server has been reached.
///
/// What this cannot see: store and file put back together, while the server has seen nothing since. README.md says what
/// that takes.
class Rollback {
public:
    /// Both must outlive this.
    Rollback(store::Store& store, Path anchorFile, Clock const& clock);

    /// Compares the file with the log, before the first sign-in of each start of the program.
    [[nodiscard]] Result<void> check();
    /// Keeps the head of the log in the file. Durable on return.
    [[nodiscard]] Result<void> anchor();
    /// Nobody may sign in.
    [[nodiscard]] Result<bool> isClosed() const;
    /// It was closed and is open again, and nobody has spent() since what the old copy may have brought back: one-time
    /// codes that were used, tries that were counted.
    [[nodiscard]] Result<bool> isDoubted() const;
    [[nodiscard]] Result<void> spent();

private:
    /// What is wrong; empty: nothing.
    [[nodiscard]] Result<std::string_view> compare() const;

    store::Store& m_store;
    Path m_file;
    Clock const& m_clock;
};

/// A roll back was noticed. Again: no change.
[[nodiscard]] Result<void> closeSignIn(store::Store& store, Instant now, std::string_view why);
/// The server was reached, and its newest receipt, of that time, fits our chain. Opens what was closed before then.
[[nodiscard]] Result<void> serverReached(store::Store& store, Instant serverTime);

} // namespace kiosk::staff
