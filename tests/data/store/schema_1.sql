PRAGMA application_id = 1397314642;
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

INSERT INTO bodies VALUES ('2c77e34539f25a71b33dfb2c494f1b7e161124edd076d8e57b4233365a23049e', 60, x'00');
INSERT INTO documents VALUES ('raw-1', 'plain-wire', '2c77e34539f25a71b33dfb2c494f1b7e161124edd076d8e57b4233365a23049e', '{"id":"raw-1","source_id":"plain-wire","url":null,"media_type":"text/plain","fetched_at":null,"body_sha256":"2c77e34539f25a71b33dfb2c494f1b7e161124edd076d8e57b4233365a23049e","path":null,"record":null}');
INSERT INTO articles VALUES (1, 'art-1', 'raw-1', 'plain-wire', '2025-03-11T08:00:00.000000Z', NULL, '{"id":"art-1","raw_id":"raw-1","source_id":"plain-wire","outlet":"Plain Wire","url":null,"title":"Drones over the bay","text":"The ministry said eleven drones were shot down over the bay.","language":"en","byline":null,"published_at":"2025-03-11T08:00:00Z","date_basis":"declared","known_at":null,"partial":false,"sentences":[{"start":0,"end":60,"kind":"body"}],"given_id":null,"path":null,"record":null}');
PRAGMA user_version = 1;
