CREATE SCHEMA IF NOT EXISTS knowledge;
GRANT USAGE ON SCHEMA knowledge TO hengchan_app;

CREATE TABLE knowledge.entry (
  office text NOT NULL,
  id uuid NOT NULL,
  version int NOT NULL CHECK (version > 0),
  kind text NOT NULL CHECK (kind IN ('law', 'rule', 'case')),
  title text NOT NULL,
  body text NOT NULL,
  law text,
  article text,
  verified boolean NOT NULL,
  businesses text[] NOT NULL,
  rules text[] NOT NULL,
  registration_types text[] NOT NULL,
  right_types text[] NOT NULL,
  state text NOT NULL CHECK (state IN ('current', 'retired')),
  source text,
  search tsvector NOT NULL,
  changed_by text NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (office, id),
  UNIQUE (office, source)
);
COMMENT ON TABLE knowledge.entry IS 'What registrars need to know, as it stands: a law, a rule explained, or an example; for one office or all (*).';
COMMENT ON COLUMN knowledge.entry.source IS 'What the product itself wrote it from; it rewrites such an entry until a person does.';
CREATE INDEX entry_search ON knowledge.entry USING gin (search);
CREATE INDEX entry_rules ON knowledge.entry USING gin (rules);
CREATE INDEX entry_businesses ON knowledge.entry USING gin (businesses);
CREATE INDEX entry_newest ON knowledge.entry (changed_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON knowledge.entry TO hengchan_app;

CREATE TABLE knowledge.entry_version (
  office text NOT NULL,
  id uuid NOT NULL,
  version int NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  body text NOT NULL,
  law text,
  article text,
  verified boolean NOT NULL,
  businesses text[] NOT NULL,
  rules text[] NOT NULL,
  registration_types text[] NOT NULL,
  right_types text[] NOT NULL,
  state text NOT NULL,
  reason text NOT NULL,
  changed_by text NOT NULL,
  changed_by_name text NOT NULL,
  changed_at timestamptz NOT NULL,
  PRIMARY KEY (office, id, version),
  FOREIGN KEY (office, id) REFERENCES knowledge.entry (office, id)
);
COMMENT ON TABLE knowledge.entry_version IS 'An entry as it once was, with who changed it and why. Never altered.';
GRANT SELECT, INSERT ON knowledge.entry_version TO hengchan_app;
