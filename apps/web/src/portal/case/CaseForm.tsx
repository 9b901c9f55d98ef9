import { useBusiness } from '../../api/businesses.ts';
import type { CaseView } from '../../api/types.ts';
import { fieldsOf, labelOf } from '../../components/schema-form/fields.ts';
import { valueAt, wordsOf } from '../../components/schema-form/values.ts';
import { IdText } from '../../components/text.tsx';

/** What was applied for: everybody who confirms has to be able to read it first. */
export function CaseForm({ view }: { view: CaseView }) {
  return (
    <section aria-labelledby="form">
      <h2 id="form" className="section-title">
        申请内容
      </h2>
      <ApplicationFacts view={view} />
    </section>
  );
}

/** The same, with who takes part, where it is read once more before it is confirmed. */
export function ApplicationSummary({ view }: { view: CaseView }) {
  const roles = [...new Set(view.parties.map(({ roleTitle }) => roleTitle))];
  const namesOf = (role: string) =>
    view.parties
      .filter(({ roleTitle }) => roleTitle === role)
      .map(({ name, isYou }) => (isYou ? `${name}（您）` : name));
  return (
    <ApplicationFacts view={view}>
      {roles.map((role) => (
        <Row key={role} title={role}>
          {namesOf(role).join('、')}
        </Row>
      ))}
    </ApplicationFacts>
  );
}

function ApplicationFacts({ view, children }: { view: CaseView; children?: React.ReactNode }) {
  const business = useBusiness(view.business.code);
  const fields = business.data ? fieldsOf(business.data.form) : [];
  const filled = fields.filter((field) => valueAt(view.form, field.path) !== undefined);
  return (
    <dl className="facts">
      {view.units.map((unit) => (
        <Row key={unit.code} title="不动产">
          {unit.location}
          <br />
          <IdText value={unit.code} />
          <br />
          {unit.area} 平方米 · {unit.use}
        </Row>
      ))}
      {children}
      {filled.map((field) => (
        <Row key={field.path} title={labelOf(field)}>
          {wordsOf(field.schema, valueAt(view.form, field.path))}
        </Row>
      ))}
    </dl>
  );
}

function Row({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </>
  );
}
