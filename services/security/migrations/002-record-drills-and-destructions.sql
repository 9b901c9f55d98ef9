CREATE TABLE security.restore_drill (
  office text NOT NULL,
  id uuid NOT NULL,
  drilled_at timestamptz NOT NULL,
  backup_made_at timestamptz NOT NULL,
  database_kind text NOT NULL CHECK (database_kind IN ('embedded', 'postgres')),
  files integer NOT NULL CHECK (files >= 0),
  rows_restored bigint NOT NULL CHECK (rows_restored >= 0),
  restore_seconds numeric(12, 3) NOT NULL CHECK (restore_seconds >= 0),
  verify_seconds numeric(12, 3) NOT NULL CHECK (verify_seconds >= 0),
  faults integer NOT NULL CHECK (faults >= 0),
  result jsonb NOT NULL,
  PRIMARY KEY (office, id)
);
COMMENT ON TABLE security.restore_drill IS 'A backup was put back into a database of its own and verified there: how long it took and what was found. Never altered.';
GRANT SELECT, INSERT ON security.restore_drill TO hengchan_app;

ALTER TABLE security.destruction ADD COLUMN record jsonb, ADD COLUMN finished_at timestamptz;
COMMENT ON COLUMN security.destruction.record IS 'What was destroyed and what was tried to get back, as it stands in destruction.json; the audit holds its SM3.';
