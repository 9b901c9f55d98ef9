import { historyOf, type StepContext } from '@hengchan/casework';
import { entriesOfCase, findUnit } from '@hengchan/register';
import { formatShare } from '@hengchan/standards';
import { latestFindings } from '../findings.ts';
import type { Registration } from '../registration.ts';
import { idTypeName, rightItems, rightTitle } from '../wording.ts';
import { headOf, localMoment, type Paper } from './paper.ts';

const moments: Record<string, string> = { accept: '受理', review: '审核', entry: '登簿' };
const verdicts: Record<string, string> = {
  pass: '通过',
  block: '不通过',
  person: '需人工判断',
  warn: '提示',
};

/** 审批报告: every rule with its law and the facts it saw, the opinions, and what was entered (REG-AUD-09). */
export async function approvalReport(
  registration: Registration,
  { record, definition }: StepContext,
): Promise<Paper> {
  const { database, clock } = registration.platform;
  const { office, no } = record.case;
  const [entry] = await entriesOfCase(database, office, no);
  const enteredAt = entry?.enteredAt ?? clock.now();
  const unitCode = record.units[0]?.unit_code ?? '';
  const before = await findUnit(database, office, unitCode, { asOf: new Date(enteredAt.getTime() - 1) });
  const after = await findUnit(database, office, unitCode, { asOf: enteredAt });
  const changed = after?.rights.filter((right) => right.registeredEntry === entry?.number) ?? [];
  const history = await historyOf(database, no);
  const opinions = history.filter((line) => line.actor_kind === 'staff' && line.node !== null);
  const { applicants: _applicants, ...head } = headOf(registration, record);
  return {
    template: 'approval-report',
    title: '审批报告',
    issuedAt: enteredAt,
    data: {
      ...head,
      definitionVersion: `${definition.code} v${definition.version}`,
      parties: record.parties.map((party) => ({
        role: definition.parties.find((role) => role.role === party.role)?.title ?? party.role,
        name: party.name,
        idType: idTypeName(party.id_type),
        idNumber: party.id_masked,
        ...(party.share_numerator === null || party.share_denominator === null
          ? {}
          : { share: { numerator: party.share_numerator, denominator: party.share_denominator } }),
      })),
      acceptedAt: localMoment(record.case.accepted_at ?? record.case.opened_at),
      reason: entry?.effect.reason ?? definition.name,
      registerState: (before?.rights ?? []).map((right) => ({
        label: rightTitle(right),
        value:
          right.holders
            .map((holder) => (holder.share ? `${holder.name} ${formatShare(holder.share)}` : holder.name))
            .join('、') ||
          rightItems(right)[0]?.value ||
          '－',
      })),
      proposal:
        changed.length > 0
          ? changed.flatMap(rightItems).slice(0, 60)
          : [{ label: '登记事项', value: definition.name }],
      findings: (await latestFindings(database, no)).map((finding) => ({
        moment: moments[finding.moment] ?? '审核',
        code: finding.rule,
        title: finding.title,
        verdict: verdicts[finding.outcome] ?? '提示',
        message: finding.message,
        citations: [{ ...finding.citation }],
        facts: factLines(finding.facts),
      })),
      opinions: opinions.slice(-30).map((line) => ({
        step: stepTitle(definition.process.nodes, line.node),
        conclusion: line.title,
        ...(line.comment ? { opinion: line.comment } : {}),
        signature: { role: '登记人员', name: line.actor_name, at: localMoment(line.at), method: '账号确认' },
      })),
      decidedBy: opinions.length > 0 ? '人工审核' : '智能审核',
    },
  };
}

function stepTitle(nodes: StepContext['definition']['process']['nodes'], id: string | null): string {
  const node = nodes.find((each) => each.id === id);
  return node && 'title' in node ? node.title : (id ?? '');
}

function factLines(facts: object): { label: string; value: string }[] {
  return Object.entries(facts)
    .slice(0, 40)
    .map(([label, value]) => ({
      label: label.slice(0, 40),
      value: (typeof value === 'string' ? value : JSON.stringify(value)).slice(0, 4000) || '－',
    }));
}
