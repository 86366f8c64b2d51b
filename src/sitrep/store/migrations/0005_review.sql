CREATE TABLE decisions (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    previous TEXT NOT NULL,
    hash TEXT NOT NULL,
    record TEXT NOT NULL
);

CREATE TRIGGER decisions_stay_as_written BEFORE UPDATE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'the log of decisions is only ever added to');
END;

CREATE TRIGGER decisions_are_kept BEFORE DELETE ON decisions
BEGIN
    SELECT RAISE(ABORT, 'the log of decisions is only ever added to');
END;
