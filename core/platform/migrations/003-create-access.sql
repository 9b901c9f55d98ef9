CREATE TABLE platform.permission (
  code text PRIMARY KEY,
  title text NOT NULL
);
COMMENT ON TABLE platform.permission IS 'Something that may be allowed.';

CREATE TABLE platform.role (
  code text PRIMARY KEY,
  title text NOT NULL,
  grantable boolean NOT NULL
);
COMMENT ON TABLE platform.role IS 'A bundle of permissions; those not grantable follow from what kind of account it is.';

CREATE TABLE platform.role_permission (
  role text NOT NULL REFERENCES platform.role (code),
  permission text NOT NULL REFERENCES platform.permission (code),
  PRIMARY KEY (role, permission)
);
COMMENT ON TABLE platform.role_permission IS 'The role allows this.';

CREATE TABLE platform.field_mask (
  role text NOT NULL REFERENCES platform.role (code),
  resource text NOT NULL,
  field text NOT NULL,
  PRIMARY KEY (role, resource, field)
);
COMMENT ON TABLE platform.field_mask IS 'The field of the resource is hidden from the role.';

CREATE TABLE platform.role_grant (
  id uuid PRIMARY KEY,
  account uuid NOT NULL REFERENCES platform.account (id),
  role text NOT NULL REFERENCES platform.role (code),
  office text NOT NULL,
  purpose text NOT NULL CHECK (purpose <> ''),
  granted_by text NOT NULL,
  granted_at timestamptz NOT NULL,
  expires_at timestamptz,
  revoked_at timestamptz,
  revoked_by text
);
CREATE UNIQUE INDEX role_grant_current ON platform.role_grant (account, role, office) WHERE revoked_at IS NULL;
CREATE UNIQUE INDEX role_grant_one_administrator ON platform.role_grant (account)
  WHERE revoked_at IS NULL AND role IN ('system-admin', 'security-admin', 'audit-admin');
COMMENT ON TABLE platform.role_grant IS 'An account holds a role at an office (* for all), for a stated purpose and time. No account holds two of the three administrator roles.';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.permission, platform.role, platform.role_permission, platform.field_mask TO hengchan_app;
GRANT SELECT, INSERT, UPDATE ON platform.role_grant TO hengchan_app;
