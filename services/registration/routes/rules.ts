import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { type Actor, pageOf, pageQuery, platformErrors } from '@hengchan/platform';
import {
  decideProposal,
  findStudy,
  listProposals,
  listStudies,
  proposeSetting,
  studyCases,
  withdrawProposal,
} from '@hengchan/rules';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import { proposeAutomatic } from '../automatic-businesses.ts';
import { checkSetting } from '../check-setting.ts';
import type { Registration } from '../registration.ts';
import { replayCase } from '../replay.ts';
import {
  AutomaticListSchema,
  DecideSchema,
  ProposalQuerySchema,
  ProposalSchema,
  ProposeAutomaticSchema,
  ProposedSchema,
  ProposeSchema,
  ReplaySchema,
  RuleSchema,
  RuleUseSchema,
  StudyCaseSchema,
  StudySchema,
  WhatIfSchema,
} from '../rule-schema.ts';
import { usesOfRule } from '../rule-uses.ts';
import { viewAutomaticBusinesses, viewProposal, viewRules, viewStudy, viewStudyCase } from '../rule-views.ts';
import { askWhatIf } from '../what-if.ts';

const tags = ['规则'];
const Code = Type.Object({ code: Type.String({ title: '代码', maxLength: 100 }) });
const Id = Type.Object({ id: Type.String({ format: 'uuid' }) });

/** Routes of the legal rules: the library, what is proposed and decided about them, and what they did or would have done. */
export function ruleRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform } = registration;

  app.get(
    '/api/rules',
    { schema: { tags, summary: '登记规则及其法规依据', response: { 200: pageOf(RuleSchema) } } },
    async (request) => {
      if (request.actor.kind === 'anonymous') throw platformErrors.UNAUTHENTICATED();
      return { items: await viewRules(registration) };
    },
  );

  app.get(
    '/api/rules/:code/uses',
    {
      schema: {
        tags,
        summary: '近三个月用到规则的办件及所用版本',
        params: Code,
        querystring: Type.Object({
          ...pageQuery,
          version: Type.Optional(Type.Integer({ title: '版本', minimum: 1 })),
          office: Type.Optional(Type.String({ title: '登记机构', pattern: '^\\d{6}$' })),
        }),
        response: { 200: pageOf(RuleUseSchema) },
      },
    },
    async (request) => usesOfRule(registration, request.actor, request.params.code, request.query),
  );

  app.post(
    '/api/rules/:code/proposals',
    {
      schema: {
        tags,
        summary: '提议对某业务、某机构启停规则或调整参数',
        params: Code,
        body: ProposeSchema,
        response: { 201: ProposedSchema },
      },
    },
    async (request, reply) => {
      const { actor, body } = request;
      const wanted = { ...body, parameters: body.parameters ?? {}, rule: request.params.code };
      platform.access.require(actor, 'rule.manage', { office: body.office });
      checkSetting(registration, wanted);
      return reply.status(201).send(await proposeSetting(platform, actor, wanted));
    },
  );

  proposalRoutes(instance, registration);
  studyRoutes(instance, registration);

  app.get(
    '/api/cases/:no/replay',
    {
      schema: {
        tags,
        summary: '按当时的规则、参数和事实重放，并与留存结论比对',
        params: Type.Object({ no: Type.String({ title: '受理编号', pattern: '^\\d{20}$' }) }),
        response: { 200: ReplaySchema },
      },
    },
    async (request) => replayCase(registration, request.actor, request.params.no),
  );
}

function proposalRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform } = registration;

  app.get(
    '/api/rule-proposals',
    {
      schema: {
        tags,
        summary: '规则和自动审核名单的提议及历史',
        querystring: ProposalQuerySchema,
        response: { 200: pageOf(ProposalSchema) },
      },
    },
    async (request) => {
      if (!platform.access.allows(request.actor, 'rule.approve'))
        platform.access.require(request.actor, 'rule.manage');
      const page = await listProposals(platform.database, request.query);
      return { ...page, items: page.items.map((row) => viewProposal(registration, request.actor, row)) };
    },
  );

  app.post(
    '/api/rule-proposals/:id/decision',
    { schema: { tags, summary: '批准或不批准提议（提议人以外的人）', params: Id, body: DecideSchema } },
    async (request, reply) => {
      await decideProposal(platform, request.actor, request.params.id, request.body);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/rule-proposals/:id/withdrawal',
    { schema: { tags, summary: '撤回自己的提议', params: Id } },
    async (request, reply) => {
      await withdrawProposal(platform, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/automatic-businesses',
    { schema: { tags, summary: '可自动审核登簿的业务名单', response: { 200: AutomaticListSchema } } },
    async (request) => {
      const { access, database, clock } = platform;
      if (!access.allows(request.actor, 'business.manage')) access.require(request.actor, 'task.read');
      return viewAutomaticBusinesses(registration, database, clock.now());
    },
  );

  app.post(
    '/api/automatic-businesses/:code/proposals',
    {
      schema: {
        tags,
        summary: '提议把业务列入或移出自动审核名单',
        params: Code,
        body: ProposeAutomaticSchema,
        response: { 201: ProposedSchema },
      },
    },
    async (request, reply) => {
      const wanted = { ...request.body, business: request.params.code };
      return reply.status(201).send(await proposeAutomatic(registration, request.actor, wanted));
    },
  );
}

function studyRoutes(instance: FastifyInstance, registration: Registration): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();
  const { platform } = registration;

  app.post(
    '/api/rules/what-if',
    {
      schema: {
        tags,
        summary: '试算：若如此设置，一段时间内有多少办件的结论会改变',
        body: WhatIfSchema,
        response: { 202: StudySchema },
      },
    },
    async (request, reply) => {
      const { from, to } = request.body;
      const wanted = { ...request.body, from: new Date(from), to: new Date(to) };
      const id = await askWhatIf(registration, request.actor, wanted);
      return reply.status(202).send(viewStudy(registration, await findStudy(platform.database, id)));
    },
  );

  app.get(
    '/api/rules/what-if',
    { schema: { tags, summary: '近期试算', response: { 200: pageOf(StudySchema) } } },
    async (request) => {
      platform.access.require(request.actor, 'rule.manage');
      const studies = await listStudies(platform.database, 50);
      return {
        items: studies
          .filter(({ office }) => platform.access.allows(request.actor, 'rule.manage', { office }))
          .map((study) => viewStudy(registration, study)),
      };
    },
  );

  app.get(
    '/api/rules/what-if/:id',
    { schema: { tags, summary: '试算进度与结果', params: Id, response: { 200: StudySchema } } },
    async (request) => {
      return viewStudy(registration, await seeStudy(request.actor, request.params.id));
    },
  );

  app.get(
    '/api/rules/what-if/:id/cases',
    {
      schema: {
        tags,
        summary: '试算中结论会改变的办件',
        params: Id,
        querystring: Type.Object(pageQuery),
        response: { 200: pageOf(StudyCaseSchema) },
      },
    },
    async (request) => {
      const study = await seeStudy(request.actor, request.params.id);
      const page = await studyCases(platform.database, study, request.query);
      return { ...page, items: page.items.map((row) => viewStudyCase(registration, row)) };
    },
  );

  async function seeStudy(actor: Actor, id: string) {
    platform.access.require(actor, 'rule.manage');
    const study = await findStudy(platform.database, id);
    platform.access.require(actor, 'rule.manage', { office: study.office });
    return study;
  }
}
