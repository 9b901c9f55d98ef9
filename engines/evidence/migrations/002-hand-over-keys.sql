ALTER TABLE evidence.leaf DROP CONSTRAINT leaf_kind_check;
ALTER TABLE evidence.leaf ADD CONSTRAINT leaf_kind_check CHECK (kind IN ('entry', 'recording', 'notice', 'read', 'key'));
