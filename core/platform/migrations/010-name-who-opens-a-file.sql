CREATE TABLE platform.file_reader (
  office text NOT NULL,
  hash text NOT NULL,
  account uuid NOT NULL REFERENCES platform.account (id),
  named_at timestamptz NOT NULL,
  named_by text NOT NULL,
  struck_at timestamptz,
  struck_by text,
  PRIMARY KEY (office, hash, account, named_at),
  CHECK ((struck_at IS NULL) = (struck_by IS NULL))
);
CREATE UNIQUE INDEX file_reader_once ON platform.file_reader (office, hash, account) WHERE struck_at IS NULL;
COMMENT ON TABLE platform.file_reader IS 'Somebody named to open a file that only named persons open, from when until when.';
GRANT SELECT, INSERT, UPDATE ON platform.file_reader TO hengchan_app;
