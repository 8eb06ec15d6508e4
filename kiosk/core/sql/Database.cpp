#include "kiosk/core/sql/Database.h"

#include <cerrno>

namespace kiosk::sql {

namespace {

/// Errors of the page MAC come as SQLITE_NOTADB, or SQLITE_CORRUPT further in.
ErrorKind kindOf(int code) {
    switch (code) {
    case SQLITE_IOERR_SHORT_READ:
    case SQLITE_IOERR_DATA:
    case SQLITE_IOERR_CORRUPTFS: return ErrorKind::Corrupt;
    default: break;
    }
    switch (code & 0xff) {
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorKind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorKind::Locked;
    case SQLITE_FULL: return ErrorKind::Full;
    case SQLITE_PERM:
    case SQLITE_READONLY:
    case SQLITE_AUTH: return ErrorKind::Denied;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH: return ErrorKind::Invalid;
    default: return ErrorKind::Internal;
    }
}

} // namespace

Database::~Database() {
    sqlite3_close_v2(handle);
}

Error Database::error(int code) {
    if ((code & 0xff) == SQLITE_IOERR) suspect = true;
    if ((code & 0xff) == SQLITE_CANTOPEN && handle != nullptr && sqlite3_system_errno(handle) != 0) {
        errno = sqlite3_system_errno(handle);
        return base::systemError(file, "cannot be opened");
    }
    // The handle's own message names a constraint, or what is wrong in our SQL. Others could quote bound values.
    bool const ownWords = (code & 0xff) == SQLITE_CONSTRAINT;
    std::string text = file.string() + ": " + (ownWords ? sqlite3_errmsg(handle) : sqlite3_errstr(code));
    return {kindOf(code), text + " (code " + std::to_string(code) + ")"};
}

Result<void> Database::usable() const {
    if (!suspect) return {};
    return fail(ErrorKind::Internal, file.string() + ": is not written to after a failed write; open it again");
}

} // namespace kiosk::sql
