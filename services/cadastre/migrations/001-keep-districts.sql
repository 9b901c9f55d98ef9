CREATE SCHEMA IF NOT EXISTS cadastre;
GRANT USAGE ON SCHEMA cadastre TO hengchan_app;

CREATE TABLE cadastre.edition (
  office text NOT NULL CHECK (office ~ '^[0-9]{6}$'),
  number int NOT NULL CHECK (number > 0),
  title text NOT NULL CHECK (title <> ''),
  source text NOT NULL CHECK (source IN ('import', 'restoration')),
  restores int,
  file_name text,
  reason text NOT NULL CHECK (reason <> ''),
  districts int NOT NULL CHECK (districts > 0),
  made_by text NOT NULL,
  made_by_name text NOT NULL,
  made_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, number),
  UNIQUE (office, number, made_by),
  FOREIGN KEY (office, restores) REFERENCES cadastre.edition (office, number),
  CONSTRAINT restoration_says_what CHECK ((source = 'restoration') = (restores IS NOT NULL))
);
COMMENT ON TABLE cadastre.edition IS 'All districts of an office as one file, or an earlier edition, gave them. Never altered; what became of it is in its steps.';
CREATE INDEX edition_newest ON cadastre.edition (made_at DESC, office, number);
GRANT SELECT, INSERT ON cadastre.edition TO hengchan_app;

CREATE TABLE cadastre.district (
  office text NOT NULL,
  edition int NOT NULL,
  code text NOT NULL CHECK (code ~ '^([0-9]{6}|[0-9]{9}|[0-9]{12})$'),
  level text NOT NULL CHECK (level IN ('area', 'zone', 'subzone')),
  name text NOT NULL CHECK (name <> ''),
  shape geometry(MultiPolygon, 4490) NOT NULL,
  area numeric NOT NULL CHECK (area >= 0),
  PRIMARY KEY (office, edition, code),
  FOREIGN KEY (office, edition) REFERENCES cadastre.edition (office, number),
  CONSTRAINT code_fits_level CHECK (length(code) = CASE level WHEN 'area' THEN 6 WHEN 'zone' THEN 9 ELSE 12 END)
);
CREATE INDEX district_shape ON cadastre.district USING gist (shape);
COMMENT ON TABLE cadastre.district IS 'An administrative division (行政区), cadastral zone (地籍区) or subzone (地籍子区) in one edition, in CGCS2000 degrees; its area in square metres. Never altered.';
GRANT SELECT, INSERT ON cadastre.district TO hengchan_app;

CREATE TABLE cadastre.step (
  office text NOT NULL,
  edition int NOT NULL,
  ordinal int NOT NULL CHECK (ordinal > 0),
  act text NOT NULL CHECK (act IN ('submit', 'withdraw', 'return', 'confirm', 'discard')),
  base int,
  turn int,
  submitted_by text,
  made_by text NOT NULL,
  reason text NOT NULL CHECK (reason <> ''),
  acted_by text NOT NULL,
  acted_by_name text NOT NULL,
  acted_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, edition, ordinal),
  UNIQUE (office, turn),
  FOREIGN KEY (office, edition, made_by) REFERENCES cadastre.edition (office, number, made_by),
  FOREIGN KEY (office, base) REFERENCES cadastre.edition (office, number),
  CONSTRAINT confirmed_takes_its_turn CHECK ((act = 'confirm') = (turn IS NOT NULL)),
  CONSTRAINT confirmed_by_another CHECK (act <> 'confirm' OR (submitted_by IS NOT NULL AND acted_by <> submitted_by AND acted_by <> made_by))
);
COMMENT ON TABLE cadastre.step IS 'What somebody did with an edition, when and why. The confirmed one with the highest turn is in force at its office. Never altered.';
COMMENT ON COLUMN cadastre.step.base IS 'The edition in force it was compared with when it was submitted.';
GRANT SELECT, INSERT ON cadastre.step TO hengchan_app;

CREATE TABLE cadastre.comparison (
  office text NOT NULL,
  edition int NOT NULL,
  base int,
  parcels int NOT NULL,
  units int NOT NULL,
  compared_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, edition),
  FOREIGN KEY (office, edition) REFERENCES cadastre.edition (office, number)
);
COMMENT ON TABLE cadastre.comparison IS 'The last laying of an edition over the one in force: with which, when, and how many parcels and units it touches.';
GRANT SELECT, INSERT, DELETE ON cadastre.comparison TO hengchan_app;

CREATE TABLE cadastre.difference (
  office text NOT NULL,
  edition int NOT NULL,
  code text NOT NULL,
  level text NOT NULL,
  changes text[] NOT NULL CHECK (changes <@ ARRAY['added', 'abolished', 'boundary', 'renamed']),
  name_before text,
  name_after text,
  related text[] NOT NULL,
  area_before numeric,
  area_after numeric,
  area_lost numeric NOT NULL,
  area_gained numeric NOT NULL,
  area_kept numeric NOT NULL,
  lost geometry(MultiPolygon, 4490),
  gained geometry(MultiPolygon, 4490),
  kept geometry(MultiPolygon, 4490),
  parcels int NOT NULL,
  units int NOT NULL,
  PRIMARY KEY (office, edition, code),
  FOREIGN KEY (office, edition) REFERENCES cadastre.edition (office, number)
);
COMMENT ON TABLE cadastre.difference IS 'A district in which an edition differs from the one it was compared with: ground only the old one has, only the new one, and both.';
COMMENT ON COLUMN cadastre.difference.related IS 'Districts of the same level in the other edition that share its ground.';
GRANT SELECT, INSERT, DELETE ON cadastre.difference TO hengchan_app;

CREATE TABLE cadastre.affected_parcel (
  office text NOT NULL,
  edition int NOT NULL,
  parcel_code text NOT NULL,
  home text NOT NULL,
  lies_in text,
  lay_in text,
  how text NOT NULL CHECK (how IN ('gone', 'outside', 'crossed')),
  units int NOT NULL,
  PRIMARY KEY (office, edition, parcel_code),
  FOREIGN KEY (office, edition) REFERENCES cadastre.edition (office, number)
);
COMMENT ON TABLE cadastre.affected_parcel IS 'A parcel that would no longer lie in the subzone its code names: that subzone is gone, or it lies elsewhere, or a boundary cuts it.';
GRANT SELECT, INSERT, DELETE ON cadastre.affected_parcel TO hengchan_app;
