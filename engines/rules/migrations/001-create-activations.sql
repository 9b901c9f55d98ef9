CREATE SCHEMA IF NOT EXISTS rules;
GRANT USAGE ON SCHEMA rules TO hengchan_app;

CREATE TABLE rules.activation (
  office text NOT NULL,
  rule text NOT NULL,
  business text NOT NULL,
  revision int NOT NULL CHECK (revision > 0),
  enabled boolean NOT NULL,
  parameters jsonb NOT NULL,
  reason text NOT NULL,
  set_by text NOT NULL,
  set_by_name text NOT NULL,
  set_at timestamptz NOT NULL,
  PRIMARY KEY (office, rule, business, revision)
);
COMMENT ON TABLE rules.activation IS 'A setting of a legal rule for an office and business (* for all); the newest revision holds, none is ever altered.';
GRANT SELECT, INSERT ON rules.activation TO hengchan_app;
