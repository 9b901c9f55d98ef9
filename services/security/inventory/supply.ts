/** A part the product stands on, and what could stand in its place. Rows SEC-SUP-01..03, SEC-OPN-02. */
export interface SupplyItem {
  part: string;
  product: string;
  source: string;
  /** `open`: source can be read and built; `to-choose`: the institution chooses it at deployment. */
  trust: 'open' | 'to-choose';
  basis: string;
  alternatives: string;
  /** Where no certified product is used: what is done instead, and when it is looked at again. */
  measure?: string;
  reviewOn?: string;
}

const exception = { measure: '版本和摘要逐个锁定；升级前跑全部测试；不直接访问公网', reviewOn: '2027-06-30' };

export const supply: readonly SupplyItem[] = [
  {
    part: '运行环境',
    product: 'Node.js 24 LTS',
    source: '开源社区',
    trust: 'open',
    basis: '源代码公开，可自行构建',
    alternatives: '国产操作系统软件源提供的 Node.js 构建',
    ...exception,
  },
  {
    part: '数据库',
    product: 'PostgreSQL 15 及以上（试用时为内嵌 PGlite）',
    source: '开源社区',
    trust: 'open',
    basis: '源代码公开；SQL 按 15 版书写，不用触发器和专有扩展接口',
    alternatives: '兼容 PostgreSQL 协议并有 PostGIS 的国产数据库，须先通过全部测试',
    ...exception,
  },
  {
    part: '空间扩展',
    product: 'PostGIS',
    source: '开源社区',
    trust: 'open',
    basis: '源代码公开',
    alternatives: '国产数据库自带的空间扩展',
    ...exception,
  },
  {
    part: '文件存储',
    product: '本机目录或任一 S3 兼容存储',
    source: '部署单位选定',
    trust: 'to-choose',
    basis: '写入前已加密，存储方看不到内容',
    alternatives: '任一 S3 兼容的国产对象存储',
  },
  {
    part: '服务器与操作系统',
    product: '部署单位选定',
    source: '部署单位选定',
    trust: 'to-choose',
    basis: '平台无平台相关的二进制要求以外的依赖；依赖清单见物料清单',
    alternatives: '鲲鹏、海光等处理器与麒麟、统信等操作系统，须先通过全部测试',
  },
  {
    part: '商用密码',
    product: 'Node.js 内置 OpenSSL 软件实现',
    source: '开源社区',
    trust: 'open',
    basis: '算法为国密算法，实现未经认证',
    alternatives: '取得认证的服务器密码机或签名验签服务器',
    measure: '正式运行前换用认证产品；演示环境不处理真实数据',
    reviewOn: '2027-03-31',
  },
];

/** Who answers for what when the platform runs on somebody's cloud. Row SEC-SUP-04. Names are filled in with the contract. */
export const responsibilities = [
  { matter: '机房、网络、服务器', provider: '负责', operator: '监督', institution: '监督' },
  { matter: '虚拟化与云平台漏洞', provider: '负责', operator: '配合', institution: '监督' },
  { matter: '操作系统与数据库补丁', provider: '按合同', operator: '负责', institution: '监督' },
  { matter: '平台程序漏洞', provider: '无', operator: '负责', institution: '监督' },
  { matter: '账号、授权与审计', provider: '无权', operator: '按授权操作', institution: '负责' },
  { matter: '数据归属与处置同意', provider: '无权', operator: '无权', institution: '负责' },
  { matter: '备份与恢复', provider: '提供存储', operator: '负责', institution: '监督' },
  { matter: '密钥保管', provider: '无权', operator: '按双人规则保管', institution: '负责' },
  { matter: '事件处置与报告', provider: '及时告知', operator: '处置并报告', institution: '负责对外报告' },
  {
    matter: '终止时移交与销毁',
    provider: '配合并出具证明',
    operator: '执行并出具记录',
    institution: '决定与核对',
  },
] as const;
