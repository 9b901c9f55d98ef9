import { Button, Checkbox, Modal } from 'antd';
import { useMemo, useState } from 'react';
import type { Business } from '../../api/businesses.ts';
import { useChangeCase } from '../../api/cases.ts';
import { newKey } from '../../api/client.ts';
import { asProblem } from '../../api/problem.ts';
import type { CaseView } from '../../api/types.ts';
import type { Typed } from '../../components/schema-form/fields.ts';
import { readForm, typedOf } from '../../components/schema-form/values.ts';
import { PartiesGrid } from '../acceptance/PartiesGrid.tsx';
import { faultsOfRoles, type PartyRow, partiesOf } from '../acceptance/party-row.ts';
import { newPartyRow } from '../acceptance/use-acceptance.ts';
import { DenseFields } from '../schema/DenseFields.tsx';
import { Refusal } from './decision/Refusal.tsx';

/** Corrects what was filled in, while the case is still with its applicant or waits for supplements. */
export function Amend({ view, business }: { view: CaseView; business: Business }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        修改
      </Button>
      {open && <AmendDialog view={view} business={business} onClose={() => setOpen(false)} />}
    </>
  );
}

function AmendDialog({
  view,
  business,
  onClose,
}: {
  view: CaseView;
  business: Business;
  onClose: () => void;
}) {
  const [typed, setTyped] = useState<Typed>(() => typedOf(business.form, view.form));
  const [withParties, setWithParties] = useState(false);
  const [rows, setRows] = useState<PartyRow[]>(() => rowsOf(view));
  const [tried, setTried] = useState(false);
  const change = useChangeCase(view.caseNo);
  const reading = useMemo(() => readForm(business.form, typed), [business.form, typed]);
  const partyFaults = withParties ? faultsOfRoles(business.parties, rows) : [];
  const problem = change.error ? asProblem(change.error) : undefined;
  const save = () => {
    setTried(true);
    if (Object.keys(reading.errors).length > 0 || partyFaults.length > 0) return;
    change.mutate(
      { version: view.version, form: reading.value, ...(withParties && { parties: partiesOf(rows) }) },
      { onSuccess: onClose },
    );
  };
  return (
    <Modal
      open
      title="修改申请内容"
      width={960}
      okText="保存"
      cancelText="不改了"
      confirmLoading={change.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <div className="desk-stack">
        <DenseFields
          schema={business.form}
          typed={typed}
          onChange={setTyped}
          errors={tried ? reading.errors : {}}
          idPrefix="amend"
        />
        <Checkbox checked={withParties} onChange={(event) => setWithParties(event.target.checked)}>
          同时更正当事人（证件号码已隐藏，更正时须重新填写）
        </Checkbox>
        {withParties && (
          <PartiesGrid
            roles={business.parties}
            rows={rows}
            onChange={setRows}
            newRow={(role) => newPartyRow(business, role)}
            served={{}}
          />
        )}
        {tried && partyFaults.length > 0 && (
          <span className="desk-field-error" role="alert">
            {partyFaults.join('；')}
          </span>
        )}
        {problem && <Refusal problem={problem} />}
      </div>
    </Modal>
  );
}

function rowsOf(view: CaseView): PartyRow[] {
  return view.parties.map((party) => ({
    key: newKey(),
    role: party.role,
    name: party.name,
    idType: party.idType,
    idNumber: '',
    share: party.share ? `${party.share.numerator}/${party.share.denominator}` : '',
  }));
}
