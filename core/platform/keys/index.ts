export { storeOf } from '../files/create.ts';
export { reportUse } from './report.ts';
export { holdingFiles, resealFiles } from './reseal-files.ts';
export { firstMaster, masterId, refreshMilliseconds } from './ring.ts';
export {
  announceKey,
  makeCurrent,
  newSealingSecret,
  RotationFault,
  retireKey,
  rotateMaster,
} from './rotate.ts';
export { resealColumn, sealedColumns } from './sealed-columns.ts';
export { keyTables } from './tables.ts';
