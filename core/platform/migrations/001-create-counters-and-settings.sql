CREATE TABLE platform.counter (
  office text NOT NULL,
  name text NOT NULL,
  period text NOT NULL,
  value bigint NOT NULL CHECK (value > 0),
  PRIMARY KEY (office, name, period)
);
COMMENT ON TABLE platform.counter IS 'The last number given out in a series of an office and period.';
GRANT SELECT, INSERT, UPDATE ON platform.counter TO hengchan_app;

CREATE TABLE platform.idempotency (
  actor text NOT NULL,
  key text NOT NULL,
  request_hash text NOT NULL,
  status int,
  response text,
  created_at timestamptz NOT NULL,
  PRIMARY KEY (actor, key)
);
COMMENT ON TABLE platform.idempotency IS 'A POST that carried an Idempotency-Key and, once finished, the answer it got.';
GRANT SELECT, INSERT, UPDATE, DELETE ON platform.idempotency TO hengchan_app;

CREATE TABLE platform.setting (
  name text PRIMARY KEY,
  value jsonb NOT NULL,
  updated_at timestamptz NOT NULL DEFAULT now()
);
COMMENT ON TABLE platform.setting IS 'A parameter an administrator may change, by name.';
GRANT SELECT, INSERT, UPDATE ON platform.setting TO hengchan_app;
