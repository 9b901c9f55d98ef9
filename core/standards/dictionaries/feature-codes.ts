/**
 * The feature code (要素代码, YSDM) every record of a national message carries, by table. Defaults seen in
 * one implementation. Filing and certificate writing share a code there, and rectification shares that of
 * the owners' common parts: both are doubtful and to be confirmed.
 */
const featureCodes: Readonly<Record<string, string>> = {
  KTT_ZDJBXX: '6001010000',
  KTT_ZHJBXX: '6001020000',
  KTT_FW_ZRZ: '6001030110',
  KTT_FW_LJZ: '6001030120',
  KTT_FW_C: '6001030130',
  KTT_FW_H: '6001030140',
  KTT_GZW: '6001030200',
  KTT_GY_JZX: '6001060000',
  KTT_GY_JZD: '6001070000',
  KTF_QT_MZDZW: '6001990100',
  KTF_QT_XZDZW: '6001990200',
  KTF_QT_DZDZW: '6001990300',
  ZTT_GY_QLR: '6003000000',
  DJF_DJ_SQ: '6004010000',
  DJF_DJ_SQR: '6004010000',
  DJT_DJ_SL: '6004020000',
  DJT_DJ_SLSQ: '6004020000',
  DJF_DJ_SJ: '6004020100',
  DJF_DJ_SH: '6004030000',
  DJF_DJ_SF: '6004040000',
  DJF_DJ_FZ: '6004050000',
  DJF_DJ_GD: '6004060000',
  DJF_DJ_SZ: '6004060000',
  QLF_QL_TDSYQ: '6002010100',
  QLT_FW_FDCQ_DZ: '6002010200',
  QLT_FW_FDCQ_YZ: '6002010200',
  QLF_FW_FDCQ_QFSYQ: '6002010210',
  QLF_QL_GZDJ: '6002010210',
  QLT_QL_GJZWSYQ: '6002010220',
  QLT_QL_LQ: '6002010300',
  QLF_QL_JSYDSYQ: '6002020300',
  QLF_QL_NYDSYQ: '6002020500',
  QLF_QL_HYSYQ: '6002020600',
  QLF_QL_DYIQ: '6002020900',
  QLF_QL_QTXGQL: '6002029900',
  QLF_QL_DYAQ: '6002030100',
  QLF_QL_YGDJ: '6002040100',
  QLF_QL_YYDJ: '6002040200',
  QLF_QL_CFDJ: '6002040300',
};

/** The ten-digit feature code of a message table, or undefined for a table without one. */
export function featureCodeOf(table: string): string | undefined {
  return Object.hasOwn(featureCodes, table) ? featureCodes[table] : undefined;
}
