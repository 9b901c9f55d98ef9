import type { Process, ProcessNode } from '@hengchan/casework';
import {
  accept,
  acceptanceNotice,
  confirm,
  decideAndEnter,
  ends,
  gather,
  payment,
  prepare,
  review,
  screen,
  siteVisit,
  supplement,
} from './steps/index.ts';

/** What the usual process of a business consists of besides applying, accepting, deciding and entering. */
export interface UsualSteps {
  /** Parties confirm on their own devices; left out for what one party does alone. */
  confirm?: boolean;
  /** A contract of sale is filed with the housing department where it was not before. */
  contract?: boolean;
  /** May be decided without a person where the office says so. */
  automatic?: boolean;
  /** 实地查看 (条例 19). */
  siteVisit?: boolean;
  /** Steps of a public notice, the last of which leads to `next`. */
  notice?: { first: string; nodes: (next: string) => readonly ProcessNode[] };
  /** Taxes are declared, assessed and receipted; the review goes on meanwhile. */
  taxed?: boolean;
  /** Role that pays taxes and fee; left out where nothing is ever charged. */
  payer?: string;
  /** 审核 by a person of its own before the decision; left out for what is simple. */
  review?: boolean;
}

/** 申请、受理、审核、核定、登簿: every business that citizens, companies or clerks apply for goes this way, with the steps it needs. */
export function usualProcess(steps: UsualSteps): Process {
  const afterGather = steps.confirm
    ? 'confirm'
    : steps.contract
      ? 'file-contract'
      : steps.automatic
        ? 'screen'
        : 'accept';
  const afterConfirm = steps.contract ? 'file-contract' : steps.automatic ? 'screen' : 'accept';
  const afterContract = steps.automatic ? 'screen' : 'accept';
  const work = steps.taxed ? 'side-by-side' : steps.review ? 'review' : afterReview(steps);
  const afterVisit = steps.notice ? steps.notice.first : work;
  const afterAcceptance = steps.siteVisit ? 'site-visit' : afterVisit;
  const decided = steps.automatic && steps.payer ? 'screen-again' : 'decide';
  const withoutPerson = steps.payer ? 'open-payment' : 'enter';
  return {
    start: 'prepare',
    nodes: [
      prepare('gather'),
      gather(afterGather),
      ...(steps.confirm ? [confirm(afterConfirm)] : []),
      ...(steps.contract ? [fileContract(afterContract)] : []),
      ...(steps.automatic ? [screen('screen', 'accept', withoutPerson)] : []),
      accept('acceptance-notice'),
      ...supplement,
      acceptanceNotice(afterAcceptance),
      ...(steps.siteVisit ? [siteVisit(afterVisit)] : []),
      ...(steps.notice ? steps.notice.nodes(work) : []),
      ...(steps.taxed ? taxesBesideReview() : steps.review ? review(afterReview(steps)) : []),
      ...(steps.payer ? payment(steps.payer, steps.taxed ? 'receipted' : decided) : []),
      ...(steps.taxed ? [receipted(decided)] : []),
      ...(decided === 'screen-again' ? [screen('screen-again', 'decide', 'enter')] : []),
      ...decideAndEnter({ apartFrom: steps.review || steps.taxed ? ['accept', 'review'] : ['accept'] }),
      ...ends.usual,
    ],
  };
}

const afterReview = (steps: UsualSteps) => (steps.payer ? 'open-payment' : 'decide');

const fileContract = (next: string): ProcessNode => ({
  id: 'file-contract',
  kind: 'automatic',
  title: '网签备案',
  phase: 'checking',
  handler: 'file-contract',
  next,
});

/** 一窗受理、并行办理 (ONL-WIN-01): taxes and review side by side, together before anything is paid. */
const taxesBesideReview = (): ProcessNode[] => [
  { id: 'side-by-side', kind: 'fork', next: ['declare', 'review'] },
  {
    id: 'declare',
    kind: 'automatic',
    title: '涉税申报',
    phase: 'taxing',
    handler: 'declare-taxes',
    next: 'assessed',
  },
  {
    id: 'assessed',
    kind: 'waiting',
    title: '税务核税',
    phase: 'taxing',
    event: 'tax.assessed',
    waitingFor: '税务部门',
    next: 'together',
  },
  ...review('together'),
  { id: 'together', kind: 'join', branches: 2, next: 'open-payment' },
];

const receipted = (next: string): ProcessNode => ({
  id: 'receipted',
  kind: 'waiting',
  title: '取得完税凭证',
  phase: 'taxing',
  event: 'tax.receipted',
  waitingFor: '税务部门',
  next,
});

/** Taxes were paid before the case: the bureau is asked about the receipt with everything else, and once more just before the decision. */
export function taxPaidProcess({ payer }: { payer: string }): Process {
  return {
    start: 'prepare',
    nodes: [
      prepare('gather'),
      gather('confirm'),
      confirm('file-contract'),
      fileContract('accept'),
      accept('acceptance-notice'),
      ...supplement,
      acceptanceNotice('review'),
      ...review('open-payment'),
      ...payment(payer, 'gather-again'),
      { ...gather('decide'), id: 'gather-again', title: '复核完税凭证' } as ProcessNode,
      ...decideAndEnter({ apartFrom: ['accept', 'review'] }),
      ...ends.usual,
    ],
  };
}
