import type { CaseView } from '../../api/types.ts';
import { Icon } from '../../components/Icon.tsx';

export type Mark = CaseView['documents'][number]['mark'];

export const markTitles: Record<Mark, string> = {
  public: '公开',
  internal: '内部',
  sensitive: '敏感',
  recording: '双录',
  restricted: '限定人员',
  commercial: '经营信息',
};

/** 密级, beside every paper it belongs to, on the screen and in print. Row SEC-LEK-04. */
export function MarkTag({ mark }: { mark: Mark }) {
  const open = mark === 'public' || mark === 'internal';
  return (
    <span className={`status status-${open ? 'neutral' : 'blocked'}`}>
      <Icon name={open ? 'document' : 'lock'} size="1.15em" />
      {markTitles[mark]}
    </span>
  );
}
