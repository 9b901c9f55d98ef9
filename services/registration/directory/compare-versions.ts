import type { BusinessDefinition, ProcessNode } from '@hengchan/casework';
import { byWhom } from '../by-whom.ts';

type Change = 'same' | 'added' | 'removed' | 'changed';

/** One thing a definition has, as it was and as it is. */
export interface ComparedPart {
  code: string;
  title: string;
  change: Change;
  from?: string;
  to?: string;
}

interface Part {
  code: string;
  title: string;
  text: string;
}

/** What two versions of a business ask, do, check and promise, part by part (REG-GEN-01…03). `ruleTitle` names a rule by its code. */
export function compareVersions(
  from: BusinessDefinition,
  to: BusinessDefinition,
  ruleTitle: (code: string) => string,
) {
  const sections = [
    { section: '材料', parts: compareParts(materials(from), materials(to)) },
    { section: '环节', parts: compareParts(steps(from), steps(to)) },
    { section: '规则', parts: compareParts(rules(from, ruleTitle), rules(to, ruleTitle)) },
    { section: '时限', parts: compareParts(limits(from), limits(to)) },
    { section: '当事人', parts: compareParts(parties(from), parties(to)) },
    { section: '依据', parts: compareParts(laws(from), laws(to)) },
  ];
  return {
    code: to.code,
    name: to.name,
    from: { version: from.version, effectiveFrom: from.effectiveFrom },
    to: { version: to.version, effectiveFrom: to.effectiveFrom },
    changes: sections.flatMap(({ parts }) => parts).filter((part) => part.change !== 'same').length,
    sections,
  };
}

export function compareParts(from: readonly Part[], to: readonly Part[]): ComparedPart[] {
  const before = new Map(from.map((part) => [part.code, part]));
  const after = new Map(to.map((part) => [part.code, part]));
  const codes = [...after.keys(), ...[...before.keys()].filter((code) => !after.has(code))];
  return codes.map((code) => {
    const [old, now] = [before.get(code), after.get(code)];
    const { title } = (now ?? old) as Part;
    const change = !old
      ? 'added'
      : !now
        ? 'removed'
        : old.text === now.text && old.title === now.title
          ? 'same'
          : 'changed';
    return {
      code,
      title,
      change,
      ...(old ? { from: old.text } : {}),
      ...(now ? { to: now.text } : {}),
    };
  });
}

const materials = (definition: BusinessDefinition): Part[] =>
  definition.materials.map(({ code, title, required, replacedBy, when }) => ({
    code,
    title,
    text: [
      required ? '必交' : '有则提交',
      replacedBy === undefined ? undefined : '可由部门共享代替',
      when?.channel === 'counter' ? '仅窗口' : when?.channel === 'online' ? '仅网上' : undefined,
    ]
      .filter(Boolean)
      .join('，'),
  }));

const kindWords: Partial<Record<ProcessNode['kind'], string>> = {
  human: '人工',
  automatic: '系统办理',
  waiting: '等待外部答复',
};

const steps = (definition: BusinessDefinition): Part[] =>
  definition.process.nodes.flatMap((node) =>
    node.kind === 'human' || node.kind === 'automatic' || node.kind === 'waiting'
      ? [{ code: node.id, title: node.title, text: `${kindWords[node.kind]}，${byWhom(node)}` }]
      : [],
  );

const momentWords = { accept: '提交和受理', review: '审核', entry: '登簿' } as const;

const rules = (definition: BusinessDefinition, title: (code: string) => string): Part[] =>
  definition.rules.map(({ rule, moments, parameters }) => ({
    code: rule,
    title: title(rule),
    text: [
      moments.map((moment) => momentWords[moment]).join('、'),
      ...Object.entries(parameters ?? {}).map(([name, value]) => `${name}＝${value}`),
    ].join('；'),
  }));

const limits = ({ limit, fee, taxed }: BusinessDefinition): Part[] => [
  { code: 'promised', title: '承诺时限', text: `${limit.workingDays} 个工作日` },
  { code: 'statutory', title: '法定时限', text: `${limit.statutoryWorkingDays} 个工作日` },
  { code: 'fee', title: '收费', text: fee === undefined ? '不收费' : `按“${feeWords[fee] ?? fee}”标准` },
  { code: 'tax', title: '涉税', text: taxed ? '登簿前须完税' : '不涉税' },
];

const feeWords: Record<string, string> = { ownership: '不动产所有权登记', mortgage: '抵押权登记' };

const parties = (definition: BusinessDefinition): Part[] =>
  definition.parties.map(({ role, title, minimum, maximum, confirms }) => ({
    code: role,
    title,
    text: `${minimum}～${maximum} 人${confirms ? '，须本人确认' : ''}`,
  }));

const laws = (definition: BusinessDefinition): Part[] =>
  definition.laws.map(({ law, article }) => {
    const text = `${law}${article ? ` ${article}` : ''}`;
    return { code: text, title: text, text: '' };
  });
