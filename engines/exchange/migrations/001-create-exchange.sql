CREATE SCHEMA exchange;
GRANT USAGE ON SCHEMA exchange TO hengchan_app;

CREATE TABLE exchange.message (
  office text NOT NULL,
  id text NOT NULL,
  sequence bigint GENERATED ALWAYS AS IDENTITY,
  peer text NOT NULL,
  operation text NOT NULL,
  message_no text NOT NULL,
  case_no text,
  payload_sealed text NOT NULL,
  payload_digest text NOT NULL,
  summary text NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'failed', 'delivered', 'dead')),
  attempts int NOT NULL CHECK (attempts >= 0),
  next_attempt_at timestamptz NOT NULL,
  claimed_until timestamptz,
  claim text,
  created_at timestamptz NOT NULL,
  delivered_at timestamptz,
  last_reason text,
  answer_sealed text,
  PRIMARY KEY (office, id),
  UNIQUE (office, peer, message_no),
  CHECK ((status = 'delivered') = (delivered_at IS NOT NULL))
);
COMMENT ON TABLE exchange.message IS 'Something another department must be told, written in the transaction that made it so; delivered afterwards, at least once, under one message number.';
COMMENT ON COLUMN exchange.message.status IS 'pending: never tried; failed: tried and will be again; delivered: the department acknowledged it; dead: given up or refused, a person must decide.';
CREATE INDEX message_due ON exchange.message (office, next_attempt_at) WHERE status IN ('pending', 'failed');
CREATE INDEX message_queue ON exchange.message (office, peer, case_no, sequence) WHERE status IN ('pending', 'failed');
CREATE INDEX message_of_case ON exchange.message (office, case_no);
GRANT SELECT, INSERT, UPDATE ON exchange.message TO hengchan_app;

CREATE TABLE exchange.call (
  office text NOT NULL,
  id text NOT NULL,
  at timestamptz NOT NULL,
  peer text NOT NULL,
  operation text NOT NULL,
  direction text NOT NULL CHECK (direction IN ('outgoing', 'incoming')),
  message_no text NOT NULL,
  case_no text,
  attempt int NOT NULL,
  latency_ms int NOT NULL,
  outcome text NOT NULL,
  http_status int,
  request_id text NOT NULL,
  summary text NOT NULL,
  request_sealed text,
  answer_sealed text,
  PRIMARY KEY (office, id)
);
COMMENT ON TABLE exchange.call IS 'One attempt to reach another department, or one message that came from it, and what became of it. Never changed. The summary names nobody; the payloads are sealed.';
CREATE INDEX call_of_peer ON exchange.call (peer, at DESC);
CREATE INDEX call_of_case ON exchange.call (office, case_no);
GRANT SELECT, INSERT ON exchange.call TO hengchan_app;

CREATE TABLE exchange.inbox (
  office text NOT NULL,
  peer text NOT NULL,
  message_no text NOT NULL,
  operation text NOT NULL,
  case_no text,
  body_digest text NOT NULL,
  received_at timestamptz NOT NULL,
  answer_sealed text,
  PRIMARY KEY (office, peer, message_no)
);
COMMENT ON TABLE exchange.inbox IS 'A message from another department that took effect, with the answer it got: the same message again gets the same answer and has no second effect.';
GRANT SELECT, INSERT, UPDATE ON exchange.inbox TO hengchan_app;

CREATE TABLE exchange.nonce (
  office text NOT NULL,
  peer text NOT NULL,
  nonce text NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (office, peer, nonce)
);
COMMENT ON TABLE exchange.nonce IS 'A nonce used within the time window; seeing it again means the message was recorded and replayed.';
CREATE INDEX nonce_seen ON exchange.nonce (seen_at);
GRANT SELECT, INSERT, DELETE ON exchange.nonce TO hengchan_app;

CREATE TABLE exchange.peer_state (
  peer text PRIMARY KEY,
  state text NOT NULL CHECK (state IN ('closed', 'open', 'half-open')),
  failures int NOT NULL,
  openings int NOT NULL,
  until timestamptz,
  version int NOT NULL,
  changed_at timestamptz NOT NULL,
  CHECK ((state = 'closed') = (until IS NULL))
);
COMMENT ON TABLE exchange.peer_state IS 'Whether a department is being called at present, shared by all servers.';
GRANT SELECT, INSERT, UPDATE ON exchange.peer_state TO hengchan_app;
