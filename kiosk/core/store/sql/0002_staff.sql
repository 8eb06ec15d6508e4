-- What this kiosk keeps about who may sign in. Tries are counted before a secret is compared (kiosk/core/staff).
CREATE TABLE sign_in (
    user       BLOB PRIMARY KEY CHECK (length(user) = 16),
    pin        TEXT NOT NULL,               -- Argon2id; empty: none chosen yet
    pin_tries  INTEGER NOT NULL,            -- begun since the last right one
    pin_boot   BLOB NOT NULL CHECK (length(pin_boot) = 16),  -- the run of the machine that at_ms counts in
    pin_at_ms  INTEGER NOT NULL,            -- since that boot: when the last was begun
    code_tries INTEGER NOT NULL,
    code_boot  BLOB NOT NULL CHECK (length(code_boot) = 16),
    code_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- One-time codes that were used here, for ever.
CREATE TABLE used_code (
    code       TEXT PRIMARY KEY,            -- the hash that the pack holds
    used_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Who gave the answers in: the person alone, or with a member of staff.
ALTER TABLE draft ADD COLUMN mode TEXT NOT NULL DEFAULT 'self' CHECK (mode IN ('self', 'assisted'));
