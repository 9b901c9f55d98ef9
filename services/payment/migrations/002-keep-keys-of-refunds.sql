ALTER TABLE payment.refund ADD COLUMN idempotency_key text;
COMMENT ON COLUMN payment.refund.idempotency_key IS 'The key the cashier''s request carried: the same one again, after a server died before it answered, gives nothing back twice.';
CREATE UNIQUE INDEX refund_idempotency ON payment.refund (office, order_no, asked_by, idempotency_key) WHERE idempotency_key IS NOT NULL;
