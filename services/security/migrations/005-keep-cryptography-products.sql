CREATE TABLE security.cryptography_product (
  office text NOT NULL,
  use text NOT NULL,
  version integer NOT NULL CHECK (version > 0),
  product text NOT NULL CHECK (product <> ''),
  manufacturer text NOT NULL CHECK (manufacturer <> ''),
  model text NOT NULL CHECK (model <> ''),
  certificate_number text,
  issued_on date,
  valid_until date,
  remark text,
  reason text NOT NULL CHECK (reason <> ''),
  recorded_at timestamptz NOT NULL,
  recorded_by text NOT NULL,
  recorded_by_name text NOT NULL,
  PRIMARY KEY (office, use, version),
  CONSTRAINT cryptography_certificate_whole CHECK (
    (certificate_number IS NULL) = (issued_on IS NULL) AND (certificate_number IS NULL) = (valid_until IS NULL)
  ),
  CONSTRAINT cryptography_certificate_ends_after_issue CHECK (valid_until >= issued_on)
);
COMMENT ON TABLE security.cryptography_product IS 'The product that does a use of cryptography and its certificate, as the security administrator entered it; without number and dates it has none. The newest version holds, earlier ones stay. Never altered.';
GRANT SELECT, INSERT ON security.cryptography_product TO hengchan_app;
