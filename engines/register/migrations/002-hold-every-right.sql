ALTER TABLE register.unit DROP CONSTRAINT unit_kind_check;
ALTER TABLE register.unit
  ADD CONSTRAINT unit_kind_check CHECK (kind IN ('house', 'land', 'forest', 'sea', 'structure'));

ALTER TABLE register."right" DROP CONSTRAINT right_kind_check;
ALTER TABLE register."right" ADD CONSTRAINT right_kind_check CHECK (kind IN (
  'ownership', 'mortgage', 'seizure', 'advance-notice', 'objection', 'easement', 'habitation', 'management', 'lock'
));
ALTER TABLE register."right" ADD COLUMN slot text;
CREATE UNIQUE INDEX right_one_in_its_slot ON register."right" (office, unit_code, kind, slot)
  WHERE slot IS NOT NULL AND ended_entry IS NULL;
COMMENT ON COLUMN register."right".slot IS
  'What only one current right of its kind may fill on a unit: one advance notice of a sale, one objection of a person, one side of an easement, one management right, one lock.';

CREATE TABLE register.closure (
  office text NOT NULL,
  unit_code text NOT NULL,
  entry_number bigint NOT NULL,
  closed_at timestamptz(3) NOT NULL,
  how text NOT NULL CHECK (how IN ('split', 'merger', 'loss', 'renumbering')),
  reason text NOT NULL,
  PRIMARY KEY (office, unit_code),
  FOREIGN KEY (office, entry_number) REFERENCES register.entry (office, number)
);
COMMENT ON TABLE register.closure IS
  'A page that was closed for good. A code is closed once and never used again.';

CREATE TABLE register.lineage (
  office text NOT NULL,
  unit_code text NOT NULL,
  successor text NOT NULL,
  entry_number bigint NOT NULL,
  PRIMARY KEY (office, unit_code, successor),
  CONSTRAINT lineage_of_a_closed_page FOREIGN KEY (office, unit_code) REFERENCES register.closure (office, unit_code),
  CHECK (successor <> unit_code)
);
CREATE INDEX lineage_successor ON register.lineage (successor, office);
COMMENT ON TABLE register.lineage IS 'Which units took the place of a closed one (分割、合并、重新编码): an old code answers with its successors.';

CREATE TABLE register.surveyed_unit (
  office text NOT NULL,
  code text NOT NULL,
  parcel_code text NOT NULL,
  building_no text,
  facts text NOT NULL,
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, code)
);
CREATE INDEX surveyed_unit_parcel ON register.surveyed_unit (parcel_code, office);
COMMENT ON TABLE register.surveyed_unit IS
  'The physical facts of a unit as the cadastral survey (权籍调查) found them, as JSON, before its first registration or for a new code after a split or merger. Not part of the register.';

GRANT SELECT, INSERT ON register.closure, register.lineage TO hengchan_app;
GRANT SELECT, INSERT, UPDATE ON register.surveyed_unit TO hengchan_app;
