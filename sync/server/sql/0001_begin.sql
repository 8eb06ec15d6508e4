-- The kiosks of the practice. `head` is the highest number up to which the chain is here without a gap.
CREATE TABLE device (
    key INTEGER PRIMARY KEY,
    id BLOB NOT NULL UNIQUE CHECK (length(id) = 16),
    name TEXT NOT NULL,
    signing_key BLOB NOT NULL CHECK (length(signing_key) = 32),
    certificate BLOB NOT NULL CHECK (length(certificate) = 32), -- SHA-256 of its TLS certificate
    enrolled_ms INTEGER NOT NULL,
    seen_ms INTEGER,                                            -- null: not yet
    waiting INTEGER NOT NULL DEFAULT 0,                         -- as the kiosk said when it was last seen
    head_number INTEGER NOT NULL DEFAULT 0,
    head_link BLOB NOT NULL CHECK (length(head_link) = 32)
) STRICT;

-- Every envelope that a receipt was given for, to the byte. Never changed, never deleted.
CREATE TABLE envelope (
    arrival INTEGER PRIMARY KEY,
    device INTEGER NOT NULL REFERENCES device (key),
    number INTEGER NOT NULL CHECK (number > 0),
    record BLOB NOT NULL UNIQUE CHECK (length(record) = 16),
    link BLOB NOT NULL CHECK (length(link) = 32),
    received_ms INTEGER NOT NULL,
    bytes BLOB NOT NULL,
    UNIQUE (device, number)
) STRICT;

-- What was read out of the envelopes, for dashboards; all below can be made again from them.
CREATE TABLE projection (
    arrival INTEGER PRIMARY KEY REFERENCES envelope (arrival),
    failure TEXT -- why it could not be opened or read; null: it could
) STRICT;
CREATE INDEX projection_failed ON projection (arrival) WHERE failure IS NOT NULL;

CREATE TABLE response (
    arrival INTEGER PRIMARY KEY REFERENCES projection (arrival),
    questionnaire TEXT NOT NULL, -- canonical URL, without version
    version TEXT NOT NULL,
    authored TEXT NOT NULL,
    status TEXT NOT NULL,
    language TEXT NOT NULL
) STRICT;
CREATE INDEX response_by_questionnaire ON response (questionnaire, arrival);

CREATE TABLE answer (
    response INTEGER NOT NULL REFERENCES response (arrival),
    position INTEGER NOT NULL, -- in reading order, from 0
    link_id TEXT NOT NULL,
    system TEXT,               -- of a coded answer
    code TEXT,
    text TEXT,                 -- label of a coded answer, the value itself of any other
    ordinal REAL,              -- weight of the option, or the number that was answered
    PRIMARY KEY (response, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE score (
    response INTEGER NOT NULL REFERENCES response (arrival),
    position INTEGER NOT NULL,
    code TEXT NOT NULL,
    value REAL,                -- null: too little was answered
    standard_error REAL,
    band TEXT,
    PRIMARY KEY (response, position)
) STRICT, WITHOUT ROWID;
