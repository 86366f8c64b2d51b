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
