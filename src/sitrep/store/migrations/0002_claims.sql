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
