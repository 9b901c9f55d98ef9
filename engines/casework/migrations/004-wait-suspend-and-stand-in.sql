ALTER TABLE casework.token
  ADD COLUMN due_at timestamptz,
  ADD COLUMN due_since date,
  ADD COLUMN due_days int CHECK (due_days >= 0),
  ADD COLUMN claimed_for text,
  ADD COLUMN done_office text,
  ADD COLUMN done_for text,
  ADD COLUMN done_for_name text,
  ADD CONSTRAINT token_due_whole CHECK (due_at IS NOT NULL OR due_days IS NULL),
  ADD CONSTRAINT token_due_counted CHECK ((due_since IS NULL) = (due_days IS NULL));
COMMENT ON COLUMN casework.token.due_at IS 'The moment at which the step goes on by itself.';
COMMENT ON COLUMN casework.token.due_days IS 'Working days after due_since that due_at was counted from, so that a change of the calendar moves it.';
COMMENT ON COLUMN casework.token.claimed_for IS 'The colleague on leave for whom claimed_by took the task, who may take it back.';
COMMENT ON COLUMN casework.token.done_office IS 'The office whose post the person held who ended the step.';
COMMENT ON COLUMN casework.token.done_for IS 'The colleague on leave for whom done_by acted.';
CREATE INDEX token_due ON casework.token (due_at) WHERE state = 'open' AND due_at IS NOT NULL;
CREATE INDEX token_open ON casework.token (id) WHERE state = 'open';

ALTER TABLE casework.cases
  ADD COLUMN suspended_at timestamptz,
  ADD COLUMN suspended_by text,
  ADD COLUMN suspended_by_name text,
  ADD COLUMN suspension text,
  ADD CONSTRAINT case_suspended CHECK ((suspended_at IS NULL) = (suspension IS NULL));
COMMENT ON COLUMN casework.cases.suspension IS 'Why nothing is done in the case for now; its promised time does not run.';

ALTER TABLE casework.event ADD COLUMN acted_for text, ADD COLUMN acted_for_name text;
COMMENT ON COLUMN casework.event.acted_for IS 'The colleague on leave for whom the actor acted.';
