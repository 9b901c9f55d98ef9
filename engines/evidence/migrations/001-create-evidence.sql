CREATE SCHEMA evidence;
GRANT USAGE ON SCHEMA evidence TO hengchan_app;

CREATE TABLE evidence.leaf (
  office text NOT NULL CHECK (office ~ '^[0-9]{6}$'),
  id uuid NOT NULL DEFAULT gen_random_uuid(),
  kind text NOT NULL CHECK (kind IN ('entry', 'recording', 'notice', 'read')),
  subject text NOT NULL,
  data text NOT NULL,
  PRIMARY KEY (office, id)
);
CREATE INDEX leaf_subject ON evidence.leaf (subject, kind, office);
COMMENT ON TABLE evidence.leaf IS
  'Something that happened and can be proven: written in the transaction in which it happened, never changed. The random id is part of what is hashed, so a neighbour in the tree cannot be guessed from its hash.';

CREATE TABLE evidence.pending (
  office text NOT NULL,
  arrived bigint GENERATED ALWAYS AS IDENTITY,
  leaf_id uuid NOT NULL,
  PRIMARY KEY (office, arrived),
  FOREIGN KEY (office, leaf_id) REFERENCES evidence.leaf (office, id)
);
COMMENT ON TABLE evidence.pending IS 'Leaves that are not in the tree yet. The sequencer takes them from here.';

CREATE TABLE evidence.log (
  office text PRIMARY KEY,
  hash text NOT NULL CHECK (hash IN ('SM3', 'SHA-256')),
  size bigint NOT NULL DEFAULT 0 CHECK (size >= 0)
);
COMMENT ON TABLE evidence.log IS 'The Merkle log of an office. Whoever sequences holds its row.';

CREATE TABLE evidence.position (
  office text NOT NULL,
  leaf_index bigint NOT NULL CHECK (leaf_index >= 0),
  leaf_id uuid NOT NULL,
  leaf_hash bytea NOT NULL CHECK (length(leaf_hash) = 32),
  PRIMARY KEY (office, leaf_index),
  CONSTRAINT position_leaf_once UNIQUE (office, leaf_id),
  FOREIGN KEY (office, leaf_id) REFERENCES evidence.leaf (office, id)
);
COMMENT ON TABLE evidence.position IS 'The place of a leaf in the tree, counted from 0, and its hash (RFC 9162, 2.1.1).';

CREATE TABLE evidence.node (
  office text NOT NULL,
  level integer NOT NULL CHECK (level BETWEEN 1 AND 62),
  node_index bigint NOT NULL CHECK (node_index >= 0),
  hash bytea NOT NULL CHECK (length(hash) = 32),
  PRIMARY KEY (office, level, node_index)
);
COMMENT ON TABLE evidence.node IS
  'The hash of a complete subtree of 2^level leaves that begins at leaf node_index * 2^level. Complete subtrees never change, so a proof reads a few dozen rows however large the log is.';

CREATE TABLE evidence.checkpoint (
  office text NOT NULL,
  size bigint NOT NULL CHECK (size > 0),
  root bytea NOT NULL CHECK (length(root) = 32),
  note text NOT NULL,
  signed_at timestamptz(3) NOT NULL,
  PRIMARY KEY (office, size)
);
COMMENT ON TABLE evidence.checkpoint IS 'A signed statement of what the log was at a size (C2SP tlog-checkpoint), made to leave this machine.';

GRANT SELECT, INSERT ON evidence.leaf, evidence.position, evidence.node, evidence.checkpoint TO hengchan_app;
GRANT SELECT, INSERT, DELETE ON evidence.pending TO hengchan_app;
GRANT SELECT, INSERT, UPDATE (size) ON evidence.log TO hengchan_app;
