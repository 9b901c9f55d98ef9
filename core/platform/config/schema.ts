import Type, { type Static } from 'typebox';

const secret = (description: string) =>
  Type.Optional(Type.String({ pattern: '^[0-9a-fA-F]{32,128}$', description: `${description} (hex)` }));

/**
 * Every setting the process reads from its environment, by variable name.
 * Nothing else in the product reads the environment.
 */
export const ConfigSchema = Type.Object({
  HENGCHAN_MODE: Type.Union([Type.Literal('demo'), Type.Literal('production')], {
    default: 'demo',
    description:
      'demo: demonstration data, default accounts and a clock that can be moved; never for real registration',
  }),
  HENGCHAN_HOST: Type.String({
    default: '127.0.0.1',
    description: 'address to listen on; beyond loopback only when set',
  }),
  HENGCHAN_PORT: Type.Integer({ default: 8080, minimum: 0, maximum: 65535 }),
  HENGCHAN_PUBLIC_URL: Type.Optional(
    Type.String({ pattern: '^https?://', description: 'address citizens see, printed into QR codes' }),
  ),
  HENGCHAN_DATA: Type.String({
    default: './data',
    description: 'folder for the embedded database, files and demonstration keys',
  }),
  DATABASE_URL: Type.Optional(
    Type.String({ pattern: '^postgres(ql)?://', description: 'PostgreSQL 15+ with PostGIS' }),
  ),
  HENGCHAN_DATABASE_CONNECTIONS: Type.Integer({
    default: 10,
    minimum: 1,
    maximum: 200,
    description: 'connections of each process',
  }),
  HENGCHAN_PROCESSES: Type.Integer({
    default: 1,
    minimum: 1,
    maximum: 64,
    description: 'processes that answer behind the port; more than one needs PostgreSQL',
  }),
  HENGCHAN_TAKEOVER_SECONDS: Type.Integer({
    default: 60,
    minimum: 5,
    maximum: 3600,
    description:
      'how long an unanswered request keeps its `Idempotency-Key` before another attempt takes over, because its process may have died; longer than any request takes',
  }),
  HENGCHAN_LOG_LEVEL: Type.Union(
    ['silent', 'error', 'warn', 'info', 'debug'].map((level) => Type.Literal(level)),
    { default: 'warn' },
  ),
  HENGCHAN_ENCRYPTION_KEY: secret('16-byte SM4 key of the field encryption'),
  HENGCHAN_INTEGRITY_KEY: secret('key of the integrity check of sealed fields'),
  HENGCHAN_INDEX_KEY: secret('key of the blind index of identity numbers'),
  HENGCHAN_EVIDENCE_KEY: secret('SM2 private key that signs the checkpoints of the evidence log, 64 digits'),
  HENGCHAN_SESSION_MINUTES: Type.Integer({
    default: 30,
    minimum: 5,
    maximum: 720,
    description: 'idle time after which a session ends',
  }),
  HENGCHAN_STAFF_SECOND_FACTOR: Type.Optional(
    Type.Union([Type.Literal('required'), Type.Literal('optional')], {
      description: 'TOTP for staff; production requires it unless set otherwise, the demonstration does not',
    }),
  ),
  HENGCHAN_FILE_LIMIT_MB: Type.Integer({ default: 20, minimum: 1, maximum: 500 }),
  HENGCHAN_S3_ENDPOINT: Type.Optional(Type.String({ pattern: '^https?://' })),
  HENGCHAN_S3_BUCKET: Type.Optional(Type.String()),
  HENGCHAN_S3_REGION: Type.Optional(Type.String()),
  HENGCHAN_S3_ACCESS_KEY: Type.Optional(Type.String()),
  HENGCHAN_S3_SECRET_KEY: Type.Optional(Type.String()),
  HENGCHAN_OFFICES: Type.Optional(
    Type.String({ description: 'JSON file with the registry offices: code, name, province, place, address' }),
  ),
  HENGCHAN_SIGNING_CERTIFICATE: Type.Optional(
    Type.String({
      description:
        'PEM file with the certificate that signs sealed documents, and its chain; needs HENGCHAN_SIGNING_KEY',
    }),
  ),
  HENGCHAN_SIGNING_KEY: Type.Optional(
    Type.String({ description: 'PEM file with the RSA key of that certificate' }),
  ),
  HENGCHAN_SIGNING_AUTHORITY: Type.Optional(
    Type.String({
      description:
        'PEM file with the root certificates of the authority: the start refuses a signing certificate that does not lead to one',
    }),
  ),
  HENGCHAN_TLS_CERTIFICATE: Type.Optional(
    Type.String({
      description:
        'PEM file with the certificate, and its chain, under which the product itself answers HTTPS; needs HENGCHAN_TLS_KEY',
    }),
  ),
  HENGCHAN_TLS_KEY: Type.Optional(Type.String({ description: 'PEM file with the key of that certificate' })),
  HENGCHAN_RELEASE_KEY: Type.Optional(
    Type.String({
      description:
        'PEM file with the Ed25519 public key of releases: the start refuses a tree that is not as its signed manifest says',
    }),
  ),
  HENGCHAN_SCANNER: Type.Optional(
    Type.String({
      pattern: '^(tcp://[^/]+:[0-9]+|unix:/.+)$',
      description: 'scanner of uploads that speaks the protocol of clamd: `tcp://host:3310` or `unix:/path`',
    }),
  ),
  HENGCHAN_SCANNER_AWAY: Type.Union([Type.Literal('refuse'), Type.Literal('later')], {
    default: 'refuse',
    description:
      'an upload while the scanner does not answer. refuse: it is not taken; later: it is kept, counted as not scanned, and scanned when the scanner is back',
  }),
  HENGCHAN_PASSWORD_HASH: Type.Union([Type.Literal('argon2id'), Type.Literal('pbkdf2-sm3')], {
    default: 'argon2id',
    description:
      'how passwords are kept: Argon2id, or PBKDF2 with HMAC-SM3; those kept the other way are kept anew at the next sign-in',
  }),
  HENGCHAN_PEERS: Type.Optional(
    Type.String({ description: 'JSON file with the addresses and public keys of the other departments' }),
  ),
  HENGCHAN_RATE_LIMIT: Type.Integer({
    default: 1200,
    minimum: 10,
    description: 'requests a minute from one address',
  }),
});

export type RawConfig = Static<typeof ConfigSchema>;
