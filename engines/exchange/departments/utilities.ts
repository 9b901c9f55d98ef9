import { defineService } from '../service.ts';
import { notice } from './notice.ts';

/** Departments and enterprises that are only told what was registered. */
export const fund = defineService({
  code: 'fund',
  title: '住房公积金',
  department: '住房公积金',
  operations: { notice },
});
export const power = defineService({
  code: 'power',
  title: '用电过户',
  department: '供电',
  operations: { notice },
});
export const water = defineService({
  code: 'water',
  title: '用水过户',
  department: '供水',
  operations: { notice },
});
export const gas = defineService({
  code: 'gas',
  title: '用气过户',
  department: '供气',
  operations: { notice },
});
export const broadcast = defineService({
  code: 'broadcast',
  title: '有线电视过户',
  department: '广电',
  operations: { notice },
});
