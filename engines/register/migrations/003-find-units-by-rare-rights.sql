-- Few units have these, and registrars look for them: without an index of their own every right of the office would be read.
CREATE INDEX right_few ON register."right" (office, kind, unit_code)
  WHERE kind IN ('advance-notice', 'objection', 'lock') AND ended_entry IS NULL;
