import type { ProcessNode } from '@hengchan/casework';

const end = (
  id: 'completed' | 'declined' | 'refused' | 'cancelled' | 'withdrawn',
  title: string,
): ProcessNode => ({ id, kind: 'end', title, phase: id });

/** Every way a case may end, with the notice each owes the applicant. */
export const ends = {
  usual: [
    {
      id: 'reject-notice',
      kind: 'automatic',
      title: '出具不予受理告知书',
      phase: 'accepting',
      handler: 'issue-rejection',
      next: 'declined',
    },
    {
      id: 'refusal-notice',
      kind: 'automatic',
      title: '出具不予登记告知书',
      phase: 'deciding',
      handler: 'issue-refusal',
      next: 'refused',
    },
    end('completed', '办结'),
    end('declined', '不予受理'),
    end('refused', '不予登记'),
    end('cancelled', '已取消'),
    end('withdrawn', '已撤回'),
  ] satisfies ProcessNode[],
  /** Of proceedings that nobody but the authority may take back. */
  official: [
    {
      id: 'refusal-notice',
      kind: 'automatic',
      title: '出具不予登记告知书',
      phase: 'deciding',
      handler: 'issue-refusal',
      next: 'refused',
    },
    end('completed', '办结'),
    end('refused', '未能办理'),
    end('cancelled', '已取消'),
  ] satisfies ProcessNode[],
};
