import type { Config } from '@hengchan/platform';

/** One use of cryptography in the product. Rows SEC-CRY-01, SEC-CRY-02. */
export interface AlgorithmUse {
  /** What products are entered under; it outlives a change of algorithm. */
  use: CryptographyUse;
  algorithm: string;
  standard: string;
  purpose: string;
  /** Where in the source. */
  place: string;
  /** What does it as long as no product is entered. */
  product: string;
  /** Why there is no certificate as long as none is entered. */
  uncertified: string;
  /** An algorithm of the national list, or why another is used. */
  compliant: boolean;
  remark?: string;
}

export const cryptographyUses = [
  'storage',
  'integrity',
  'digest',
  'exchange',
  'password',
  'second-factor',
  'transport',
  'document-signing',
] as const;
export type CryptographyUse = (typeof cryptographyUses)[number];

const software = {
  product: 'Node.js 内置 OpenSSL（软件实现）',
  uncertified: '软件实现，未取得商用密码产品认证',
};

/** Everything the product encrypts, signs or hashes with, whatever the settings. A test compares the list with what the source calls. */
const algorithms: readonly AlgorithmUse[] = [
  {
    use: 'storage',
    algorithm: 'SM4-CBC',
    standard: 'GB/T 32907',
    purpose: '数据库敏感字段和文件存储加密',
    place: 'core/platform/system/cipher.ts',
    ...software,
    compliant: true,
  },
  {
    use: 'integrity',
    algorithm: 'HMAC-SM3',
    standard: 'GB/T 32905',
    purpose: '敏感字段完整性、盲索引、审计链',
    place: 'core/platform/audit/hash.ts',
    ...software,
    compliant: true,
  },
  {
    use: 'digest',
    algorithm: 'SM3',
    standard: 'GB/T 32905',
    purpose: '登簿链、存证树、文件摘要、会话令牌摘要',
    place: 'core/standards/sm3-sm4.ts',
    ...software,
    compliant: true,
  },
  {
    use: 'exchange',
    algorithm: 'SM2',
    standard: 'GB/T 32918',
    purpose: '存证检查点签名、部门间报文签名和加密',
    place: 'core/standards/sm2.ts',
    ...software,
    compliant: true,
  },
  {
    use: 'second-factor',
    algorithm: 'TOTP（HMAC-SHA-1）',
    standard: 'RFC 6238',
    purpose: '工作人员动态口令',
    place: 'core/platform/accounts/second-factor.ts',
    product: 'otpauth',
    uncertified: software.uncertified,
    compliant: false,
    remark: '通用认证器只支持此算法；换用 GM/T 0021 动态口令系统须采购认证产品。',
  },
  {
    use: 'transport',
    algorithm: 'TLS',
    standard: 'TLS 1.2、TLS 1.3；国密 GB/T 38636 由前置网关提供',
    purpose: '传输加密',
    place: 'docs/operations/deploy.md',
    product: '部署时选用的国密 TLS 网关',
    uncertified: '由部署单位登记',
    compliant: true,
    remark: '配置 HENGCHAN_TLS_CERTIFICATE 后平台自行加密传输；否则只监听本机，由前置网关加密。',
  },
];

/** How passwords are kept, by the setting. */
const passwords: Record<
  Config['passwordHash'],
  Omit<AlgorithmUse, 'use' | 'purpose' | 'place' | 'remark'>
> = {
  argon2id: {
    algorithm: 'Argon2id',
    standard: 'RFC 9106',
    product: '@node-rs/argon2',
    uncertified: '不属商用密码产品认证目录（密码散列）',
    compliant: false,
  },
  'pbkdf2-sm3': {
    algorithm: 'PBKDF2-HMAC-SM3',
    standard: 'RFC 8018、GB/T 32905',
    ...software,
    compliant: true,
  },
};

/** What signs the documents of this installation. */
const signers = {
  configured: {
    product: '配置的签名证书（RSA，软件实现）',
    uncertified: '由部署单位登记：签名证书须由持证电子认证服务机构签发',
  },
  demonstration: {
    product: '演示签名证书（首次启动时生成）',
    uncertified: '演示：未接入持有电子认证服务许可证的机构',
  },
  none: {
    product: '未配置：文书只有印章图样，没有电子签名',
    uncertified: '未配置签名证书',
  },
};

/** The list with what is in use here. */
export function algorithmsOf({
  signing,
  mode,
  passwordHash,
}: Pick<Config, 'signing' | 'mode' | 'passwordHash'>): AlgorithmUse[] {
  const signer = signing ? signers.configured : mode === 'demo' ? signers.demonstration : signers.none;
  return [
    ...algorithms,
    {
      use: 'password',
      purpose: '登录密码的单向保存',
      place: 'core/platform/accounts/password.ts',
      ...passwords[passwordHash],
      remark: `现行设置 HENGCHAN_PASSWORD_HASH=${passwordHash}；以另一方式保存的密码在下次登录时改存。`,
    },
    {
      use: 'document-signing',
      algorithm: '电子文书 PDF 签名（RSA、SHA-256）',
      standard: 'RFC 5652（CMS）、ISO 32000',
      purpose: '电子证照和加盖印章的文书',
      place: 'engines/documents/signing/sign-pdf.ts',
      ...signer,
      compliant: false,
      remark: '通用阅读器只能验证此类签名；SM2 签章须接入持证机构的签章服务。',
    },
  ];
}
