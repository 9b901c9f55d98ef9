import type { Business } from '../../api/businesses.ts';
import type { CaseView } from '../../api/types.ts';
import { labelOf } from '../../components/schema-form/fields.ts';
import { readForm, valueAt, wordsOf } from '../../components/schema-form/values.ts';
import { IdText } from '../../components/text.tsx';
import { CaseActions } from '../case/CaseActions.tsx';
import styles from './apply.module.css';
import type { ApplyDraft, PartyDraft } from './draft.ts';
import type { ApplyPage } from './pages.ts';
import { identityTitle } from './parties.ts';

interface Props {
  business: Business;
  view: CaseView;
  draft: ApplyDraft;
  pages: readonly ApplyPage[];
  onGo: (page: ApplyPage) => void;
  onSent: (caseNo: string) => void;
}

/** Everything once more before it is sent, each with the way back to it. */
export function CheckPage({ business, view, draft, pages, onGo, onSent }: Props) {
  const form = readForm(business.form, draft.typed).value;
  const missing = view.materials.filter((material) => material.required && material.status === 'missing');
  return (
    <div className="stack">
      {pages.map((page) => (
        <Section
          key={page.id}
          page={page}
          fixed={page.kind === 'unit'}
          empty={page.kind === 'party' && (draft.parties[page.role.role] ?? []).length === 0}
          onGo={onGo}
        >
          {page.kind === 'unit' &&
            view.units.map((unit) => (
              <Answer key={unit.code} title="坐落">
                {unit.location}
                <br />
                <IdText value={unit.code} />
              </Answer>
            ))}
          {page.kind === 'party' &&
            (draft.parties[page.role.role] ?? []).map((party) => (
              <Answer key={party.key} title={party.name}>
                <PartyWords party={party} />
              </Answer>
            ))}
          {page.kind === 'party' && (draft.parties[page.role.role] ?? []).length === 0 && (
            <Answer title="人员">没有</Answer>
          )}
          {page.kind === 'form' &&
            page.page.fields.map((field) => (
              <Answer key={field.path} title={labelOf(field)}>
                {wordsOf(field.schema, valueAt(form, field.path))}
              </Answer>
            ))}
          {page.kind === 'materials' &&
            view.materials.map((material) => (
              <Answer key={material.code} title={material.title}>
                {material.status === 'fetched' &&
                  `已获取${material.source ? `，来自${material.source}` : ''}`}
                {material.status === 'provided' && `${material.files.length} 个文件`}
                {material.status === 'missing' && (material.required ? '还没有提交' : '不提交')}
              </Answer>
            ))}
        </Section>
      ))}
      {missing.length > 0 && (
        <p className="field-error" role="alert">
          还需要提交：{missing.map((material) => material.title).join('、')}
        </p>
      )}
      <p>
        提交后，系统核对身份和登记簿，并请各方当事人在自己的设备上确认。提交的内容应当真实，提供虚假材料要承担法律责任。
      </p>
      <CaseActions view={view} onDone={(after) => onSent(after.caseNo)} />
    </div>
  );
}

function PartyWords({ party }: { party: PartyDraft }) {
  return (
    <>
      {identityTitle(party.idType)} <IdText value={party.idNumber} />
      {party.share && <>，份额 {party.share}</>}
    </>
  );
}

interface SectionProps {
  page: ApplyPage;
  fixed: boolean;
  /** Nobody is named there yet. */
  empty: boolean;
  onGo: (page: ApplyPage) => void;
  children: React.ReactNode;
}

function Section({ page, fixed, empty, onGo, children }: SectionProps) {
  if (page.kind === 'check') return null;
  const title = page.kind === 'party' ? page.role.title : page.title.replace(/^(选择|提交|填写)/, '');
  return (
    <section aria-label={title}>
      <div className={styles.sectionHead}>
        <h2>{title}</h2>
        {!fixed && (
          <button type="button" className="button button-quiet" onClick={() => onGo(page)}>
            {empty ? '添加' : '更改'}
            <span className="visually-hidden">{title}</span>
          </button>
        )}
      </div>
      <dl className="facts">{children}</dl>
    </section>
  );
}

function Answer({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}
