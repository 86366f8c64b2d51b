ALTER TABLE articles ADD COLUMN url TEXT;
ALTER TABLE articles ADD COLUMN given_id TEXT;
ALTER TABLE articles ADD COLUMN modified_at TEXT;
ALTER TABLE articles ADD COLUMN usable INTEGER NOT NULL DEFAULT 1;

UPDATE articles
SET url = json_extract(record, '$.url'), given_id = json_extract(record, '$.given_id');

CREATE INDEX articles_url ON articles (url);
CREATE INDEX articles_given ON articles (source_id, given_id);
