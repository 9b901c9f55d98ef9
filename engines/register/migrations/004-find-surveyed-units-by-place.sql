ALTER TABLE register.surveyed_unit ADD COLUMN location text, ADD COLUMN location_tokens tsvector;

-- What is there already, in the tokens that are written from now on: prefixes of numbers and Latin words, single Han characters and pairs.
UPDATE register.surveyed_unit SET
  location = facts::json ->> 'location',
  location_tokens = (
    SELECT array_to_tsvector(coalesce(array_agg(DISTINCT token), '{}'))
    FROM regexp_matches(
      lower(normalize(left(facts::json ->> 'location', 2000), NFKC)),
      '[0-9]+|[a-z]+|[\u3005\u3007\u3021-\u3029\u3038-\u303B\u3400-\u4DBF\u4E00-\u9FFF\uF900-\uFAD9\U00020000-\U000323AF]+',
      'g'
    ) AS found(run),
    LATERAL (
      SELECT left(run[1], size) FROM generate_series(1, least(length(run[1]), 12)) AS size WHERE run[1] ~ '^[0-9a-z]'
      UNION
      SELECT substr(run[1], place, size) FROM generate_series(1, length(run[1])) AS place, generate_series(1, 2) AS size
      WHERE run[1] !~ '^[0-9a-z]'
    ) AS tokens(token)
  );

ALTER TABLE register.surveyed_unit
  ALTER COLUMN location SET NOT NULL,
  ALTER COLUMN location_tokens SET NOT NULL;
CREATE INDEX surveyed_unit_location ON register.surveyed_unit USING gin (location_tokens);
COMMENT ON COLUMN register.surveyed_unit.location_tokens IS 'Characters, pairs and numbers of the location (坐落), to find it by a part of it.';
