CREATE SCHEMA IF NOT EXISTS security;
GRANT USAGE ON SCHEMA security TO hengchan_app;

CREATE TABLE security.control_review (
  office text NOT NULL,
  control text NOT NULL,
  reviewed_at timestamptz NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('confirmed', 'deviating')),
  note text NOT NULL,
  next_review_on date NOT NULL,
  reviewed_by text NOT NULL,
  reviewed_by_name text NOT NULL,
  PRIMARY KEY (office, control, reviewed_at)
);
COMMENT ON TABLE security.control_review IS 'Somebody looked at the evidence of a control and found it to hold or not. Never altered.';
GRANT SELECT, INSERT ON security.control_review TO hengchan_app;

CREATE TABLE security.approval (
  office text NOT NULL,
  id uuid NOT NULL,
  operation text NOT NULL,
  subject text NOT NULL,
  purpose text NOT NULL CHECK (purpose <> ''),
  scope text NOT NULL CHECK (scope <> ''),
  recipient text,
  row_limit bigint CHECK (row_limit > 0),
  valid_until timestamptz NOT NULL,
  requested_by text NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  decision text CHECK (decision IN ('granted', 'refused')),
  decided_by text,
  decided_by_name text,
  decided_at timestamptz,
  decision_note text,
  withdrawn_by text,
  withdrawn_by_name text,
  withdrawn_at timestamptz,
  PRIMARY KEY (office, id),
  CONSTRAINT approval_needs_two CHECK (decided_by IS NULL OR decided_by <> requested_by),
  CHECK ((decision IS NULL) = (decided_by IS NULL) AND (decision IS NULL) = (decided_at IS NULL)),
  CHECK (withdrawn_at IS NULL OR decision = 'granted')
);
COMMENT ON TABLE security.approval IS 'Consent to do one thing with data: asked for by one person with purpose and scope, given by another until a date, withdrawn at any time.';
GRANT SELECT, INSERT, UPDATE ON security.approval TO hengchan_app;

CREATE TABLE security.notice (
  office text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL,
  audience text NOT NULL,
  subject text NOT NULL,
  text text NOT NULL,
  created_at timestamptz NOT NULL,
  handled_at timestamptz,
  handled_by text,
  handled_by_name text,
  handling text,
  PRIMARY KEY (office, id),
  UNIQUE (office, kind, subject),
  CHECK ((handled_at IS NULL) = (handling IS NULL))
);
CREATE INDEX notice_open ON security.notice (created_at DESC) WHERE handled_at IS NULL;
COMMENT ON TABLE security.notice IS 'Something those who hold the permission of the audience must know or act on, and what they did about it. Told once for a kind and subject.';
GRANT SELECT, INSERT, UPDATE ON security.notice TO hengchan_app;

CREATE TABLE security.stop (
  office text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('route', 'permission')),
  target text NOT NULL,
  message text NOT NULL CHECK (message <> ''),
  reason text NOT NULL CHECK (reason <> ''),
  issue uuid,
  stopped_at timestamptz NOT NULL,
  stopped_by text NOT NULL,
  stopped_by_name text NOT NULL,
  resumed_at timestamptz,
  resumed_by text,
  resumed_by_name text,
  PRIMARY KEY (office, id),
  CHECK ((resumed_at IS NULL) = (resumed_by IS NULL))
);
CREATE UNIQUE INDEX stop_once ON security.stop (office, kind, target) WHERE resumed_at IS NULL;
COMMENT ON TABLE security.stop IS 'A path or a permission taken out of service, from when until when, and why.';
GRANT SELECT, INSERT, UPDATE ON security.stop TO hengchan_app;

CREATE TABLE security.issue (
  office text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('vulnerability', 'hazard', 'incident', 'notified')),
  severity text NOT NULL CHECK (severity IN ('low', 'middle', 'high', 'critical')),
  title_sealed text NOT NULL,
  description_sealed text NOT NULL,
  source text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'review', 'closed')),
  due_at timestamptz NOT NULL,
  report_due_at timestamptz,
  reported_at timestamptz,
  reported_to text,
  measures_sealed text,
  measures_by text,
  created_at timestamptz NOT NULL,
  created_by text NOT NULL,
  created_by_name text NOT NULL,
  closed_at timestamptz,
  closed_by text,
  PRIMARY KEY (office, id),
  CONSTRAINT issue_reviewed_by_another CHECK (closed_by IS NULL OR closed_by <> measures_by),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL)),
  CHECK ((reported_at IS NULL) = (reported_to IS NULL))
);
COMMENT ON TABLE security.issue IS 'A vulnerability, hazard or incident, or something an authority pointed out: what it is, until when it is to be mended, and who found that it was.';
GRANT SELECT, INSERT, UPDATE ON security.issue TO hengchan_app;

CREATE TABLE security.issue_step (
  office text NOT NULL,
  issue uuid NOT NULL,
  id uuid NOT NULL,
  action text NOT NULL,
  note_sealed text NOT NULL,
  at timestamptz NOT NULL,
  actor text NOT NULL,
  actor_name text NOT NULL,
  PRIMARY KEY (office, issue, id),
  FOREIGN KEY (office, issue) REFERENCES security.issue (office, id)
);
COMMENT ON TABLE security.issue_step IS 'What was done about an issue, by whom, when. Never altered.';
GRANT SELECT, INSERT ON security.issue_step TO hengchan_app;

CREATE TABLE security.export (
  office text NOT NULL,
  id uuid NOT NULL,
  disposition text NOT NULL,
  purpose text NOT NULL,
  recipient text,
  approval uuid NOT NULL,
  readable boolean NOT NULL,
  status text NOT NULL CHECK (status IN ('waiting', 'running', 'done', 'failed')),
  tables_total int NOT NULL DEFAULT 0,
  tables_done int NOT NULL DEFAULT 0,
  rows_done bigint NOT NULL DEFAULT 0,
  failure text,
  manifest_hash text,
  requested_by text NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  finished_at timestamptz,
  keep_until timestamptz NOT NULL,
  verified_at timestamptz,
  PRIMARY KEY (office, id),
  FOREIGN KEY (office, approval) REFERENCES security.approval (office, id),
  CHECK ((status = 'done') = (manifest_hash IS NOT NULL))
);
COMMENT ON TABLE security.export IS 'Everything the institution owns, taken out in open formats under a consent: how far it is, and until when it may be fetched.';
GRANT SELECT, INSERT, UPDATE ON security.export TO hengchan_app;

CREATE TABLE security.export_part (
  office text NOT NULL,
  export uuid NOT NULL,
  name text NOT NULL,
  ordinal int NOT NULL CHECK (ordinal > 0),
  table_name text,
  row_count bigint NOT NULL CHECK (row_count >= 0),
  size bigint NOT NULL CHECK (size > 0),
  file_hash text NOT NULL,
  PRIMARY KEY (office, export, name),
  UNIQUE (office, export, ordinal),
  FOREIGN KEY (office, export) REFERENCES security.export (office, id)
);
COMMENT ON TABLE security.export_part IS 'One file of an export. Never altered.';
GRANT SELECT, INSERT ON security.export_part TO hengchan_app;

CREATE TABLE security.report (
  office text NOT NULL,
  year int NOT NULL,
  reason text NOT NULL,
  registered_users bigint NOT NULL,
  due_on date NOT NULL,
  created_at timestamptz NOT NULL,
  content jsonb,
  prepared_at timestamptz,
  prepared_by_name text,
  submitted_at timestamptz,
  submitted_by_name text,
  submitted_to text,
  PRIMARY KEY (office, year),
  CHECK ((content IS NULL) = (prepared_at IS NULL)),
  CHECK (submitted_at IS NULL OR content IS NOT NULL)
);
COMMENT ON TABLE security.report IS 'The network security report of a year: why it is owed, what it says, when it was handed in.';
GRANT SELECT, INSERT, UPDATE ON security.report TO hengchan_app;

CREATE TABLE security.team_change (
  office text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('join', 'leave')),
  account uuid NOT NULL,
  name_sealed text NOT NULL,
  post text NOT NULL,
  duty text NOT NULL,
  network_security_lead boolean NOT NULL,
  announced_at timestamptz NOT NULL,
  announced_by text NOT NULL,
  announced_by_name text NOT NULL,
  effective_at timestamptz NOT NULL,
  acknowledged_at timestamptz,
  acknowledged_by text,
  acknowledged_by_name text,
  PRIMARY KEY (office, id),
  CONSTRAINT team_change_announced_before CHECK (effective_at >= announced_at),
  CONSTRAINT team_change_acknowledged_by_another CHECK (acknowledged_by IS NULL OR acknowledged_by <> announced_by)
);
COMMENT ON TABLE security.team_change IS 'Somebody joins or leaves the team that runs the platform: announced first, in effect only once the institution took note and the day has come.';
GRANT SELECT, INSERT, UPDATE ON security.team_change TO hengchan_app;

CREATE TABLE security.training (
  office text NOT NULL,
  id uuid NOT NULL,
  kind text NOT NULL CHECK (kind IN ('training', 'procedure')),
  title text NOT NULL,
  content text NOT NULL,
  due_at timestamptz NOT NULL,
  created_at timestamptz NOT NULL,
  created_by_name text NOT NULL,
  PRIMARY KEY (office, id)
);
COMMENT ON TABLE security.training IS 'A training every member of staff takes, or a procedure every member of staff confirms, until a date. Never altered.';
GRANT SELECT, INSERT ON security.training TO hengchan_app;

CREATE TABLE security.training_completion (
  office text NOT NULL,
  training uuid NOT NULL,
  account uuid NOT NULL,
  completed_at timestamptz NOT NULL,
  PRIMARY KEY (office, training, account),
  FOREIGN KEY (office, training) REFERENCES security.training (office, id)
);
COMMENT ON TABLE security.training_completion IS 'A member of staff took the training or confirmed the procedure. Never altered.';
GRANT SELECT, INSERT ON security.training_completion TO hengchan_app;

CREATE TABLE security.destruction (
  office text NOT NULL,
  id uuid NOT NULL,
  approval uuid NOT NULL,
  export uuid NOT NULL,
  status text NOT NULL CHECK (status IN ('ready', 'done')),
  confirmation text NOT NULL,
  requested_by text NOT NULL,
  requested_by_name text NOT NULL,
  requested_at timestamptz NOT NULL,
  PRIMARY KEY (office, id),
  FOREIGN KEY (office, approval) REFERENCES security.approval (office, id),
  FOREIGN KEY (office, export) REFERENCES security.export (office, id)
);
COMMENT ON TABLE security.destruction IS 'The end of the service: everything may be destroyed under this consent, after this verified export. Carried out from the command line; the record of it leaves the machine.';
GRANT SELECT, INSERT, UPDATE ON security.destruction TO hengchan_app;
