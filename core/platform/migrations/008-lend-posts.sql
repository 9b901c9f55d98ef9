CREATE TABLE platform.delegation (
  id uuid PRIMARY KEY,
  giver uuid NOT NULL REFERENCES platform.account (id),
  taker uuid NOT NULL REFERENCES platform.account (id),
  roles text[] NOT NULL CHECK (cardinality(roles) > 0),
  reason text NOT NULL CHECK (reason <> ''),
  starts_at timestamptz NOT NULL,
  ends_at timestamptz NOT NULL,
  given_at timestamptz NOT NULL,
  revoked_at timestamptz,
  revoked_by text,
  CHECK (taker <> giver),
  CHECK (ends_at > starts_at AND ends_at <= starts_at + interval '2160 hours')
);
CREATE INDEX delegation_taken ON platform.delegation (taker, ends_at) WHERE revoked_at IS NULL;
CREATE INDEX delegation_given ON platform.delegation (giver, ends_at);
COMMENT ON TABLE platform.delegation IS 'Somebody on leave lends their posts to a colleague, who does their tasks meanwhile in the own name: for 90 days at most, and no longer than the giver holds them.';
GRANT SELECT, INSERT, UPDATE ON platform.delegation TO hengchan_app;
