#pragma once

#include "kiosk/core/base/File.h"

namespace kiosk::sql {

/// Looks at a write-ahead log that a crash left behind, before SQLite does. SQLite ends the log at the first frame
/// whose checksum is wrong, silently: right for the one commit that was being written when the power went, wrong for
/// a log damaged further up, where acknowledged commits would vanish without a word. As each commit is synced before
/// the next begins, at most one commit can lie behind the first bad frame; more is damage.
/// Format: https://www.sqlite.org/fileformat2.html#the_write_ahead_log
///
/// Corrupt: damaged; the text names the log. A log that is not there is fine. Not seen: damage to the last commit
/// alone, which looks like a commit cut off.
[[nodiscard]] Result<void> checkLog(Path const& log);

} // namespace kiosk::sql
