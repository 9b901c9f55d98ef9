-- Nothing is filed without a mark: what nobody marked, before this or by an older server beside a newer one, is kept closely.
ALTER TABLE casework.material ADD COLUMN mark text NOT NULL DEFAULT 'sensitive'
  CHECK (mark IN ('public', 'internal', 'sensitive', 'recording', 'restricted', 'commercial'));
ALTER TABLE casework.document ADD COLUMN mark text NOT NULL DEFAULT 'sensitive'
  CHECK (mark IN ('public', 'internal', 'sensitive', 'recording', 'restricted', 'commercial'));
GRANT UPDATE (mark) ON casework.document TO hengchan_app;
