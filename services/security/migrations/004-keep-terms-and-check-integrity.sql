CREATE TABLE security.retention_term (
  office text NOT NULL,
  ground text NOT NULL,
  set_at timestamptz NOT NULL,
  months integer CHECK (months > 0),
  basis text NOT NULL CHECK (basis <> ''),
  basis_verified boolean NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  PRIMARY KEY (office, ground, set_at)
);
COMMENT ON TABLE security.retention_term IS 'How long data of a ground is kept, as the institution set it; without months for ever. The newest holds, earlier ones stay. Never altered.';
GRANT SELECT, INSERT ON security.retention_term TO hengchan_app;

CREATE TABLE security.integrity_check (
  office text NOT NULL,
  id uuid NOT NULL,
  checked_at timestamptz NOT NULL,
  faults integer NOT NULL CHECK (faults >= 0),
  result jsonb NOT NULL,
  PRIMARY KEY (office, id)
);
COMMENT ON TABLE security.integrity_check IS 'The register, the evidence and the audit were recomputed: what was found changed past the procedures. Never altered.';
GRANT SELECT, INSERT ON security.integrity_check TO hengchan_app;
