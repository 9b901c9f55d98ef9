ALTER TABLE casework.cases
  ADD COLUMN suspended_for text,
  ADD COLUMN suspension_over_at timestamptz,
  ADD CONSTRAINT case_suspended_for CHECK (suspended_for IS NULL OR suspended_at IS NOT NULL),
  ADD CONSTRAINT case_suspension_over CHECK (suspension_over_at IS NULL OR suspended_for IS NOT NULL);
COMMENT ON COLUMN casework.cases.suspended_for IS 'What the register had when the product suspended the case by itself (seizure); nothing where a person did.';
COMMENT ON COLUMN casework.cases.suspension_over_at IS 'Since when that is gone and the case waits for somebody to resume it.';
CREATE INDEX cases_resting ON casework.cases (suspended_for, suspended_at) WHERE suspended_for IS NOT NULL;
