CREATE SCHEMA IF NOT EXISTS payment;
GRANT USAGE ON SCHEMA payment TO hengchan_app;

CREATE TABLE payment.declaration (
  office text NOT NULL,
  case_no text NOT NULL,
  sequence int NOT NULL CHECK (sequence > 0),
  message_no text NOT NULL,
  digest text NOT NULL,
  status text NOT NULL CHECK (status IN ('declared', 'assessed', 'receipted', 'withdrawn', 'void')),
  declaration_no text,
  assessment jsonb,
  total bigint CHECK (total >= 0),
  voided_receipts text[] NOT NULL DEFAULT '{}',
  declared_at timestamptz NOT NULL,
  assessed_at timestamptz,
  ended_at timestamptz,
  note text,
  PRIMARY KEY (office, case_no, sequence),
  UNIQUE (office, declaration_no),
  CHECK ((assessment IS NULL) = (total IS NULL)),
  CHECK ((assessment IS NULL) = (assessed_at IS NULL))
);
COMMENT ON TABLE payment.declaration IS 'What the tax bureau was told of a case, and what it assessed. At most one of a case is in force.';
CREATE UNIQUE INDEX declaration_in_force ON payment.declaration (office, case_no)
  WHERE status IN ('declared', 'assessed', 'receipted');
GRANT SELECT, INSERT, UPDATE ON payment.declaration TO hengchan_app;

CREATE TABLE payment.receipt (
  office text NOT NULL,
  receipt_no text NOT NULL,
  case_no text NOT NULL,
  declaration_no text NOT NULL,
  kind text NOT NULL CHECK (kind IN ('paid', 'exempt')),
  payer text NOT NULL CHECK (payer IN ('buyer', 'seller')),
  total bigint NOT NULL CHECK (total >= 0),
  status text NOT NULL CHECK (status IN ('valid', 'void')),
  sealed text NOT NULL,
  issued_at timestamptz NOT NULL,
  received_at timestamptz NOT NULL,
  voided_at timestamptz,
  void_reason text,
  PRIMARY KEY (office, receipt_no),
  FOREIGN KEY (office, declaration_no) REFERENCES payment.declaration (office, declaration_no),
  CHECK ((kind = 'paid') = (total > 0)),
  CHECK ((status = 'void') = (voided_at IS NOT NULL))
);
COMMENT ON TABLE payment.receipt IS 'A receipt of the tax bureau: tax paid, or proof that none is owed. The signed original is sealed.';
CREATE INDEX receipt_case ON payment.receipt (office, case_no);
GRANT SELECT, INSERT, UPDATE ON payment.receipt TO hengchan_app;

CREATE TABLE payment.orders (
  office text NOT NULL,
  order_no text NOT NULL,
  case_no text NOT NULL,
  sequence int NOT NULL CHECK (sequence > 0),
  title text NOT NULL,
  payer text NOT NULL,
  total bigint NOT NULL CHECK (total >= 0),
  tax bigint NOT NULL CHECK (tax >= 0),
  fee bigint NOT NULL CHECK (fee >= 0),
  paid bigint NOT NULL DEFAULT 0,
  refunded bigint NOT NULL DEFAULT 0,
  refund_requested bigint NOT NULL DEFAULT 0 CHECK (refund_requested >= 0),
  status text NOT NULL CHECK (status IN ('open', 'settled', 'refunded', 'closed')),
  ending text,
  fault text,
  bank_order_no text,
  cashier_url text,
  method text,
  settlement_no text,
  created_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  settled_at timestamptz,
  closed_at timestamptz,
  PRIMARY KEY (office, order_no),
  UNIQUE (office, case_no, sequence),
  CHECK (tax + fee = total),
  CHECK (refunded BETWEEN 0 AND paid),
  CHECK (refund_requested <= paid),
  CHECK (paid - refunded <= total),
  CHECK ((status IN ('settled', 'refunded')) = (settled_at IS NOT NULL)),
  CHECK ((status = 'closed') = (closed_at IS NOT NULL))
);
COMMENT ON TABLE payment.orders IS 'Taxes and fees of a case as one sum to be paid. Amounts in fen; paid and refunded only ever grow.';
CREATE UNIQUE INDEX order_open ON payment.orders (office, case_no) WHERE status = 'open' AND ending IS NULL;
CREATE INDEX order_created ON payment.orders (office, created_at DESC, order_no DESC);
CREATE INDEX order_settled ON payment.orders (office, settled_at) WHERE settled_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.orders TO hengchan_app;

CREATE TABLE payment.line (
  office text NOT NULL,
  order_no text NOT NULL,
  line_no text NOT NULL,
  ordinal int NOT NULL,
  account text NOT NULL CHECK (account IN ('tax', 'fee')),
  code text NOT NULL,
  title text NOT NULL,
  payee text NOT NULL,
  basis text NOT NULL,
  reference text NOT NULL,
  quantity int NOT NULL CHECK (quantity > 0),
  measure text NOT NULL,
  unit_price bigint NOT NULL CHECK (unit_price >= 0),
  reduction bigint NOT NULL CHECK (reduction >= 0),
  reduction_reason text,
  amount bigint NOT NULL CHECK (amount >= 0),
  settled bigint NOT NULL DEFAULT 0,
  refunded bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (office, order_no, line_no),
  FOREIGN KEY (office, order_no) REFERENCES payment.orders (office, order_no),
  CHECK (amount = quantity * unit_price - reduction),
  CHECK (settled IN (0, amount)),
  CHECK (refunded BETWEEN 0 AND settled)
);
COMMENT ON TABLE payment.line IS 'One tax or fee of an order: whose money it becomes, on what ground, and what of it was settled and given back.';
GRANT SELECT, INSERT, UPDATE ON payment.line TO hengchan_app;

CREATE TABLE payment.payment (
  office text NOT NULL,
  payment_no text NOT NULL,
  order_no text NOT NULL,
  method text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  refunded bigint NOT NULL DEFAULT 0,
  paid_at timestamptz NOT NULL,
  PRIMARY KEY (office, payment_no),
  FOREIGN KEY (office, order_no) REFERENCES payment.orders (office, order_no),
  CHECK (refunded BETWEEN 0 AND amount)
);
COMMENT ON TABLE payment.payment IS 'Money that arrived for an order, under the number of the bank.';
CREATE INDEX payment_order ON payment.payment (office, order_no);
CREATE INDEX payment_paid ON payment.payment (office, paid_at);
GRANT SELECT, INSERT, UPDATE ON payment.payment TO hengchan_app;

CREATE TABLE payment.charge (
  office text NOT NULL,
  charge_no text NOT NULL,
  order_no text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  status text NOT NULL CHECK (status IN ('pending', 'accepted', 'done', 'rejected', 'failed')),
  payment_no text,
  reason text,
  asked_by text NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  answered_at timestamptz,
  PRIMARY KEY (office, charge_no),
  FOREIGN KEY (office, order_no) REFERENCES payment.orders (office, order_no)
);
COMMENT ON TABLE payment.charge IS 'The bank was asked to take the balance from the payer''s own account. One at a time for an order.';
CREATE UNIQUE INDEX charge_under_way ON payment.charge (office, order_no) WHERE status IN ('pending', 'accepted');
GRANT SELECT, INSERT, UPDATE ON payment.charge TO hengchan_app;

CREATE TABLE payment.refund (
  office text NOT NULL,
  refund_no text NOT NULL,
  order_no text NOT NULL,
  amount bigint NOT NULL CHECK (amount > 0),
  reason text NOT NULL,
  status text NOT NULL CHECK (status IN ('requested', 'done', 'failed')),
  payments jsonb,
  splits jsonb,
  asked_by text NOT NULL,
  asked_by_name text NOT NULL,
  asked_at timestamptz NOT NULL,
  done_at timestamptz,
  failure text,
  PRIMARY KEY (office, refund_no),
  FOREIGN KEY (office, order_no) REFERENCES payment.orders (office, order_no),
  CHECK ((status = 'done') = (done_at IS NOT NULL))
);
COMMENT ON TABLE payment.refund IS 'Money given back, or asked to be: to which payments it went and from which lines it was taken.';
CREATE INDEX refund_order ON payment.refund (office, order_no);
CREATE INDEX refund_done ON payment.refund (office, done_at) WHERE done_at IS NOT NULL;
GRANT SELECT, INSERT, UPDATE ON payment.refund TO hengchan_app;

CREATE TABLE payment.bill (
  office text NOT NULL,
  order_no text NOT NULL,
  sequence int NOT NULL CHECK (sequence > 0),
  amount bigint NOT NULL CHECK (amount > 0),
  status text NOT NULL CHECK (status IN ('requested', 'issued', 'voiding', 'void')),
  bill_code text,
  bill_no text,
  check_code text,
  issued_at timestamptz,
  red_bill_no text,
  note text,
  PRIMARY KEY (office, order_no, sequence),
  FOREIGN KEY (office, order_no) REFERENCES payment.orders (office, order_no)
);
COMMENT ON TABLE payment.bill IS 'The fiscal e-bill for the fee part of an order; one whose fee was given back is void and another stands for the rest.';
CREATE UNIQUE INDEX bill_in_force ON payment.bill (office, order_no) WHERE status IN ('requested', 'issued', 'voiding');
GRANT SELECT, INSERT, UPDATE ON payment.bill TO hengchan_app;
