import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import Value from 'typebox/value';
import { ConfigSchema, type RawConfig } from './schema.ts';

/** The settings of the process, checked and typed. */
export interface Config {
  mode: 'demo' | 'production';
  host: string;
  port: number;
  publicUrl: string | undefined;
  dataFolder: string;
  databaseUrl: string | undefined;
  databaseConnections: number;
  processes: number;
  takeoverSeconds: number;
  logLevel: string;
  keys: { encryption: Uint8Array; integrity: Uint8Array; index: Uint8Array; evidence: Uint8Array };
  sessionMinutes: number;
  staffSecondFactor: 'required' | 'optional';
  fileLimitBytes: number;
  objectStore:
    | { endpoint: string; bucket: string; region: string; accessKey: string; secretKey: string }
    | undefined;
  /** Files of the certificate and key that sign documents; undefined: documents are not signed, in a demonstration by a key made for it. */
  signing: { certificateFile: string; keyFile: string; authorityFile?: string } | undefined;
  /** Files under which the product answers HTTPS itself; undefined: plain HTTP, for a proxy on this machine. */
  tls: { certificateFile: string; keyFile: string } | undefined;
  /** Public key under which the release must be signed; undefined: not asked for. */
  releaseKeyFile: string | undefined;
  /** Where uploads are looked through for malicious code, and what happens to them while it does not answer. */
  scanner: { address: string; away: 'refuse' | 'later' } | undefined;
  passwordHash: 'argon2id' | 'pbkdf2-sm3';
  peersFile: string | undefined;
  officesFile: string | undefined;
  rateLimit: number;
}

/** Thrown with every fault of the configuration at once, so that one restart is enough to mend them. */
export class ConfigError extends Error {
  readonly faults: readonly string[];
  constructor(faults: readonly string[]) {
    super(`配置有误：\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.faults = faults;
  }
}

/**
 * Reads the environment, with `instead` in the place of some of it. Demonstration mode makes and keeps its own keys in the data folder;
 * production must be given them.
 */
export function loadConfig(
  environment: Record<string, string | undefined>,
  instead: Record<string, string | undefined> = {},
): Config {
  const faults: string[] = [];
  const raw = readRaw({ ...environment, ...instead }, faults);
  const objectStore = readObjectStore(raw, faults);
  const dataFolder = resolve(raw.HENGCHAN_DATA ?? './data');
  const names = [
    'HENGCHAN_ENCRYPTION_KEY',
    'HENGCHAN_INTEGRITY_KEY',
    'HENGCHAN_INDEX_KEY',
    'HENGCHAN_EVIDENCE_KEY',
  ] as const;
  if (raw.HENGCHAN_MODE === 'production') {
    for (const name of names) if (!raw[name]) faults.push(`${name}：生产环境必须提供`);
    if (!raw.DATABASE_URL) faults.push('DATABASE_URL：生产环境必须使用 PostgreSQL');
    if (!raw.HENGCHAN_OFFICES) faults.push('HENGCHAN_OFFICES：生产环境必须提供登记机构清单文件');
    if (!raw.HENGCHAN_PUBLIC_URL) faults.push('HENGCHAN_PUBLIC_URL：生产环境必须提供公众访问地址');
  }
  if (raw.HENGCHAN_PROCESSES > 1 && !raw.DATABASE_URL) {
    faults.push(
      'HENGCHAN_PROCESSES：嵌入式数据库只能由一个进程使用，多进程请用 DATABASE_URL 指定 PostgreSQL · ' +
        'more than one process needs PostgreSQL: set DATABASE_URL',
    );
  }
  if (raw.HENGCHAN_ENCRYPTION_KEY && raw.HENGCHAN_ENCRYPTION_KEY.length !== 32) {
    faults.push('HENGCHAN_ENCRYPTION_KEY：应为 32 个十六进制字符');
  }
  const { HENGCHAN_SIGNING_CERTIFICATE: certificateFile, HENGCHAN_SIGNING_KEY: keyFile } = raw;
  if (Boolean(certificateFile) !== Boolean(keyFile))
    faults.push('HENGCHAN_SIGNING_*：CERTIFICATE、KEY 须一并提供');
  const { HENGCHAN_TLS_CERTIFICATE: tlsCertificate, HENGCHAN_TLS_KEY: tlsKey } = raw;
  if (Boolean(tlsCertificate) !== Boolean(tlsKey)) faults.push('HENGCHAN_TLS_*：CERTIFICATE、KEY 须一并提供');
  if (raw.HENGCHAN_SIGNING_AUTHORITY && !certificateFile)
    faults.push('HENGCHAN_SIGNING_AUTHORITY：须同时提供签名证书');
  if (faults.length > 0) throw new ConfigError(faults);
  const key = (name: (typeof names)[number], bytes: number) => {
    const given = raw[name];
    return given === undefined ? demonstrationKey(dataFolder, name, bytes) : Buffer.from(given, 'hex');
  };
  return {
    mode: raw.HENGCHAN_MODE,
    host: raw.HENGCHAN_HOST,
    port: raw.HENGCHAN_PORT,
    publicUrl: raw.HENGCHAN_PUBLIC_URL,
    dataFolder,
    databaseUrl: raw.DATABASE_URL,
    databaseConnections: raw.HENGCHAN_DATABASE_CONNECTIONS,
    processes: raw.HENGCHAN_PROCESSES,
    takeoverSeconds: raw.HENGCHAN_TAKEOVER_SECONDS,
    logLevel: raw.HENGCHAN_LOG_LEVEL as string,
    keys: {
      encryption: key('HENGCHAN_ENCRYPTION_KEY', 16),
      integrity: key('HENGCHAN_INTEGRITY_KEY', 32),
      index: key('HENGCHAN_INDEX_KEY', 32),
      evidence: key('HENGCHAN_EVIDENCE_KEY', 32),
    },
    sessionMinutes: raw.HENGCHAN_SESSION_MINUTES,
    staffSecondFactor:
      raw.HENGCHAN_STAFF_SECOND_FACTOR ?? (raw.HENGCHAN_MODE === 'production' ? 'required' : 'optional'),
    fileLimitBytes: raw.HENGCHAN_FILE_LIMIT_MB * 1024 * 1024,
    objectStore,
    signing:
      certificateFile && keyFile
        ? {
            certificateFile,
            keyFile,
            ...(raw.HENGCHAN_SIGNING_AUTHORITY ? { authorityFile: raw.HENGCHAN_SIGNING_AUTHORITY } : {}),
          }
        : undefined,
    tls: tlsCertificate && tlsKey ? { certificateFile: tlsCertificate, keyFile: tlsKey } : undefined,
    releaseKeyFile: raw.HENGCHAN_RELEASE_KEY,
    scanner: raw.HENGCHAN_SCANNER
      ? { address: raw.HENGCHAN_SCANNER, away: raw.HENGCHAN_SCANNER_AWAY }
      : undefined,
    passwordHash: raw.HENGCHAN_PASSWORD_HASH,
    peersFile: raw.HENGCHAN_PEERS,
    officesFile: raw.HENGCHAN_OFFICES,
    rateLimit: raw.HENGCHAN_RATE_LIMIT,
  };
}

function readRaw(environment: Record<string, string | undefined>, faults: string[]): RawConfig {
  const given: Record<string, unknown> = {};
  for (const name of Object.keys(ConfigSchema.properties)) {
    const text = environment[name];
    if (text !== undefined && text !== '') given[name] = text;
  }
  for (const name of Object.keys(environment)) {
    if (name.startsWith('HENGCHAN_') && !(name in ConfigSchema.properties))
      faults.push(`${name}：没有这个配置项`);
  }
  const converted = Value.Convert(ConfigSchema, Value.Default(ConfigSchema, given));
  for (const error of Value.Errors(ConfigSchema, converted)) {
    faults.push(`${error.instancePath.slice(1) || '配置'}：${error.message}`);
  }
  return converted as RawConfig;
}

function readObjectStore(raw: RawConfig, faults: string[]): Config['objectStore'] {
  const { HENGCHAN_S3_ENDPOINT: endpoint, HENGCHAN_S3_BUCKET: bucket } = raw;
  if (!endpoint && !bucket) return undefined;
  const accessKey = raw.HENGCHAN_S3_ACCESS_KEY;
  const secretKey = raw.HENGCHAN_S3_SECRET_KEY;
  if (!endpoint || !bucket || !accessKey || !secretKey) {
    faults.push('HENGCHAN_S3_*：ENDPOINT、BUCKET、ACCESS_KEY、SECRET_KEY 须一并提供');
    return undefined;
  }
  return { endpoint, bucket, region: raw.HENGCHAN_S3_REGION ?? 'default', accessKey, secretKey };
}

function demonstrationKey(dataFolder: string, name: string, bytes: number): Uint8Array {
  const folder = join(dataFolder, 'keys');
  const file = join(folder, name.toLowerCase());
  if (existsSync(file)) return Buffer.from(readFileSync(file, 'utf8').trim(), 'hex');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const made = randomBytes(bytes);
  writeFileSync(file, `${made.toString('hex')}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
  return made;
}
