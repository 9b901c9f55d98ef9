import { type Business, unitNames } from '../../api/businesses.ts';
import { restsOnContract } from '../../api/contracts.ts';
import type { CaseView } from '../../api/types.ts';
import { Icon } from '../../components/Icon.tsx';
import { Loading } from '../../components/Loading.tsx';
import { SchemaField } from '../../components/schema-form/SchemaField.tsx';
import { MaterialList } from '../materials/MaterialList.tsx';
import { ContractPrefill } from './ContractPrefill.tsx';
import { type ApplyDraft, partiesOf } from './draft.ts';
import { PartyPage } from './PartyPage.tsx';
import type { ApplyPage } from './pages.ts';
import { firstIdentityType } from './parties.ts';
import { UnitPage } from './UnitPage.tsx';
import type { PageFaults } from './validate.ts';

interface Props {
  page: ApplyPage;
  business: Business;
  view: CaseView | undefined;
  draft: ApplyDraft;
  faults: PageFaults | undefined;
  ownName: string;
  onChange: (change: Partial<ApplyDraft>) => void;
}

export function WizardPage({ page, business, view, draft, faults, ownName, onChange }: Props) {
  if (page.kind === 'unit') {
    return (
      <>
        {!view && restsOnContract(business) && (
          <ContractPrefill business={business} draft={draft} onChange={onChange} />
        )}
        <UnitPage
          chosen={draft.units}
          maximum={business.units?.maximum ?? 1}
          source={business.units?.source ?? 'register'}
          names={unitNames(business)}
          fixed={view !== undefined}
          error={faults?.page}
          onChange={(units) => onChange({ units })}
        />
      </>
    );
  }
  if (page.kind === 'party') {
    const { role } = page;
    return (
      <PartyPage
        role={role}
        parties={partiesOf(draft, role, firstIdentityType(role))}
        units={draft.units}
        ownName={ownName}
        errors={faults?.role}
        onChange={(parties) => onChange({ parties: { ...draft.parties, [role.role]: parties } })}
      />
    );
  }
  if (page.kind === 'form') {
    return (
      <>
        {page.page.description && <p className="secondary">{page.page.description}</p>}
        {page.page.fields.map((field) => (
          <SchemaField
            key={field.path}
            field={field}
            value={draft.typed[field.path]}
            error={faults?.fields?.[field.path]}
            onChange={(value) => onChange({ typed: { ...draft.typed, [field.path]: value } })}
          />
        ))}
      </>
    );
  }
  if (!view) return <Loading what="材料清单" />;
  return (
    <>
      <p className="secondary">能从有关部门获取的，提交后系统自动获取，不用您提供。</p>
      {faults?.page && (
        <p className="field-error" role="alert">
          <Icon name="blocked" />
          {faults.page}
        </p>
      )}
      <MaterialList view={view} editable />
    </>
  );
}
