import type { StatusKind } from '../../components/StatusTag.tsx';
import type { Act, AffectedParcelView, DifferenceView, EditionView } from './api.ts';

export const editionStates: Record<EditionView['state'], { word: string; kind: StatusKind }> = {
  draft: { word: '草稿', kind: 'neutral' },
  submitted: { word: '待确认', kind: 'waiting' },
  'in-force': { word: '现行', kind: 'done' },
  superseded: { word: '已被替代', kind: 'neutral' },
  discarded: { word: '已作废', kind: 'blocked' },
};

/** What is done, in the words of the button, and what it brings about. */
export const actWords: Record<Act, { word: string; done: string; what: string }> = {
  submit: {
    word: '提交确认',
    done: '已提交',
    what: '提交后由登记机构另一人确认。提交时与现行分区重新比较，以届时的差异为准。',
  },
  withdraw: { word: '撤回', done: '已撤回', what: '撤回后成为草稿，可以再提交或作废。现行分区不受影响。' },
  return: { word: '退回', done: '已退回', what: '退回后成为草稿，由地籍管理员改正。现行分区不受影响。' },
  confirm: {
    word: '确认生效',
    done: '已确认，新分区现在生效',
    what: '确认后立即成为现行分区：此后受理的首次登记按新分区核对单元代码；已受理的办件和已登簿的单元不受影响。原版本保留，可以恢复。',
  },
  discard: { word: '作废', done: '已作废', what: '作废后不能再提交。' },
};

export const levelWords: Record<DifferenceView['level'], string> = {
  area: '行政区',
  zone: '地籍区',
  subzone: '地籍子区',
};

export const changeWords: Record<DifferenceView['changes'][number], string> = {
  added: '新增',
  abolished: '撤销',
  boundary: '边界变化',
  renamed: '更名',
};

export const howWords: Record<AffectedParcelView['how'], string> = {
  gone: '所属子区撤销',
  outside: '落入其他子区',
  crossed: '被界线穿过',
};

/** `320402 001 002`, for reading. */
export const spaced = (code: string): string => code.replace(/^(\d{6})(\d{3})?(\d{3})?/, '$1 $2 $3').trim();

/** The same within its office: `001 002`; whole for the area itself. */
export const within = (code: string): string => spaced(code).slice(code.length > 6 ? 7 : 0);

/** Square metres, or square kilometres where they are many. */
export const ground = (squareMetres: number | undefined): string => {
  if (squareMetres === undefined) return '—';
  return squareMetres < 1_000_000
    ? `${squareMetres.toLocaleString('zh-CN', { maximumFractionDigits: 0 })} 平方米`
    : `${(squareMetres / 1_000_000).toLocaleString('zh-CN', { maximumFractionDigits: 3 })} 平方公里`;
};
