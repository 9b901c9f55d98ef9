ALTER TABLE registration.objection_file ADD COLUMN mark text NOT NULL DEFAULT 'sensitive'
  CHECK (mark IN ('public', 'internal', 'sensitive', 'recording', 'restricted', 'commercial'));
GRANT UPDATE (mark) ON registration.objection_file TO hengchan_app;
