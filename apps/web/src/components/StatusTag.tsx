import { Icon } from './Icon.tsx';

export type StatusKind = 'done' | 'waiting' | 'active' | 'blocked' | 'neutral';

/** Status is an icon and a word; the colour only repeats them. */
export function StatusTag({ kind, children }: { kind: StatusKind; children: React.ReactNode }) {
  return (
    <span className={`status status-${kind}`}>
      <Icon name={kind} size="1.15em" />
      {children}
    </span>
  );
}

const waitsForPeople = ['draft', 'confirming', 'supplementing', 'noticing', 'paying'];
const endsAgainst = ['declined', 'refused'];
const endsWithout = ['withdrawn', 'cancelled'];

/** Kind of a case's status code. */
export function caseStatusKind(status: string): StatusKind {
  if (status === 'completed') return 'done';
  if (endsAgainst.includes(status) || status === 'suspended') return 'blocked';
  if (endsWithout.includes(status)) return 'neutral';
  return waitsForPeople.includes(status) ? 'waiting' : 'active';
}

const timelinessWords: Record<string, { kind: StatusKind; word: string }> = {
  'in-time': { kind: 'done', word: '时限内' },
  warning: { kind: 'waiting', word: '即将到期' },
  overdue: { kind: 'blocked', word: '已超期' },
  stopped: { kind: 'neutral', word: '暂停计时' },
};

export function TimelinessTag({ timeliness }: { timeliness: string }) {
  const { kind, word } = timelinessWords[timeliness] ?? { kind: 'neutral' as const, word: timeliness };
  return <StatusTag kind={kind}>{word}</StatusTag>;
}
