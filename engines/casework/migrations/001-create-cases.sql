CREATE SCHEMA IF NOT EXISTS casework;
GRANT USAGE ON SCHEMA casework TO hengchan_app;

CREATE TABLE casework.cases (
  office text NOT NULL CHECK (office ~ '^\d{6}$'),
  no text NOT NULL,
  business text NOT NULL,
  business_version int NOT NULL,
  channel text NOT NULL CHECK (channel IN ('online', 'counter')),
  phase text NOT NULL,
  form jsonb NOT NULL,
  opened_by text NOT NULL,
  opened_by_name text NOT NULL,
  opened_at timestamptz NOT NULL,
  idempotency_key text,
  accepted_at timestamptz,
  accepted_by text,
  limit_days int NOT NULL CHECK (limit_days > 0),
  warning_days int NOT NULL CHECK (warning_days >= 0),
  stopped_days int NOT NULL DEFAULT 0,
  stopped_since date,
  due_on date,
  warn_on date,
  closed_at timestamptz,
  search tsvector NOT NULL,
  revision int NOT NULL DEFAULT 1,
  PRIMARY KEY (office, no),
  UNIQUE (office, opened_by, idempotency_key),
  CHECK ((accepted_at IS NULL) = (due_on IS NULL))
);
COMMENT ON TABLE casework.cases IS 'One application for registration, from the first draft to its end.';
CREATE INDEX cases_search ON casework.cases USING gin (search);
CREATE INDEX cases_opened ON casework.cases (office, opened_at DESC, no DESC);
CREATE INDEX cases_opener ON casework.cases (opened_by, opened_at DESC);
CREATE INDEX cases_open_due ON casework.cases (office, due_on) WHERE closed_at IS NULL;
GRANT SELECT, INSERT, UPDATE ON casework.cases TO hengchan_app;

CREATE TABLE casework.party (
  office text NOT NULL,
  case_no text NOT NULL,
  ordinal int NOT NULL,
  role text NOT NULL,
  name text NOT NULL,
  id_type text NOT NULL,
  id_sealed text NOT NULL,
  id_index text NOT NULL,
  id_masked text NOT NULL,
  share_numerator bigint CHECK (share_numerator > 0),
  share_denominator bigint CHECK (share_denominator >= share_numerator),
  confirmed_at timestamptz,
  confirmed_by text,
  PRIMARY KEY (office, case_no, ordinal),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no),
  UNIQUE (office, case_no, role, id_index)
);
COMMENT ON TABLE casework.party IS 'A person or body in a case, in one role; confirmed_at is when they said yes on their own device or before a clerk.';
CREATE INDEX party_identity ON casework.party (id_index);
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.party TO hengchan_app;

CREATE TABLE casework.case_unit (
  office text NOT NULL,
  case_no text NOT NULL,
  ordinal int NOT NULL,
  unit_code text NOT NULL,
  location text NOT NULL,
  area text NOT NULL,
  use text NOT NULL,
  PRIMARY KEY (office, case_no, ordinal),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.case_unit IS 'A unit a case is about, with its description as it stood when the case was opened.';
CREATE INDEX case_unit_code ON casework.case_unit (office, unit_code);
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.case_unit TO hengchan_app;

CREATE TABLE casework.claim (
  office text NOT NULL,
  unit_code text NOT NULL,
  case_no text NOT NULL,
  claimed_at timestamptz NOT NULL,
  PRIMARY KEY (office, unit_code),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.claim IS 'The accepted case that alone may dispose of a unit until it ends.';
GRANT SELECT, INSERT, DELETE ON casework.claim TO hengchan_app;

CREATE TABLE casework.token (
  office text NOT NULL,
  case_no text NOT NULL,
  id uuid NOT NULL,
  node text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('human', 'automatic', 'waiting', 'join', 'end')),
  role text,
  state text NOT NULL CHECK (state IN ('open', 'done', 'cancelled')),
  entered_at timestamptz NOT NULL,
  claimed_by text,
  claimed_by_name text,
  done_at timestamptz,
  done_by text,
  done_by_name text,
  outcome text,
  attempts int NOT NULL DEFAULT 0,
  not_before timestamptz,
  last_error text,
  PRIMARY KEY (office, case_no, id),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.token IS 'A place the case stands at, or stood at: open human tokens are the work list, open automatic ones the machine''s.';
CREATE INDEX token_work ON casework.token (office, role, entered_at) WHERE state = 'open' AND kind = 'human';
CREATE INDEX token_machine ON casework.token (entered_at) WHERE state = 'open' AND kind = 'automatic';
CREATE UNIQUE INDEX token_once ON casework.token (office, case_no, node) WHERE state = 'open' AND kind <> 'join';
GRANT SELECT, INSERT, UPDATE ON casework.token TO hengchan_app;

CREATE TABLE casework.signal (
  office text NOT NULL,
  case_no text NOT NULL,
  event text NOT NULL,
  message text NOT NULL,
  outcome text,
  received_at timestamptz NOT NULL,
  consumed_by uuid,
  PRIMARY KEY (office, case_no, event, message),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.signal IS 'Something a case may be waiting for has happened; kept when it comes before anybody waits, so order does not matter.';
GRANT SELECT, INSERT, UPDATE ON casework.signal TO hengchan_app;

CREATE TABLE casework.event (
  office text NOT NULL,
  case_no text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  actor_kind text NOT NULL,
  node text,
  action text NOT NULL,
  title text NOT NULL,
  comment text,
  data jsonb,
  PRIMARY KEY (office, case_no, id),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.event IS 'What happened in a case: who did what, when, and what they said. Never altered.';
GRANT SELECT, INSERT ON casework.event TO hengchan_app;

CREATE TABLE casework.material (
  office text NOT NULL,
  case_no text NOT NULL,
  id uuid NOT NULL,
  material text NOT NULL,
  name text NOT NULL,
  file_hash text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  added_by_name text NOT NULL,
  removed_at timestamptz,
  PRIMARY KEY (office, case_no, id),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.material IS 'A file given for one of the materials a business asks for; removed ones stay on record.';
GRANT SELECT, INSERT, UPDATE ON casework.material TO hengchan_app;

CREATE TABLE casework.fact (
  office text NOT NULL,
  case_no text NOT NULL,
  kind text NOT NULL,
  subject text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('match', 'mismatch', 'unavailable')),
  data_sealed text NOT NULL,
  source text NOT NULL,
  asked_at timestamptz NOT NULL,
  PRIMARY KEY (office, case_no, kind, subject),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.fact IS 'What a department answered about a party or the case; unavailable is never counted as passed.';
GRANT SELECT, INSERT, UPDATE ON casework.fact TO hengchan_app;

CREATE TABLE casework.finding (
  office text NOT NULL,
  case_no text NOT NULL,
  id uuid NOT NULL,
  moment text NOT NULL,
  rule text NOT NULL,
  rule_version int NOT NULL,
  title text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('pass', 'warn', 'person', 'block')),
  message text NOT NULL,
  citation jsonb NOT NULL,
  facts jsonb NOT NULL,
  at timestamptz NOT NULL,
  PRIMARY KEY (office, case_no, id),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.finding IS 'The result of one rule at one moment, with the facts it saw. Never altered.';
GRANT SELECT, INSERT ON casework.finding TO hengchan_app;

CREATE TABLE casework.document (
  office text NOT NULL,
  case_no text NOT NULL,
  code text NOT NULL,
  title text NOT NULL,
  file_hash text NOT NULL,
  made_at timestamptz NOT NULL,
  PRIMARY KEY (office, case_no, code, made_at),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE casework.document IS 'A document the platform made for a case: notices, reports.';
GRANT SELECT, INSERT ON casework.document TO hengchan_app;

CREATE TABLE casework.calendar_day (
  day date PRIMARY KEY,
  working boolean NOT NULL,
  name text NOT NULL,
  source text NOT NULL,
  verified boolean NOT NULL
);
COMMENT ON TABLE casework.calendar_day IS 'A day that departs from Monday-to-Friday: a holiday, or a weekend day worked in its stead.';
GRANT SELECT, INSERT, UPDATE, DELETE ON casework.calendar_day TO hengchan_app;
