CREATE TABLE platform.audit (
  office text NOT NULL,
  id uuid NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  login text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL,
  content_hash text NOT NULL,
  PRIMARY KEY (office, id)
);
CREATE INDEX audit_by_time ON platform.audit (at DESC, id DESC);
CREATE INDEX audit_by_subject ON platform.audit (subject, at DESC);
CREATE INDEX audit_by_actor ON platform.audit (actor, at DESC);
COMMENT ON TABLE platform.audit IS 'Something was done or looked at, by whom, when. Never changed, never removed; office 000000 is the platform as a whole.';
GRANT SELECT, INSERT ON platform.audit TO hengchan_app;

CREATE TABLE platform.audit_unsealed (
  office text NOT NULL,
  id uuid NOT NULL,
  PRIMARY KEY (office, id)
);
COMMENT ON TABLE platform.audit_unsealed IS 'An audit line that waits to be sealed into its office''s chain.';
GRANT SELECT, INSERT, DELETE ON platform.audit_unsealed TO hengchan_app;

CREATE TABLE platform.audit_seal (
  office text NOT NULL,
  sequence bigint NOT NULL CHECK (sequence > 0),
  audit_id uuid NOT NULL,
  content_hash text NOT NULL,
  previous_hash text NOT NULL,
  hash text NOT NULL,
  sealed_at timestamptz NOT NULL,
  PRIMARY KEY (office, sequence),
  UNIQUE (office, audit_id)
);
COMMENT ON TABLE platform.audit_seal IS 'A link of an office''s audit chain: each hash covers the line and the link before it, under a key the database does not hold.';
GRANT SELECT, INSERT ON platform.audit_seal TO hengchan_app;
