CREATE SCHEMA IF NOT EXISTS certificates;
GRANT USAGE ON SCHEMA certificates TO hengchan_app;

CREATE TABLE certificates.certificate (
  office text NOT NULL,
  number text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('certificate', 'proof')),
  unit_code text NOT NULL,
  location text NOT NULL,
  case_no text NOT NULL,
  entry_number bigint NOT NULL CHECK (entry_number > 0),
  holder_names text[] NOT NULL,
  holder_indexes text[] NOT NULL,
  issued_at timestamptz NOT NULL,
  voided_at timestamptz,
  voided_entry bigint,
  document_hash text,
  document_at timestamptz,
  PRIMARY KEY (office, number),
  UNIQUE (office, entry_number, number),
  CHECK ((voided_at IS NULL) = (voided_entry IS NULL))
);
COMMENT ON TABLE certificates.certificate IS 'A certificate or proof issued by an entry; void once the right it proves has ended.';
CREATE INDEX certificate_number ON certificates.certificate (number);
CREATE INDEX certificate_case ON certificates.certificate (office, case_no);
CREATE INDEX certificate_unit ON certificates.certificate (office, unit_code);
GRANT SELECT, INSERT, UPDATE ON certificates.certificate TO hengchan_app;

CREATE TABLE certificates.print (
  office text NOT NULL,
  serial text NOT NULL,
  number text NOT NULL,
  printed_at timestamptz NOT NULL,
  printed_by text NOT NULL,
  printed_by_name text NOT NULL,
  PRIMARY KEY (office, serial),
  FOREIGN KEY (office, number) REFERENCES certificates.certificate (office, number)
);
COMMENT ON TABLE certificates.print IS 'A sheet of certificate paper, by its printing serial, and the certificate printed on it. A sheet is used once.';
GRANT SELECT, INSERT ON certificates.print TO hengchan_app;
