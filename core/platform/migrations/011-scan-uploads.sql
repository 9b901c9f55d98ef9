CREATE TABLE platform.unscanned_file (
  office text NOT NULL,
  hash text NOT NULL,
  name text NOT NULL,
  kept_at timestamptz NOT NULL,
  kept_by text NOT NULL,
  scanned_at timestamptz,
  found text,
  PRIMARY KEY (office, hash),
  CHECK (found IS NULL OR scanned_at IS NOT NULL)
);
CREATE INDEX unscanned_file_waiting ON platform.unscanned_file (office, kept_at) WHERE scanned_at IS NULL;
COMMENT ON TABLE platform.unscanned_file IS
  'A file kept while the scanner for malicious code was away, and what was found in it once it was looked through. What holds something is not opened.';
GRANT SELECT, INSERT, UPDATE ON platform.unscanned_file TO hengchan_app;
