CREATE SCHEMA IF NOT EXISTS registration;
GRANT USAGE ON SCHEMA registration TO hengchan_app;

CREATE TABLE registration.notice (
  office text NOT NULL CHECK (office ~ '^\d{6}$'),
  no text NOT NULL,
  case_no text NOT NULL,
  kind text NOT NULL,
  title text NOT NULL,
  location text NOT NULL,
  content jsonb NOT NULL,
  published_at timestamptz NOT NULL,
  published_on date NOT NULL,
  days int NOT NULL CHECK (days > 0),
  unit text NOT NULL CHECK (unit IN ('working', 'calendar')),
  ends_at timestamptz NOT NULL,
  file_hash text NOT NULL,
  stopped_at timestamptz,
  search tsvector NOT NULL,
  PRIMARY KEY (office, no),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE registration.notice IS 'A public notice (公告) of a registration under way, open to objections until ends_at; stopped_at when its case ended before.';
CREATE INDEX notice_newest ON registration.notice (published_at DESC, no DESC);
CREATE INDEX notice_of_office ON registration.notice (office, published_at DESC, no DESC);
CREATE INDEX notice_of_case ON registration.notice (office, case_no);
CREATE INDEX notice_search ON registration.notice USING gin (search);
GRANT SELECT, INSERT, UPDATE ON registration.notice TO hengchan_app;

CREATE TABLE registration.objection (
  office text NOT NULL,
  id uuid NOT NULL,
  notice_no text NOT NULL,
  case_no text NOT NULL,
  filed_by text NOT NULL,
  name text NOT NULL,
  id_type text NOT NULL,
  id_sealed text NOT NULL,
  id_index text NOT NULL,
  id_masked text NOT NULL,
  relation text,
  reason text NOT NULL CHECK (reason <> ''),
  filed_at timestamptz NOT NULL,
  outcome text CHECK (outcome IN ('upheld', 'overruled', 'moot')),
  reasons text,
  decided_at timestamptz,
  decided_by text,
  decided_by_name text,
  PRIMARY KEY (office, id),
  FOREIGN KEY (office, notice_no) REFERENCES registration.notice (office, no),
  CHECK ((outcome IS NULL) = (decided_at IS NULL)),
  CHECK (outcome IS NULL OR outcome = 'moot' OR reasons <> '')
);
COMMENT ON TABLE registration.objection IS 'Somebody says during a public notice why the registration must not be; the registrar decides on it with written reasons.';
CREATE UNIQUE INDEX objection_once ON registration.objection (office, notice_no, id_index) WHERE outcome IS NULL;
CREATE INDEX objection_id ON registration.objection (id);
CREATE INDEX objection_of_case ON registration.objection (office, case_no);
CREATE INDEX objection_of_person ON registration.objection (filed_by, filed_at DESC);
GRANT SELECT, INSERT, UPDATE ON registration.objection TO hengchan_app;

CREATE TABLE registration.objection_file (
  office text NOT NULL,
  objection uuid NOT NULL,
  id uuid NOT NULL,
  name text NOT NULL,
  file_hash text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  added_at timestamptz NOT NULL,
  PRIMARY KEY (office, objection, id),
  FOREIGN KEY (office, objection) REFERENCES registration.objection (office, id)
);
COMMENT ON TABLE registration.objection_file IS 'A file that supports an objection. Never altered.';
GRANT SELECT, INSERT ON registration.objection_file TO hengchan_app;
