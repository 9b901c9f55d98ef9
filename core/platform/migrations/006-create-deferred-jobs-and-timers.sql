CREATE TABLE platform.deferred_job (
  id uuid PRIMARY KEY,
  queue text NOT NULL,
  singleton_key text NOT NULL,
  data jsonb NOT NULL,
  due_at timestamptz NOT NULL,
  UNIQUE (queue, singleton_key)
);
CREATE INDEX deferred_job_due ON platform.deferred_job (due_at);
COMMENT ON TABLE platform.deferred_job IS 'A job not due yet, by the clock of the product (which the demonstration may move).';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.deferred_job TO hengchan_app;

CREATE TABLE platform.timer (
  name text PRIMARY KEY,
  next_at timestamptz NOT NULL,
  held_by text,
  held_until timestamptz
);
COMMENT ON TABLE platform.timer IS 'When repeated work is due next, and which process has it in hand until when.';
GRANT SELECT, INSERT, UPDATE ON platform.timer TO hengchan_app;
