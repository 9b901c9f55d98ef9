CREATE SCHEMA register;
GRANT USAGE ON SCHEMA register TO hengchan_app;

-- Shares of one right add up to exactly one. Written in numeric so that no denominator overflows.
CREATE FUNCTION register.shares_are_whole(numerators bigint[], denominators bigint[]) RETURNS boolean AS $$
DECLARE
  numerator numeric := 0;
  denominator numeric := 1;
BEGIN
  IF cardinality(numerators) <> cardinality(denominators) OR cardinality(numerators) < 2 THEN
    RETURN false;
  END IF;
  FOR position IN 1 .. cardinality(numerators) LOOP
    IF numerators[position] < 1 OR denominators[position] < 1 THEN
      RETURN false;
    END IF;
    numerator := numerator * denominators[position] + numerators[position] * denominator;
    denominator := denominator * denominators[position];
  END LOOP;
  RETURN numerator = denominator;
END
$$ LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE;

CREATE TABLE register.entry (
  office text NOT NULL CHECK (office ~ '^[0-9]{6}$'),
  number bigint NOT NULL CHECK (number > 0),
  previous_number bigint GENERATED ALWAYS AS (nullif(number - 1, 0)) STORED,
  case_no text NOT NULL,
  business text NOT NULL,
  unit_code text NOT NULL,
  effect_type text NOT NULL,
  effect text NOT NULL,
  registrar text NOT NULL,
  mode text NOT NULL CHECK (mode IN ('manual', 'automatic')),
  entered_at timestamptz(3) NOT NULL,
  previous_hash text NOT NULL CHECK (previous_hash ~ '^[0-9a-f]{64}$'),
  hash text NOT NULL CHECK (hash ~ '^[0-9a-f]{64}$'),
  PRIMARY KEY (office, number),
  CONSTRAINT entry_hash_once UNIQUE (office, number, hash),
  CONSTRAINT entry_first_has_no_previous CHECK ((number = 1) = (previous_hash = repeat('0', 64))),
  CONSTRAINT entry_follows_previous FOREIGN KEY (office, previous_number, previous_hash)
    REFERENCES register.entry (office, number, hash)
);
CREATE INDEX entry_unit ON register.entry (office, unit_code, number);
CREATE INDEX entry_case ON register.entry (case_no, office);
COMMENT ON TABLE register.entry IS
  'One entry made in the register (登簿). Append-only. Each row carries the SM3 hash of its content and of the row before it; everything else in this schema follows from these rows and can be rebuilt from them.';
COMMENT ON COLUMN register.entry.effect IS 'The effect as canonical JSON (RFC 8785): exactly the text that was hashed.';

CREATE TABLE register.office_head (
  office text PRIMARY KEY,
  number bigint NOT NULL,
  hash text NOT NULL
);
COMMENT ON TABLE register.office_head IS 'The last entry of each office. Locking the row puts the entries of an office in one order.';

CREATE TABLE register.unit_head (
  office text NOT NULL,
  unit_code text NOT NULL,
  entry_number bigint NOT NULL DEFAULT 0,
  entered_at timestamptz(3),
  PRIMARY KEY (office, unit_code)
);
COMMENT ON TABLE register.unit_head IS
  'The last entry that touched each unit; 0 for a code that was locked but never entered. Whoever changes a unit holds its row first.';

CREATE TABLE register.parcel (
  office text NOT NULL,
  code text NOT NULL,
  location text NOT NULL,
  area numeric NOT NULL CHECK (area > 0),
  use text NOT NULL,
  owner_nature text NOT NULL,
  shape geometry(Polygon, 4490),
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, code)
);
CREATE INDEX parcel_shape ON register.parcel USING gist (shape);
COMMENT ON TABLE register.parcel IS 'A parcel of land (宗地) as the cadastre surveyed it, in CGCS2000 degrees.';

CREATE TABLE register.building (
  office text NOT NULL,
  code text NOT NULL,
  parcel_code text NOT NULL,
  name text,
  total_floors integer,
  structure text,
  completed_on text,
  shape geometry(Polygon, 4490),
  updated_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, code),
  FOREIGN KEY (office, parcel_code) REFERENCES register.parcel (office, code)
);
CREATE INDEX building_parcel ON register.building (office, parcel_code);
CREATE INDEX building_shape ON register.building USING gist (shape);
COMMENT ON TABLE register.building IS 'A building (自然幢) on a parcel.';

CREATE TABLE register.unit (
  office text NOT NULL,
  code text NOT NULL,
  since_entry bigint NOT NULL,
  since_at timestamptz(3) NOT NULL,
  ended_entry bigint,
  ended_at timestamptz(3),
  kind text NOT NULL CHECK (kind IN ('house', 'land')),
  location text NOT NULL,
  location_tokens tsvector NOT NULL,
  area numeric NOT NULL CHECK (area > 0),
  land_area numeric CHECK (land_area > 0),
  use text NOT NULL,
  land_use text,
  structure text,
  total_floors integer,
  floor text,
  room_no text,
  building_no text,
  completed_on text,
  parcel_code text NOT NULL,
  rights_nature text NOT NULL,
  land_term_from text,
  land_term_to text,
  house_type text,
  house_nature text,
  longitude double precision,
  latitude double precision,
  PRIMARY KEY (office, code, since_entry),
  FOREIGN KEY (office, since_entry) REFERENCES register.entry (office, number),
  FOREIGN KEY (office, ended_entry) REFERENCES register.entry (office, number),
  CHECK ((ended_entry IS NULL) = (ended_at IS NULL)),
  CHECK (ended_at >= since_at)
);
CREATE UNIQUE INDEX unit_current ON register.unit (office, code text_pattern_ops) WHERE ended_entry IS NULL;
CREATE INDEX unit_location ON register.unit USING gin (location_tokens) WHERE ended_entry IS NULL;
-- Not partial: a planner without statistics believes a partial index to be tiny and would read all of it instead of looking up one unit.
CREATE INDEX unit_parcel ON register.unit (parcel_code, office);
COMMENT ON TABLE register.unit IS
  'One version of the physical facts (自然状况) of a unit, in force from one entry to another. Exactly one version of a unit is current.';

CREATE TABLE register."right" (
  office text NOT NULL,
  id text NOT NULL,
  unit_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('ownership', 'mortgage', 'seizure')),
  right_type text NOT NULL,
  co_ownership text NOT NULL CHECK (co_ownership IN ('0', '1', '2', '3')),
  share_numerators bigint[] NOT NULL,
  share_denominators bigint[] NOT NULL,
  content text NOT NULL,
  rank integer CHECK (rank >= 1),
  queue integer CHECK (queue >= 0),
  certificate text,
  registered_at timestamptz(3) NOT NULL,
  registered_entry bigint NOT NULL,
  ended_at timestamptz(3),
  ended_entry bigint,
  ended_reason text,
  origin text NOT NULL,
  continues text,
  PRIMARY KEY (office, id),
  FOREIGN KEY (office, registered_entry) REFERENCES register.entry (office, number),
  FOREIGN KEY (office, ended_entry) REFERENCES register.entry (office, number),
  FOREIGN KEY (office, origin) REFERENCES register."right" (office, id),
  FOREIGN KEY (office, continues) REFERENCES register."right" (office, id),
  CONSTRAINT right_shares_sum_to_one CHECK (
    CASE WHEN co_ownership = '2' THEN register.shares_are_whole(share_numerators, share_denominators)
         ELSE cardinality(share_numerators) = 0 AND cardinality(share_denominators) = 0 END
  ),
  CONSTRAINT right_mortgage_has_rank CHECK ((kind = 'mortgage') = (rank IS NOT NULL)),
  CONSTRAINT right_seizure_has_place CHECK ((kind = 'seizure') = (queue IS NOT NULL)),
  CONSTRAINT right_ends_once CHECK (
    (ended_at IS NULL) = (ended_entry IS NULL) AND (ended_at IS NULL) = (ended_reason IS NULL)
  ),
  CONSTRAINT right_ends_after_it_began CHECK (ended_at >= registered_at AND ended_entry >= registered_entry)
);
CREATE UNIQUE INDEX right_one_ownership ON register."right" (office, unit_code)
  WHERE kind = 'ownership' AND ended_entry IS NULL;
CREATE UNIQUE INDEX right_mortgage_rank ON register."right" (office, unit_code, rank)
  WHERE kind = 'mortgage' AND ended_entry IS NULL;
CREATE UNIQUE INDEX right_seizure_place ON register."right" (office, unit_code, queue)
  WHERE kind = 'seizure' AND ended_entry IS NULL;
CREATE INDEX right_unit ON register."right" (unit_code, office);
COMMENT ON TABLE register."right" IS
  'One right on a unit with one wording. A right that goes on with another wording (renewal, promotion from the queue) ends this row and opens another that continues it, so what was true at a moment is every row registered by then and not ended.';
COMMENT ON COLUMN register."right".content IS 'What is particular to the kind of right, as canonical JSON.';

CREATE TABLE register.holder (
  office text NOT NULL,
  right_id text NOT NULL,
  ordinal integer NOT NULL CHECK (ordinal >= 1),
  unit_code text NOT NULL,
  name text NOT NULL,
  id_type text NOT NULL,
  id_sealed text NOT NULL,
  id_index text NOT NULL,
  id_masked text NOT NULL,
  holder_kind text NOT NULL,
  share_numerator bigint,
  share_denominator bigint,
  certificate text,
  PRIMARY KEY (office, unit_code, right_id, ordinal),
  FOREIGN KEY (office, right_id) REFERENCES register."right" (office, id),
  CONSTRAINT holder_once UNIQUE (office, right_id, id_type, id_index),
  CHECK ((share_numerator IS NULL) = (share_denominator IS NULL))
);
CREATE INDEX holder_person ON register.holder (id_index, office, unit_code);
COMMENT ON TABLE register.holder IS
  'A holder of a right. Identity numbers are here only encrypted, as a keyed blind index for search, and masked.';

CREATE TABLE register.certificate (
  office text NOT NULL,
  number text NOT NULL,
  unit_code text NOT NULL,
  right_id text NOT NULL,
  issued_entry bigint NOT NULL,
  CONSTRAINT certificate_number_once PRIMARY KEY (office, number),
  FOREIGN KEY (office, right_id) REFERENCES register."right" (office, id)
);
CREATE INDEX certificate_number ON register.certificate (office, number text_pattern_ops);
CREATE INDEX certificate_unit ON register.certificate (unit_code, office);
COMMENT ON TABLE register.certificate IS
  'A number of a certificate or proof that was issued with a right. A number is used once, for ever.';

CREATE TABLE register.hold (
  office text NOT NULL,
  id text NOT NULL,
  unit_code text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('seizure', 'disposal')),
  authority text NOT NULL,
  starts_at timestamptz(3) NOT NULL,
  ends_at timestamptz(3) NOT NULL CHECK (ends_at >= starts_at),
  PRIMARY KEY (office, id),
  CONSTRAINT hold_no_disposal_under_seizure EXCLUDE USING gist (
    office WITH =,
    unit_code WITH =,
    kind WITH <>,
    authority WITH <>,
    tstzrange(starts_at, ends_at, CASE kind WHEN 'disposal' THEN '[]' ELSE '[)' END) WITH &&
  )
);
CREATE INDEX hold_unit ON register.hold (unit_code, office);
COMMENT ON TABLE register.hold IS
  'The time a seizure is in force, and the instant of each disposal with the authority that ordered it (empty: none). The exclusion constraint makes it impossible to dispose of a unit inside a seizure of another authority (查扣冻规定 24).';

CREATE TABLE register.seizure_queue (
  office text NOT NULL,
  unit_code text NOT NULL,
  place integer NOT NULL CHECK (place >= 0),
  right_id text NOT NULL,
  delivered_at timestamptz(3) NOT NULL,
  place_ahead integer GENERATED ALWAYS AS (nullif(place, 0) - 1) STORED,
  delivered_ahead timestamptz(3),
  PRIMARY KEY (office, unit_code, place),
  CONSTRAINT seizure_queue_place UNIQUE (office, unit_code, place, delivered_at),
  FOREIGN KEY (office, right_id) REFERENCES register."right" (office, id),
  CONSTRAINT seizure_queue_has_no_gap FOREIGN KEY (office, unit_code, place_ahead, delivered_ahead)
    REFERENCES register.seizure_queue (office, unit_code, place, delivered_at) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT seizure_queue_by_delivery CHECK (
    (place = 0) = (delivered_ahead IS NULL) AND coalesce(delivered_ahead <= delivered_at, true)
  )
);
COMMENT ON TABLE register.seizure_queue IS
  'The current seizures of a unit in their order. Each row names the delivery time of the one ahead, so a gap or a place taken before an earlier delivery cannot be stored (实施细则 91).';

GRANT SELECT, INSERT ON register.entry TO hengchan_app;
GRANT SELECT, INSERT, UPDATE (number, hash) ON register.office_head TO hengchan_app;
GRANT SELECT, INSERT, UPDATE (entry_number, entered_at) ON register.unit_head TO hengchan_app;
GRANT SELECT, INSERT, UPDATE ON register.parcel, register.building TO hengchan_app;
GRANT SELECT, INSERT, UPDATE (ended_entry, ended_at) ON register.unit TO hengchan_app;
GRANT SELECT, INSERT, UPDATE (ended_entry, ended_at, ended_reason) ON register."right" TO hengchan_app;
GRANT SELECT, INSERT ON register.holder, register.certificate TO hengchan_app;
GRANT SELECT, INSERT, UPDATE (ends_at) ON register.hold TO hengchan_app;
GRANT SELECT, INSERT, DELETE ON register.seizure_queue TO hengchan_app;
