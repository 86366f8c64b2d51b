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
