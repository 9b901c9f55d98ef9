import type { Business } from '../../api/businesses.ts';
import type { ApiProblem } from '../../api/problem.ts';
import { Button } from '../../components/Button.tsx';
import type { ApplyDraft } from './draft.ts';
import { type ApplyPage, pageOfPointer } from './pages.ts';

interface Props {
  problem: ApiProblem;
  pages: readonly ApplyPage[];
  business: Business;
  draft: ApplyDraft;
  onGo: (page: ApplyPage) => void;
}

/** Ways to the pages the server's complaints are about. */
export function ProblemPages({ problem, pages, business, draft, onGo }: Props) {
  const roles = business.parties.flatMap((role) => (draft.parties[role.role] ?? []).map(() => role.role));
  const found = new Set(problem.errors.flatMap((error) => pageOfPointer(pages, error.path, roles) ?? []));
  if (found.size === 0) return null;
  return (
    <p className="row">
      {[...found].map((page) => (
        <Button key={page.id} kind="quiet" icon="edit" onClick={() => onGo(page)}>
          更改“{page.title}”
        </Button>
      ))}
    </p>
  );
}
