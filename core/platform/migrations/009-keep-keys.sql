CREATE TABLE platform.key (
  id text PRIMARY KEY CHECK (id ~ '^[0-9a-f]{1,8}$'),
  purpose text NOT NULL CHECK (purpose IN ('sealing', 'evidence', 'master')),
  state text NOT NULL CHECK (state IN ('announced', 'current', 'former', 'retired')),
  wrapped text CHECK ((wrapped IS NULL) = (state = 'retired')),
  public_key text,
  announced_at timestamptz NOT NULL DEFAULT now(),
  current_at timestamptz,
  former_at timestamptz,
  retired_at timestamptz
);
CREATE UNIQUE INDEX key_announced ON platform.key (purpose) WHERE state = 'announced';
CREATE UNIQUE INDEX key_current ON platform.key (purpose) WHERE state = 'current';
COMMENT ON TABLE platform.key IS
  'A key made by the product itself, encrypted under the master keys of the settings. Announced: known, not used yet; current: what is written is sealed or signed with it; former: only read with; retired: destroyed. Without a current one the master keys are used themselves.';
GRANT SELECT ON platform.key TO hengchan_app;
