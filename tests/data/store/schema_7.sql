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
INSERT INTO articles VALUES (1, 'art-1', 'raw-1', 'plain-wire', '2025-03-11T08:00:00.000000Z', NULL, '{"id":"art-1","raw_id":"raw-1","source_id":"plain-wire","outlet":"Plain Wire","url":null,"title":"Drones over the bay","text":"The ministry said eleven drones were shot down over the bay.","language":"en","byline":null,"published_at":"2025-03-11T08:00:00Z","date_basis":"declared","known_at":null,"partial":false,"sentences":[{"start":0,"end":60,"kind":"body"}],"given_id":null,"path":null,"record":null,"modified_at":null,"usable":true}');
CREATE TABLE extractions (
    number INTEGER PRIMARY KEY,
    article_id TEXT NOT NULL REFERENCES articles (id),
    version TEXT NOT NULL,
    record TEXT NOT NULL,
    UNIQUE (version, article_id)
);

CREATE TABLE claims (
    extraction INTEGER NOT NULL REFERENCES extractions (number),
    position INTEGER NOT NULL,
    id TEXT NOT NULL,
    record TEXT NOT NULL,
    PRIMARY KEY (extraction, position)
);

CREATE INDEX claims_id ON claims (id, extraction);

INSERT INTO extractions VALUES (1, 'art-1', 'v1', '{"article_id":"art-1","mentions":[],"places":[],"times":[],"figures":[],"attributions":[],"events":[]}');
INSERT INTO claims VALUES (1, 0, 'clm-1', '{"id":"clm-1","article_id":"art-1","evidence":{"article_id":"art-1","start":0,"end":60,"quote":"The ministry said eleven drones were shot down over the bay."},"language":"en","attribution":null,"nested":[],"events":[],"figures":[],"places":[],"times":[],"mentions":[],"speaker":"The ministry","speaker_id":null,"side":null,"stance":"reports","hedge":"certain","as_of":null,"published_at":null,"track":"other","theatres":[],"relevance":[],"trims":[],"reasons":[]}');
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

INSERT INTO runs VALUES (1, 'run-1', 'ukraine', '{"run_id":"run-1","as_of":null,"code_version":"0","settings_hash":"s","input_hash":"i","counts":{},"since":null,"until":null,"logged":0}');
INSERT INTO findings VALUES ('run-1', 0, 'fnd-1', '{"id":"fnd-1","theatre":"ukraine","track":"strikes","question":{"kind":"count","key":"intercepted:drone","text":"Drones shot down"},"answers":[{"text":"11","value":11.0,"low":null,"high":null,"claimants":[],"claims_for":[],"claims_against":[],"origins":[],"sides":[]}],"status":"single-origin","grade":{"reliability":"C","credibility":3,"reasons":[]},"origins":1,"sides":[],"claims":["clm-1"],"articles":["art-1"],"stories":[],"place":null,"happened_from":null,"happened_to":null,"first_known_at":null,"last_known_at":null,"importance":0.0,"reasons":[],"supersedes":null,"pinned":false,"hidden":false}');
CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO article_words (rowid, title, text)
SELECT number, json_extract(record, '$.title'), json_extract(record, '$.text') FROM articles;

CREATE TABLE evidence (
    number INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL UNIQUE,
    article_id TEXT NOT NULL REFERENCES articles (id)
);

CREATE VIRTUAL TABLE evidence_words USING fts5 (
    text, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO evidence (claim_id, article_id)
SELECT DISTINCT id, json_extract(record, '$.article_id') FROM claims ORDER BY id;

INSERT INTO evidence_words (rowid, text)
SELECT evidence.number, json_extract(claims.record, '$.evidence.quote')
FROM evidence JOIN claims ON claims.id = evidence.claim_id
GROUP BY evidence.number;

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

INSERT INTO decisions VALUES (1, 'dec-6146ac01325a6cef709b', '0000000000000000000000000000000000000000000000000000000000000000', '240362639a3ea274f736cf8c8aa3f9cfbb65f100810423d48641a7aa21a86e66', '{"id":"dec-6146ac01325a6cef709b","action":"withdraw","targets":[{"kind":"article","id":"art-1","text":"Drones over the bay","theatre":null,"question":null,"url":null,"anchors":[]}],"by":"A. Analyst","at":"2025-03-11T08:00:00Z","reason":"taken down","copies":true,"speaker":null,"place":null,"mark":null,"undoes":null}');
ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN given_id TEXT;
ALTER TABLE articles ADD COLUMN modified_at TEXT;
ALTER TABLE articles ADD COLUMN usable INTEGER NOT NULL DEFAULT 1;

UPDATE articles
SET url = json_extract(record, '$.url'), given_id = json_extract(record, '$.given_id');

CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_given ON articles (source_id, given_id);

DROP TABLE article_words;
DROP TABLE evidence_words;
DROP TABLE evidence;

CREATE VIRTUAL TABLE article_words USING fts5 (
    title, text, outlet, lang, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO article_words (rowid, title, text, outlet, lang)
SELECT number, json_extract(record, '$.title'), json_extract(record, '$.text'),
    json_extract(record, '$.outlet') || ' | ' || source_id, json_extract(record, '$.language')
FROM articles;

CREATE TABLE claim_index (
    number INTEGER PRIMARY KEY,
    claim_id TEXT NOT NULL,
    article_id TEXT NOT NULL REFERENCES articles (id),
    extraction INTEGER NOT NULL,
    published_at TEXT,
    known_at TEXT,
    fields TEXT NOT NULL,
    current INTEGER NOT NULL DEFAULT 1
);

CREATE INDEX claim_index_id ON claim_index (claim_id, current);

CREATE VIRTUAL TABLE claim_words USING fts5 (
    text, speaker, place, type, outlet, lang, content = '',
    tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO claim_index (claim_id, article_id, extraction, published_at, known_at, fields)
SELECT c.id, e.article_id, max(c.extraction), a.published_at,
    coalesce(a.known_at, a.modified_at, a.published_at), ''
FROM claims AS c JOIN extractions AS e ON e.number = c.extraction
JOIN articles AS a ON a.id = e.article_id
GROUP BY c.id ORDER BY c.id;

INSERT INTO claim_words (rowid, text, speaker, place, type, outlet, lang)
SELECT i.number, json_extract(c.record, '$.evidence.quote'), json_extract(c.record, '$.speaker'),
    (SELECT group_concat(json_extract(value, '$.name'), ' | ')
     FROM json_each(c.record, '$.places')),
    coalesce(json_extract(c.record, '$.track'), '') || ' | ' ||
    coalesce(json_extract(c.record, '$.stance'), '') || ' | ' || coalesce(
        (SELECT group_concat(json_extract(value, '$.type'), ' | ')
         FROM json_each(c.record, '$.events')), ''),
    json_extract(a.record, '$.outlet') || ' | ' || a.source_id, json_extract(c.record, '$.language')
FROM claim_index AS i JOIN claims AS c ON c.id = i.claim_id AND c.extraction = i.extraction
JOIN articles AS a ON a.id = i.article_id
GROUP BY i.number;

CREATE TABLE finding_index (
    number INTEGER PRIMARY KEY,
    run_id TEXT NOT NULL REFERENCES runs (id),
    position INTEGER NOT NULL,
    origins INTEGER NOT NULL,
    first_at TEXT,
    last_at TEXT
);

CREATE INDEX finding_index_run ON finding_index (run_id, position);

CREATE VIRTUAL TABLE finding_words USING fts5 (
    text, speaker, place, type, content = '', tokenize = 'porter unicode61 remove_diacritics 2'
);

INSERT INTO finding_index (run_id, position, origins, first_at, last_at)
SELECT run_id, position, json_extract(record, '$.origins'),
    json_extract(record, '$.first_known_at'), json_extract(record, '$.last_known_at')
FROM findings ORDER BY run_id, position;

INSERT INTO finding_words (rowid, text, speaker, place, type)
SELECT i.number,
    json_extract(f.record, '$.question.text') || ' ' || coalesce(
        (SELECT group_concat(json_extract(value, '$.text'), ' ')
         FROM json_each(f.record, '$.answers')), ''),
    (SELECT group_concat(who.value, ' | ')
     FROM json_each(f.record, '$.answers') AS one,
        json_each(coalesce(json_extract(one.value, '$.claimants'), '[]')) AS who),
    json_extract(f.record, '$.place'),
    json_extract(f.record, '$.track') || ' | ' || json_extract(f.record, '$.status') || ' | ' ||
    json_extract(f.record, '$.question.kind')
FROM finding_index AS i JOIN findings AS f ON f.run_id = i.run_id AND f.position = i.position;

CREATE TABLE vectors (
    version TEXT NOT NULL,
    article INTEGER NOT NULL REFERENCES articles (number),
    vector BLOB NOT NULL,
    PRIMARY KEY (version, article)
) WITHOUT ROWID;

PRAGMA user_version = 7;
