CREATE TABLE security.mark_change (
  office text NOT NULL,
  id uuid NOT NULL,
  shelf text NOT NULL,
  key text NOT NULL,
  title text NOT NULL,
  from_mark text NOT NULL,
  to_mark text NOT NULL,
  lowers boolean NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  asked_by text NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('granted', 'refused')),
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  note text,
  PRIMARY KEY (office, id),
  CHECK (from_mark <> to_mark),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  CONSTRAINT mark_lowered_by_two CHECK (NOT lowers OR decided_by IS NULL OR decided_by <> asked_by)
);
CREATE UNIQUE INDEX mark_change_waiting ON security.mark_change (office, shelf, key) WHERE decision IS NULL;
CREATE INDEX mark_change_newest ON security.mark_change (asked_at DESC, id DESC);
COMMENT ON TABLE security.mark_change IS 'The mark of a stored file raised by one person, or lowered by two: from what to what, and why.';
GRANT SELECT, INSERT, UPDATE ON security.mark_change TO hengchan_app;

CREATE TABLE security.held_document (
  office text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('technical', 'commercial')),
  title text NOT NULL CHECK (title <> ''),
  provider text,
  name text NOT NULL,
  file_hash text NOT NULL,
  media_type text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  mark text NOT NULL CHECK (mark IN ('public', 'internal', 'sensitive', 'recording', 'restricted', 'commercial')),
  added_at timestamptz NOT NULL,
  added_by text NOT NULL,
  added_by_name text NOT NULL,
  PRIMARY KEY (office, id),
  CONSTRAINT held_document_of_somebody CHECK (kind <> 'commercial' OR provider <> '')
);
COMMENT ON TABLE security.held_document IS 'A technical document, or what a provider of services reported about its own business and penalties: kept for named persons.';
GRANT SELECT, INSERT, UPDATE (mark) ON security.held_document TO hengchan_app;

CREATE TABLE security.provider_consent (
  office text NOT NULL,
  id uuid NOT NULL,
  document uuid NOT NULL,
  recipient text NOT NULL CHECK (recipient <> ''),
  purpose text NOT NULL CHECK (purpose <> ''),
  given_by text NOT NULL CHECK (given_by <> ''),
  valid_until timestamptz NOT NULL,
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  withdrawn_at timestamptz,
  withdrawn_by text,
  PRIMARY KEY (office, id),
  FOREIGN KEY (office, document) REFERENCES security.held_document (office, id),
  CHECK ((withdrawn_at IS NULL) = (withdrawn_by IS NULL))
);
CREATE INDEX provider_consent_of ON security.provider_consent (office, document);
COMMENT ON TABLE security.provider_consent IS 'The provider whose business information it is agreed that one recipient gets it, for one purpose, until a date.';
GRANT SELECT, INSERT, UPDATE ON security.provider_consent TO hengchan_app;
