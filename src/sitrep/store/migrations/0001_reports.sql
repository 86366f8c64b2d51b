CREATE TABLE bodies (
    sha256 TEXT PRIMARY KEY,
    size INTEGER NOT NULL,
    deflated BLOB NOT NULL
);

CREATE TABLE documents (
    id TEXT PRIMARY KEY,
    source_id TEXT NOT NULL,
    body_sha256 TEXT NOT NULL REFERENCES bodies (sha256),
    record TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE articles (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    document_id TEXT NOT NULL REFERENCES documents (id),
    source_id TEXT NOT NULL,
    published_at TEXT,
    known_at TEXT,
    record TEXT NOT NULL
);

CREATE INDEX articles_published ON articles (published_at, id);
CREATE INDEX articles_document ON articles (document_id);
