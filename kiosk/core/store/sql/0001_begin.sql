-- Drafts: visits in progress. Gone, overwritten with zeros, once sealed or discarded.
CREATE TABLE draft (
    record        BLOB PRIMARY KEY CHECK (length(record) = 16),
    questionnaire TEXT NOT NULL,            -- canonical url|version
    instrument    TEXT NOT NULL,
    language      TEXT NOT NULL,
    started_at_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- id keeps the order of first answering.
CREATE TABLE answer (
    id      INTEGER PRIMARY KEY,
    record  BLOB NOT NULL REFERENCES draft ON DELETE CASCADE,
    link_id TEXT NOT NULL,
    value   TEXT NOT NULL CHECK (json_type(value) = 'array'),
    UNIQUE (record, link_id)
) STRICT;

-- One row for each sealed record, for ever: number, id and link are all that stays after the receipt.
CREATE TABLE sealed (
    number          INTEGER PRIMARY KEY CHECK (number > 0),
    record          BLOB NOT NULL UNIQUE CHECK (length(record) = 16),
    link            BLOB NOT NULL CHECK (length(link) = 32),
    sealed_at_ms    INTEGER NOT NULL,
    published_at_ms INTEGER,
    receipted_at_ms INTEGER
) STRICT;

CREATE INDEX sealed_unpublished ON sealed (number) WHERE published_at_ms IS NULL;
CREATE INDEX sealed_unreceipted ON sealed (number) WHERE receipted_at_ms IS NULL;

-- The sealed bytes, until the receipt.
CREATE TABLE envelope (
    number  INTEGER PRIMARY KEY REFERENCES sealed,
    content BLOB NOT NULL
) STRICT;

CREATE TABLE chain_head (
    only   INTEGER PRIMARY KEY CHECK (only = 1),
    number INTEGER NOT NULL,
    link   BLOB NOT NULL CHECK (length(link) = 32)
) STRICT;
INSERT INTO chain_head VALUES (1, 0, zeroblob(32));

CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- hash: see kiosk/core/store/AuditLog.h. The head finds rows dropped from the end.
CREATE TABLE audit (
    seq      INTEGER PRIMARY KEY,
    at_ms    INTEGER NOT NULL,
    event    TEXT NOT NULL,
    detail   TEXT NOT NULL,
    previous BLOB NOT NULL CHECK (length(previous) = 32),
    hash     BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;

CREATE TABLE audit_head (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    seq  INTEGER NOT NULL,
    hash BLOB NOT NULL CHECK (length(hash) = 32)
) STRICT;
INSERT INTO audit_head VALUES (1, 0, zeroblob(32));

-- Counts of what leaves no row behind.
CREATE TABLE tally (
    name  TEXT PRIMARY KEY,
    value INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
INSERT INTO tally VALUES ('given', 0), ('discarded', 0);
