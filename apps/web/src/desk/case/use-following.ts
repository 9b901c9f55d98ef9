import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import type { CaseView } from '../../api/types.ts';

/**
 * Reads again what the case may have changed elsewhere, whenever it moved: the register after an entry, the
 * findings after a rule was asked, the work list of everybody.
 */
export function useFollowing(view: CaseView): void {
  const client = useQueryClient();
  const seen = useRef(view.version);
  useEffect(() => {
    if (seen.current === view.version) return;
    seen.current = view.version;
    for (const queryKey of [
      ['units'],
      ['certificates'],
      ['tasks'],
      ['cases', 'one', view.caseNo, 'findings'],
      ['cases', 'one', view.caseNo, 'history'],
      ['cases', 'one', view.caseNo, 'knowledge'],
    ]) {
      void client.invalidateQueries({ queryKey });
    }
  }, [client, view.version, view.caseNo]);
}
