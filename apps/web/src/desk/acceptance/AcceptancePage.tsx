import { Button, Select } from 'antd';
import { useNavigate, useParams } from 'react-router';
import { type Business, unitNames, useBusiness } from '../../api/businesses.ts';
import { restsOnContract } from '../../api/contracts.ts';
import { useUnit } from '../../api/register.ts';
import { Refusal } from '../case/decision/Refusal.tsx';
import { PageHead, Panel } from '../components/Panel.tsx';
import { Awaited } from '../components/states.tsx';
import { casePagePath } from '../paths.ts';
import { DenseFields } from '../schema/DenseFields.tsx';
import { ContractPanel, withSides } from './ContractPanel.tsx';
import { Guide } from './Guide.tsx';
import { PartiesGrid } from './PartiesGrid.tsx';
import { registeredHolders, withHolders } from './registered-holders.ts';
import { UnitPicker, unitPickerId } from './UnitPicker.tsx';
import { newPartyRow, useAcceptance } from './use-acceptance.ts';
import './acceptance.css';

/** 窗口受理: everything about the case on one page, for people who do this all day. */
export default function AcceptancePage() {
  const { business: code = '' } = useParams();
  const business = useBusiness(code);
  return (
    <Awaited page query={business} what="登记业务" lines={10}>
      {(definition) => <Acceptance key={definition.code} business={definition} />}
    </Awaited>
  );
}

function Acceptance({ business }: { business: Business }) {
  const navigate = useNavigate();
  const acceptance = useAcceptance(business, (view) => void navigate(casePagePath(view.caseNo)));
  const { draft, change } = acceptance;
  const source = business.units?.source ?? 'register';
  const unit = useUnit(source === 'survey' ? undefined : draft.units[0]);
  const holders = draft.units[0] ? registeredHolders(unit.data) : [];
  return (
    <>
      <PageHead
        title={business.name}
        note="窗口受理"
        actions={<Button onClick={acceptance.reset}>清空重填</Button>}
      />
      <form
        className="desk-acceptance"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in the search looks for a unit; it does not open the case.
          if (document.activeElement?.id !== unitPickerId) acceptance.open();
        }}
      >
        <div className="desk-stack">
          {acceptance.offices.length !== 1 && (
            <Panel title="登记机构">
              <Select
                aria-label="登记机构"
                style={{ width: 320 }}
                value={draft.office}
                onChange={(office) => change({ office })}
                options={acceptance.offices.map((office) => ({
                  value: office.code,
                  label: office.name,
                }))}
              />
            </Panel>
          )}
          {restsOnContract(business) && (
            <ContractPanel
              business={business}
              office={draft.office}
              onFound={(contract) =>
                change({
                  units: [contract.unit],
                  parties: withSides(draft.parties, contract),
                  typed: { ...draft.typed, price: contract.price, contractNumber: contract.number },
                })
              }
            />
          )}
          <Panel title="不动产单元">
            <UnitPicker
              chosen={draft.units}
              onChange={(units) => change({ units })}
              maximum={business.units?.maximum ?? 200}
              office={draft.office}
              source={source}
              names={unitNames(business)}
              error={acceptance.problem?.errors.find(({ path }) => path.startsWith('/units'))?.message}
            />
          </Panel>
          <Panel title="当事人">
            <PartiesGrid
              roles={business.parties}
              rows={draft.parties}
              onChange={(parties) => change({ parties })}
              newRow={(role) => newPartyRow(business, role)}
              onRegistered={
                holders.length > 0
                  ? (role) => change({ parties: withHolders(draft.parties, role, holders) })
                  : undefined
              }
              served={acceptance.partyErrors}
            />
          </Panel>
          {Object.keys(business.form.properties ?? {}).length > 0 && (
            <Panel title="申请内容">
              <DenseFields
                schema={business.form}
                typed={draft.typed}
                onChange={(typed) => change({ typed })}
                errors={acceptance.formErrors}
                idPrefix="acceptance"
              />
            </Panel>
          )}
          {acceptance.faults.length > 0 && (
            <div className="desk-problem" role="alert">
              <strong>还有 {acceptance.faults.length} 处需要补充或更正</strong>
              <ul>
                {acceptance.faults.map((fault, index) => (
                  <li key={`${fault} ${String(index)}`}>{fault}</li>
                ))}
              </ul>
            </div>
          )}
          {acceptance.problem && <Refusal problem={acceptance.problem} />}
          <div className="desk-row">
            <Button type="primary" htmlType="submit" loading={acceptance.busy}>
              生成办件
            </Button>
            <span className="desk-secondary">
              生成后上传材料，系统随即校验，再决定受理。填写内容已保存在本机。
            </span>
          </div>
        </div>
        <Guide business={business} />
      </form>
    </>
  );
}
