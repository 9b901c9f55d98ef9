ALTER TABLE certificates.certificate ADD COLUMN document_mark text NOT NULL DEFAULT 'sensitive'
  CHECK (document_mark IN ('public', 'internal', 'sensitive', 'recording', 'restricted', 'commercial'));
