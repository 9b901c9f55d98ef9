CREATE TABLE rules.evaluation (
  office text NOT NULL,
  case_no text NOT NULL,
  id uuid NOT NULL,
  moment text NOT NULL,
  business text NOT NULL,
  business_version int NOT NULL,
  channel text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('pass', 'warn', 'person', 'block')),
  findings jsonb NOT NULL,
  facts_sealed text,
  facts_size int NOT NULL CHECK (facts_size >= 0),
  at timestamptz NOT NULL,
  PRIMARY KEY (office, case_no, id)
);
COMMENT ON TABLE rules.evaluation IS 'The rules asked of a case at one moment: versions, parameters and outcome of each, with all the facts they could look at. Never altered.';
COMMENT ON COLUMN rules.evaluation.facts_sealed IS 'Compressed and encrypted; empty when they were larger than the platform keeps, and facts_size says how large.';
CREATE INDEX evaluation_time ON rules.evaluation (office, at, id);
GRANT SELECT, INSERT ON rules.evaluation TO hengchan_app;

CREATE TABLE rules.study (
  office text NOT NULL,
  id uuid NOT NULL,
  rule text NOT NULL,
  business text NOT NULL,
  enabled boolean NOT NULL,
  parameters jsonb NOT NULL,
  from_at timestamptz NOT NULL,
  to_at timestamptz NOT NULL,
  state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed')),
  total int NOT NULL DEFAULT 0,
  done int NOT NULL DEFAULT 0,
  changed int NOT NULL DEFAULT 0,
  untold int NOT NULL DEFAULT 0,
  reached text,
  asked_by text NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  ended_at timestamptz,
  PRIMARY KEY (office, id)
);
COMMENT ON TABLE rules.study IS 'A question what another setting of a rule would have done to decided cases; reached is the case the work came to, so that it goes on after a stop.';
CREATE INDEX study_newest ON rules.study (asked_at DESC, id DESC);
GRANT SELECT, INSERT, UPDATE ON rules.study TO hengchan_app;

CREATE TABLE rules.study_case (
  office text NOT NULL,
  study uuid NOT NULL,
  case_no text NOT NULL,
  moment text NOT NULL,
  business text NOT NULL,
  outcome_before text NOT NULL,
  outcome_after text NOT NULL,
  rule_before text,
  rule_after text,
  message text,
  PRIMARY KEY (office, study, case_no, moment),
  FOREIGN KEY (office, study) REFERENCES rules.study (office, id)
);
COMMENT ON TABLE rules.study_case IS 'A case whose outcome at a moment would have been another under the setting a study asks about.';
GRANT SELECT, INSERT ON rules.study_case TO hengchan_app;
