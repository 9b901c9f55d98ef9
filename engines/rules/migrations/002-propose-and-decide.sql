-- A setting is what one person proposed and another approved: there is no table into which it could be written directly.
CREATE TABLE rules.proposal (
  office text NOT NULL,
  rule text NOT NULL,
  business text NOT NULL,
  revision int NOT NULL CHECK (revision > 0),
  id uuid NOT NULL,
  enabled boolean NOT NULL,
  parameters jsonb NOT NULL,
  effective_on date,
  reason text NOT NULL CHECK (reason <> ''),
  proposed_by text NOT NULL,
  proposed_by_name text NOT NULL,
  proposed_at timestamptz NOT NULL,
  PRIMARY KEY (office, rule, business, revision),
  UNIQUE (office, id),
  UNIQUE (office, rule, business, revision, proposed_by)
);
COMMENT ON TABLE rules.proposal IS 'What somebody proposes to set for a rule, or for deciding without a person, at an office and for a business (* for all). Never altered.';
CREATE INDEX proposal_newest ON rules.proposal (proposed_at DESC, id DESC);
GRANT SELECT, INSERT ON rules.proposal TO hengchan_app;

CREATE TABLE rules.decision (
  office text NOT NULL,
  rule text NOT NULL,
  business text NOT NULL,
  revision int NOT NULL,
  proposed_by text NOT NULL,
  outcome text NOT NULL CHECK (outcome IN ('approved', 'refused', 'withdrawn')),
  note text,
  decided_by text NOT NULL,
  decided_by_name text NOT NULL,
  decided_at timestamptz NOT NULL,
  effective_from timestamptz,
  PRIMARY KEY (office, rule, business, revision),
  FOREIGN KEY (office, rule, business, revision, proposed_by)
    REFERENCES rules.proposal (office, rule, business, revision, proposed_by),
  CONSTRAINT decided_by_another CHECK ((outcome = 'withdrawn') = (decided_by = proposed_by)),
  CONSTRAINT approved_takes_effect CHECK ((outcome = 'approved') = (effective_from IS NOT NULL)),
  CONSTRAINT never_backwards CHECK (effective_from >= decided_at)
);
COMMENT ON TABLE rules.decision IS 'What became of a proposal: approved or refused by another person than proposed it, or withdrawn by that one. Never altered.';
GRANT SELECT, INSERT ON rules.decision TO hengchan_app;

INSERT INTO rules.proposal (office, rule, business, revision, id, enabled, parameters, reason, proposed_by, proposed_by_name, proposed_at)
  SELECT office, rule, business, revision, gen_random_uuid(), enabled, parameters, coalesce(nullif(reason, ''), '－'), set_by, set_by_name, set_at
  FROM rules.activation;
INSERT INTO rules.decision (office, rule, business, revision, proposed_by, outcome, note, decided_by, decided_by_name, decided_at, effective_from)
  SELECT office, rule, business, revision, set_by, 'approved', '启用双人审批之前由一人设置', '', '－', set_at, set_at FROM rules.activation;
DROP TABLE rules.activation;
