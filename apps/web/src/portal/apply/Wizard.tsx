import { useEffect, useRef, useState } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { Business } from '../../api/businesses.ts';
import type { CaseView } from '../../api/types.ts';
import { useSession } from '../../app/session-context.ts';
import { Button } from '../../components/Button.tsx';
import { PageTitle } from '../../components/PageTitle.tsx';
import { ProblemPanel } from '../../components/ProblemPanel.tsx';
import styles from './apply.module.css';
import { CheckPage } from './CheckPage.tsx';
import { type ApplyDraft, useDraft } from './draft.ts';
import { ProblemPages } from './ProblemPages.tsx';
import { type ApplyPage, applyPages, pagesOnTheWay } from './pages.ts';
import { useSaveCase } from './save-case.ts';
import { faultsOf, type PageFaults } from './validate.ts';
import { WizardPage } from './WizardPage.tsx';

interface Props {
  business: Business;
  view?: CaseView;
  start: () => ApplyDraft;
  /** Nothing kept on this device for this case: begin from what the server has. */
  fresh?: boolean;
}

/** One thing a page. The page is in the address, so the browser's own back works; what is typed is kept at once. */
export function Wizard({ business, view, start, fresh = false }: Props) {
  const { user } = useSession();
  const [search, setSearch] = useSearchParams();
  const navigate = useNavigate();
  const { draft, update, discard } = useDraft(user?.accountId ?? '', business.code, start, fresh);
  const pages = applyPages(business);
  const saving = useSaveCase(business, view, draft, update);
  const [faults, setFaults] = useState<PageFaults>();
  const heading = useRef<HTMLDivElement>(null);

  const first = pages[0] as ApplyPage;
  const asked = pages.find((page) => page.id === search.get('page'));
  // The server's part begins with the materials: without a case there is nothing to attach them to.
  const ahead = asked && (asked.kind === 'materials' || asked.kind === 'check') && !view;
  const page = ahead ? lastLocal(pages) : (asked ?? (view ? (pages.at(-1) as ApplyPage) : first));
  const way = pagesOnTheWay(pages, page, (role) => (draft.parties[role] ?? []).length > 0);
  const index = way.indexOf(page);

  const shown = useRef(page.id);
  useEffect(() => {
    if (shown.current === page.id) return;
    shown.current = page.id;
    heading.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [page.id]);

  const go = (to: ApplyPage, extra: Record<string, string> = {}) => {
    setFaults(undefined);
    saving.reset();
    setSearch({ page: to.id, ...(view && { case: view.caseNo }), ...extra });
  };
  const forward = async () => {
    const found = faultsOf(page, draft, business, view);
    setFaults(found);
    if (found) return;
    const target = search.get('back') === 'check' && view ? way.at(-1) : way[index + 1];
    if (!target) return;
    const local = target.kind !== 'materials' && target.kind !== 'check';
    if (local) return go(target);
    const saved = await saving.save();
    if (!saved) return;
    if (!['draft', 'supplementing'].includes(saved.status)) {
      discard();
      navigate(`/cases/${encodeURIComponent(saved.caseNo)}`, { state: { sent: true } });
    } else go(target, { case: saved.caseNo });
  };
  return (
    <div className="page page-narrow">
      <div ref={heading} tabIndex={-1} className={styles.head}>
        <p className="secondary">
          {business.name} · 第 {index + 1} 步，共 {way.length} 步
        </p>
        <progress className={styles.progress} value={index + 1} max={way.length} aria-label="填写进度" />
        <PageTitle title={page.title} />
      </div>
      {saving.problem && (
        <>
          <ProblemPanel problem={saving.problem} focus />
          <ProblemPages problem={saving.problem} pages={pages} business={business} draft={draft} onGo={go} />
        </>
      )}
      {page.kind === 'check' && view ? (
        <CheckPage
          business={business}
          view={view}
          draft={draft}
          pages={pages}
          onGo={(to) => go(to, { back: 'check' })}
          onSent={(caseNo) => {
            discard();
            navigate(`/cases/${encodeURIComponent(caseNo)}`, { state: { sent: true } });
          }}
        />
      ) : (
        <form
          className="stack"
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            void forward();
          }}
        >
          <WizardPage
            page={page}
            business={business}
            view={view}
            draft={draft}
            faults={faults}
            ownName={user?.organisation?.name ?? user?.name ?? ''}
            onChange={(change) => {
              if (faults) setFaults(undefined);
              update(change);
            }}
          />
          <div className={styles.actions}>
            <Button kind="primary" type="submit" busy={saving.busy}>
              {search.get('back') === 'check' ? '保存并回到核对' : '继续'}
            </Button>
            {index > 0 && (
              <Button kind="quiet" icon="left" onClick={() => go(way[index - 1] as ApplyPage)}>
                上一步
              </Button>
            )}
          </div>
          <p className="secondary">
            <small>填写的内容随时保存在本机，中途离开也不会丢失。退出登录时清除。</small>
          </p>
        </form>
      )}
    </div>
  );
}

function lastLocal(pages: readonly ApplyPage[]): ApplyPage {
  return pages.filter((page) => page.kind !== 'materials' && page.kind !== 'check').at(-1) as ApplyPage;
}
