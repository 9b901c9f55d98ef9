import { calendarInForce, historyOf, type StepContext } from '@hengchan/casework';
import { usualRemedy } from '@hengchan/documents';
import { getUnit, type UnitState } from '@hengchan/register';
import { toShanghaiDate } from '@hengchan/standards';
import { changesIn } from '../changes.ts';
import { latestFindings } from '../findings.ts';
import type { Registration } from '../registration.ts';
import { useOf } from '../wording.ts';
import { materialLines } from './material-lines.ts';
import { headOf, localMoment, type Paper, publicUrl } from './paper.ts';

export type { Paper } from './paper.ts';

/** 受理通知书: the promise of a date. */
export async function acceptanceNotice(
  registration: Registration,
  { record, definition }: StepContext,
): Promise<Paper> {
  const now = registration.platform.clock.now();
  const acceptedAt = record.case.accepted_at ?? now;
  const days = record.case.limit_days;
  const promisedOn = async () => {
    const { platform } = registration;
    const calendar = await calendarInForce(platform, platform.database);
    return calendar.addWorkingDays(toShanghaiDate(acceptedAt), days);
  };
  return {
    template: 'acceptance-notice',
    title: '受理通知书',
    issuedAt: now,
    data: {
      ...headOf(registration, record),
      acceptedAt: localMoment(acceptedAt),
      promisedWorkingDays: days,
      promisedOn: record.case.due_on ?? (await promisedOn()),
      statutoryWorkingDays: definition.limit.statutoryWorkingDays,
      materials: await materialLines(registration, record, definition),
      delivery:
        definition.outcome === 'none'
          ? '办结后可在线查看结果。'
          : '办结后可在线下载电子证书（证明），也可到登记机构领取纸质证书（证明）。',
      progressUrl: publicUrl(registration, `/cases/${record.case.no}`),
      ...(record.case.accepted_by ? { handler: record.case.accepted_by } : {}),
    },
  };
}

const remedy = () => usualRemedy({ reconsideration: '本级人民政府', court: '有管辖权的人民法院' });

/** The words the registrar gave with the decision. */
async function reasonGiven(
  registration: Registration,
  caseNo: string,
  actions: readonly string[],
): Promise<string> {
  const history = await historyOf(registration.platform.database, caseNo);
  return history.filter((line) => actions.includes(line.action)).at(-1)?.comment ?? '详见审查结论。';
}

/** 不予受理告知书. */
export async function rejectionNotice(registration: Registration, { record }: StepContext): Promise<Paper> {
  const now = registration.platform.clock.now();
  return {
    template: 'rejection-notice',
    title: '不予受理告知书',
    issuedAt: now,
    data: {
      ...headOf(registration, record),
      appliedAt: localMoment(record.case.opened_at),
      grounds: [
        {
          reason: await reasonGiven(registration, record.case.no, ['decline']),
          citations: [{ law: '不动产登记暂行条例', article: '第十七条', verified: true }],
        },
      ],
      advice: '补齐或更正后可以重新申请；对办理方式有疑问的，可以联系登记机构。',
      returned: [],
      remedy: remedy(),
    },
  };
}

/** 不予登记告知书: facts, grounds with their law, remedy. */
export async function refusalNotice(registration: Registration, { record }: StepContext): Promise<Paper> {
  const now = registration.platform.clock.now();
  const failed = (await latestFindings(registration.platform.database, record.case.no)).filter(
    (finding) => finding.outcome === 'block',
  );
  const reason = await reasonGiven(registration, record.case.no, ['refuse', 'uphold-objection']);
  const general = { law: '不动产登记暂行条例', article: '第二十二条', verified: true };
  return {
    template: 'refusal-notice',
    title: '不予登记告知书',
    issuedAt: now,
    data: {
      ...headOf(registration, record),
      acceptedAt: localMoment(record.case.accepted_at ?? record.case.opened_at),
      facts: [reason],
      grounds:
        failed.length > 0
          ? failed.map((finding) => ({ reason: finding.message, citations: [finding.citation] }))
          : [{ reason, citations: [general] }],
      returned: [],
      remedy: remedy(),
    },
  };
}

/** 材料补正通知书: the whole list, given once (暂行条例 17). */
export async function supplementNotice(registration: Registration, { record }: StepContext): Promise<Paper> {
  const now = registration.platform.clock.now();
  const history = await historyOf(registration.platform.database, record.case.no);
  const last = history.filter((line) => ['supplement', 'review-supplement'].includes(line.action)).at(-1);
  const items = (last?.data?.items ?? []) as string[];
  return {
    template: 'supplement-notice',
    title: '材料补正通知书',
    issuedAt: now,
    data: {
      ...headOf(registration, record),
      appliedAt: localMoment(record.case.opened_at),
      items: items.map((item, index) => ({
        material: `第 ${index + 1} 项`,
        problem: item,
        remedy: '请补正后在线重新提交',
      })),
      supplementUrl: publicUrl(registration, `/cases/${record.case.no}`),
      ...(last ? { handler: last.actor_name } : {}),
    },
  };
}

/** Form fields that say what the register should say, and what it says now. */
const errorsOf = (form: Record<string, unknown>, unit: UnitState) => {
  const title = unit.rights.find((right) => right.kind === 'ownership');
  const { newName, oldName, newLocation, newArea, newUse } = changesIn(form);
  const recordedName = oldName ?? title?.holders.map((each) => each.name).join('、') ?? '';
  const rows: [string, string | undefined, string][] = [
    ['权利人姓名或名称', newName, recordedName],
    ['坐落', newLocation, unit.unit.location],
    ['面积（平方米）', newArea, unit.unit.area],
    ['用途', newUse, useOf(unit.unit)],
  ];
  return rows.flatMap(([what, correct, recorded]) =>
    correct === undefined ? [] : [{ what, recorded, correct }],
  );
};

/** 更正登记通知书: to the holders the register names, before the registry puts it right itself (实施细则 81). */
export async function rectificationNotice(
  registration: Registration,
  { record }: StepContext,
): Promise<Paper> {
  const { platform } = registration;
  const { office } = record.case;
  const now = platform.clock.now();
  const [first] = record.units;
  const unit = await getUnit(platform.database, office, first?.unit_code ?? '');
  const { business: _business, ...head } = headOf(registration, record);
  const holders = unit.rights.find((right) => right.kind === 'ownership')?.holders ?? [];
  return {
    template: 'rectification-notice',
    title: '更正登记通知书',
    issuedAt: now,
    data: {
      ...head,
      applicants: holders.map((holder) => holder.name),
      foundOn: toShanghaiDate(record.case.opened_at),
      errors: errorsOf(record.case.form, unit),
      workingDays: 30,
      progressUrl: publicUrl(registration, `/cases/${record.case.no}`),
      ...(record.case.accepted_by ? { handler: record.case.accepted_by } : {}),
    },
  };
}
