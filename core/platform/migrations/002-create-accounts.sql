CREATE TABLE platform.organisation (
  id uuid PRIMARY KEY,
  kind text NOT NULL CHECK (kind IN ('bank', 'developer', 'court', 'company', 'agency')),
  name text NOT NULL,
  id_type text NOT NULL,
  id_sealed text NOT NULL,
  id_index text NOT NULL UNIQUE,
  created_at timestamptz NOT NULL
);
COMMENT ON TABLE platform.organisation IS 'A body that deals with the registry through agents: a bank, a developer, a court, a company, another agency.';
GRANT SELECT, INSERT, UPDATE ON platform.organisation TO hengchan_app;

CREATE TABLE platform.account (
  id uuid PRIMARY KEY,
  login text NOT NULL UNIQUE CHECK (login = lower(login)),
  kind text NOT NULL CHECK (kind IN ('person', 'organisation', 'staff')),
  name_sealed text NOT NULL,
  name_index text NOT NULL,
  id_type text,
  id_sealed text,
  id_index text,
  password_hash text NOT NULL,
  password_expired boolean NOT NULL DEFAULT false,
  second_factor_sealed text,
  second_factor_confirmed boolean NOT NULL DEFAULT false,
  second_factor_step bigint NOT NULL DEFAULT 0,
  background_checked boolean NOT NULL DEFAULT false,
  status text NOT NULL CHECK (status IN ('enabled', 'disabled')),
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  CONSTRAINT staff_background_check CHECK (kind <> 'staff' OR status = 'disabled' OR background_checked)
);
CREATE INDEX account_name ON platform.account (name_index);
CREATE INDEX account_id_number ON platform.account (id_index);
COMMENT ON TABLE platform.account IS 'Somebody who can sign in. One account, one real person; staff only once their background check passed.';
GRANT SELECT, INSERT, UPDATE ON platform.account TO hengchan_app;

CREATE TABLE platform.agent_authorisation (
  id uuid PRIMARY KEY,
  account uuid NOT NULL REFERENCES platform.account (id),
  organisation uuid NOT NULL REFERENCES platform.organisation (id),
  businesses text[] NOT NULL,
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text
);
CREATE UNIQUE INDEX agent_authorisation_current ON platform.agent_authorisation (account) WHERE withdrawn_at IS NULL;
COMMENT ON TABLE platform.agent_authorisation IS 'An account may act for an organisation in the businesses listed (* for all), until withdrawn or expired.';
GRANT SELECT, INSERT, UPDATE ON platform.agent_authorisation TO hengchan_app;

CREATE TABLE platform.sign_in_failure (
  login_index text PRIMARY KEY,
  failures int NOT NULL,
  last_at timestamptz NOT NULL,
  locked_until timestamptz
);
COMMENT ON TABLE platform.sign_in_failure IS 'Wrong passwords given for a login in a row, also for logins nobody has, so that an answer never tells whether an account exists.';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.sign_in_failure TO hengchan_app;

CREATE TABLE platform.session (
  token_hash text PRIMARY KEY,
  id uuid NOT NULL UNIQUE,
  account uuid NOT NULL REFERENCES platform.account (id),
  limited_to text CHECK (limited_to IN ('second-factor', 'password')),
  address text,
  created_at timestamptz NOT NULL,
  last_seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  ended_at timestamptz,
  ended_by text
);
CREATE INDEX session_open ON platform.session (account) WHERE ended_at IS NULL;
COMMENT ON TABLE platform.session IS 'A signed-in browser or program. Only the hash of its token is kept.';
GRANT SELECT, INSERT, UPDATE ON platform.session TO hengchan_app;
