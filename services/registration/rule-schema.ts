import { pageQuery } from '@hengchan/platform';
import Type, { type Static } from 'typebox';
import { CitationSchema } from './citation-schema.ts';

/** Shapes of rules, proposals, studies and replays on the wire. */

const moment = (title: string) => Type.String({ title, format: 'date-time' });
const Scope = (title: string) => Type.String({ title, minLength: 1, maxLength: 100 });
const Outcome = (title: string) => Type.String({ title, enum: ['pass', 'warn', 'person', 'block'] });

const ProposalState = Type.Unsafe<'waiting' | 'approved' | 'refused' | 'withdrawn'>(
  Type.String({ title: '状态', enum: ['waiting', 'approved', 'refused', 'withdrawn'] }),
);

const ParametersSchema = Type.Record(
  Type.String({ maxLength: 60 }),
  // One schema of three types: of a union the first would make texts of numbers.
  Type.Unsafe<string | number | boolean>({ type: ['string', 'number', 'boolean'], maxLength: 200 }),
  { title: '参数', maxProperties: 30 },
);

const ParameterWordsSchema = Type.Object({
  title: Type.String({ title: '名称' }),
  unit: Type.Optional(Type.String({ title: '单位' })),
  description: Type.String({ title: '说明' }),
  minimum: Type.Optional(Type.Number({ title: '最小值' })),
  maximum: Type.Optional(Type.Number({ title: '最大值' })),
  choices: Type.Optional(Type.Record(Type.String(), Type.String(), { title: '可选值及其含义' })),
});

export const ProposeSchema = Type.Object(
  {
    office: Scope('登记机构，* 为全部'),
    business: Scope('登记业务，* 为全部'),
    enabled: Type.Boolean({ title: '启用' }),
    parameters: Type.Optional(ParametersSchema),
    effectiveOn: Type.Optional(Type.String({ title: '生效日；不填为批准时', format: 'date' })),
    reason: Type.String({ title: '调整理由', minLength: 1, maxLength: 500 }),
  },
  { $id: 'Propose', title: '提议调整规则', additionalProperties: false },
);

export const ProposeAutomaticSchema = Type.Object(
  {
    office: Scope('登记机构，* 为全部'),
    enabled: Type.Boolean({ title: '列入名单' }),
    effectiveOn: Type.Optional(Type.String({ title: '生效日；不填为批准时', format: 'date' })),
    reason: Type.String({ title: '理由', minLength: 1, maxLength: 500 }),
  },
  { $id: 'ProposeAutomatic', title: '提议调整自动审核名单', additionalProperties: false },
);

export const ProposedSchema = Type.Object(
  { id: Type.String({ format: 'uuid' }), revision: Type.Integer({ title: '第几次设置' }) },
  { $id: 'Proposed', title: '提议已登记' },
);

export const DecideSchema = Type.Object(
  {
    approve: Type.Boolean({ title: '批准' }),
    note: Type.String({ title: '意见', minLength: 1, maxLength: 500 }),
  },
  { $id: 'DecideProposal', title: '决定提议', additionalProperties: false },
);

export const ProposalSchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    rule: Type.String({ title: '规则代码；AUTOMATIC_DECISION 为自动审核名单' }),
    ruleTitle: Type.String({ title: '规则名称' }),
    business: Type.String(),
    businessName: Type.String(),
    office: Type.String(),
    officeName: Type.String(),
    revision: Type.Integer(),
    enabled: Type.Boolean(),
    parameters: ParametersSchema,
    reason: Type.String(),
    effectiveOn: Type.Optional(Type.String({ title: '提议的生效日', format: 'date' })),
    state: ProposalState,
    proposedBy: Type.String({ title: '提议人' }),
    proposedAt: moment('提议时间'),
    decidedBy: Type.Optional(Type.String({ title: '决定人' })),
    decidedAt: Type.Optional(moment('决定时间')),
    note: Type.Optional(Type.String({ title: '决定意见' })),
    effectiveFrom: Type.Optional(moment('生效时间')),
    isYours: Type.Boolean({ title: '由您提议' }),
    mayDecide: Type.Boolean({ title: '可由您决定' }),
  },
  { $id: 'RuleProposal', title: '规则设置提议' },
);

export const ProposalQuerySchema = Type.Object({
  ...pageQuery,
  rule: Type.Optional(Type.String({ title: '规则代码', maxLength: 100 })),
  state: Type.Optional(ProposalState),
});

const SettingSchema = Type.Object({
  office: Type.String(),
  business: Type.String(),
  enabled: Type.Boolean(),
  parameters: ParametersSchema,
  effectiveFrom: moment('生效时间'),
});

export const RuleSchema = Type.Object(
  {
    code: Type.String({ title: '规则代码' }),
    version: Type.Integer({ title: '现行版本' }),
    versions: Type.Array(Type.Integer(), { title: '仍可重放的版本' }),
    title: Type.String(),
    outcome: Outcome('不符时的结论'),
    citation: CitationSchema,
    text: Type.String(),
    message: Type.String(),
    parameters: ParametersSchema,
    parameterWords: Type.Record(Type.String(), ParameterWordsSchema, { title: '各参数的名称、单位和说明' }),
    businesses: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        moments: Type.Array(Type.String()),
        parameters: ParametersSchema,
      }),
    ),
    settings: Type.Array(SettingSchema),
  },
  { $id: 'Rule', title: '登记规则' },
);

export const RuleUseSchema = Type.Object(
  {
    caseNo: Type.String(),
    business: Type.String(),
    businessName: Type.String(),
    moment: Type.String(),
    version: Type.Integer({ title: '所用版本' }),
    parameters: ParametersSchema,
    outcome: Outcome('结论'),
    at: moment('校验时间'),
  },
  { $id: 'RuleUse', title: '规则在办件中的使用' },
);

export const AutomaticListSchema = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        code: Type.String(),
        name: Type.String(),
        settings: Type.Array(SettingSchema),
      }),
    ),
  },
  { $id: 'AutomaticBusinesses', title: '可自动审核登簿的业务名单' },
);

export const WhatIfSchema = Type.Object(
  {
    rule: Scope('规则代码'),
    business: Type.Optional(Scope('登记业务；不填为全部')),
    office: Type.Optional(Scope('登记机构；不填为全部')),
    enabled: Type.Boolean({ title: '启用' }),
    parameters: Type.Optional(ParametersSchema),
    from: moment('自'),
    to: moment('至'),
  },
  { $id: 'WhatIf', title: '试算规则影响', additionalProperties: false },
);

export const StudySchema = Type.Object(
  {
    id: Type.String({ format: 'uuid' }),
    rule: Type.String(),
    ruleTitle: Type.String(),
    business: Type.String(),
    businessName: Type.String(),
    office: Type.String(),
    officeName: Type.String(),
    enabled: Type.Boolean(),
    parameters: ParametersSchema,
    from: moment('自'),
    to: moment('至'),
    state: Type.String({ enum: ['waiting', 'running', 'done', 'failed'] }),
    total: Type.Integer({ title: '办件数' }),
    done: Type.Integer({ title: '已试算' }),
    changed: Type.Integer({ title: '结论会改变的办件数' }),
    untold: Type.Integer({ title: '事实不足、无法试算的办件数' }),
    askedBy: Type.String(),
    askedAt: moment('提出时间'),
    endedAt: Type.Optional(moment('完成时间')),
  },
  { $id: 'Study', title: '试算' },
);

export const StudyCaseSchema = Type.Object(
  {
    caseNo: Type.String(),
    business: Type.String(),
    businessName: Type.String(),
    moment: Type.String(),
    before: Outcome('原结论'),
    after: Outcome('试算结论'),
    ruleBefore: Type.Optional(Outcome('该规则原结论')),
    ruleAfter: Type.Optional(Outcome('该规则试算结论')),
    message: Type.Optional(Type.String()),
  },
  { $id: 'StudyCase', title: '结论会改变的办件' },
);

export const ReplaySchema = Type.Object(
  {
    caseNo: Type.String(),
    decided: Type.Boolean({ title: '已办结' }),
    same: Type.Boolean({ title: '重放结果与当时一致' }),
    evaluations: Type.Array(
      Type.Object({
        id: Type.String(),
        moment: Type.String(),
        at: moment('校验时间'),
        outcome: Outcome('当时的结论'),
        rules: Type.Integer({ title: '校验规则数' }),
        factsKept: Type.Boolean({ title: '当时的事实有留存' }),
        differences: Type.Array(
          Type.Object({
            rule: Type.String(),
            title: Type.String(),
            version: Type.Integer(),
            kind: Type.String({
              enum: ['outcome', 'parameters', 'not-asked', 'asked-besides', 'version-gone', 'unanswerable'],
            }),
            kept: Type.String(),
            now: Type.String(),
          }),
        ),
      }),
    ),
  },
  { $id: 'Replay', title: '按当时的规则重放' },
);

export type ParameterWordsView = Static<typeof ParameterWordsSchema>;
export type RuleView = Static<typeof RuleSchema>;
export type ProposalView = Static<typeof ProposalSchema>;
export type StudyView = Static<typeof StudySchema>;
export type StudyCaseView = Static<typeof StudyCaseSchema>;
export type ReplayView = Static<typeof ReplaySchema>;
export type RuleUseView = Static<typeof RuleUseSchema>;
export type AutomaticListView = Static<typeof AutomaticListSchema>;
