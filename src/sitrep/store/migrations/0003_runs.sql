CREATE TABLE lineages (
    key TEXT PRIMARY KEY,
    links TEXT NOT NULL
);

CREATE TABLE lineage_parts (
    key TEXT NOT NULL REFERENCES lineages (key),
    kind TEXT NOT NULL,
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (key, kind, position)
);

CREATE INDEX lineage_parts_id ON lineage_parts (id);

CREATE TABLE runs (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    theatre TEXT,
    record TEXT NOT NULL
);

CREATE INDEX runs_theatre ON runs (theatre, number);

CREATE TABLE findings (
    run_id TEXT NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
);

CREATE INDEX findings_id ON findings (id);

CREATE TABLE issues (
    run_id TEXT NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (run_id, position)
) WITHOUT ROWID;

CREATE TABLE briefs (
    id TEXT PRIMARY KEY,
    theatre TEXT NOT NULL,
    until TEXT,
    record TEXT NOT NULL
);

CREATE INDEX briefs_theatre ON briefs (theatre, until, id);
