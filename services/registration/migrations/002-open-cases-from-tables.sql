CREATE TABLE registration.batch_row (
  office text NOT NULL CHECK (office ~ '^\d{6}$'),
  organisation uuid NOT NULL,
  digest text NOT NULL,
  case_no text,
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL,
  PRIMARY KEY (office, organisation, digest),
  FOREIGN KEY (office, case_no) REFERENCES casework.cases (office, no)
);
COMMENT ON TABLE registration.batch_row IS 'A row of a table from which an organisation opened a case, known by the digest of what it says: the same row again leads to the same case. Without a case while it is being opened.';
CREATE INDEX batch_row_case ON registration.batch_row (office, case_no);
GRANT SELECT, INSERT, UPDATE ON registration.batch_row TO hengchan_app;
