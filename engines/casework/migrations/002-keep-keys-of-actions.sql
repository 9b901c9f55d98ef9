ALTER TABLE casework.event ADD COLUMN idempotency_key text;
COMMENT ON COLUMN casework.event.idempotency_key IS 'The key the caller gave with the action: the same one again, after a server died before it answered, does nothing.';
CREATE UNIQUE INDEX event_idempotency ON casework.event (office, case_no, actor, idempotency_key) WHERE idempotency_key IS NOT NULL;
