import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import { discloseIssue } from '../issues/disclose-issue.ts';
import {
  type Issue,
  kindTitles,
  listIssues,
  readIssue,
  recordMeasures,
  registerIssue,
  reportIssue,
  reviewIssue,
  severityTitles,
} from '../issues/issues.ts';
import type { ReportContent } from '../reports/fill-report.ts';
import { printHtml } from '../reports/print-html.ts';
import { listReports, prepareReport, readReport, submitReport } from '../reports/reports.ts';
import {
  ApprovalQuery,
  CreatedSchema,
  IdParameter,
  IssueReviewBody,
  IssuesQuery,
  MeasuresBody,
  NewIssueBody,
  NewTrainingBody,
  ReportedBody,
  TeamChangeBody,
  YearParameter,
} from '../schema.ts';
import type { Security } from '../security.ts';
import { acknowledgeTeamChange, announceTeamChange, readTeam } from '../team/team.ts';
import { completeTraining, listTrainings, planTraining } from '../trainings/trainings.ts';
import { attachment } from './attachment.ts';

const tags = ['安全责任'];

/** Issues, the yearly report, the team, trainings: what people must do and the product reminds them of. */
export function dutyRoutes(instance: FastifyInstance, security: Security): void {
  issueRoutes(instance, security);
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get('/api/security/reports', { schema: { tags, summary: '年度网络安全报告' } }, async (request) => {
    const { registeredUsers, items } = await listReports(security, request.actor);
    return {
      registeredUsers,
      items: items.map((row) => ({
        year: row.year,
        reason: row.reason,
        dueOn: row.due_on,
        ...(row.prepared_at === null
          ? {}
          : { preparedAt: row.prepared_at.toISOString(), preparedBy: row.prepared_by_name }),
        ...(row.submitted_at === null
          ? {}
          : { submittedAt: row.submitted_at.toISOString(), submittedTo: row.submitted_to }),
      })),
    };
  });

  app.post(
    '/api/security/reports/:year/preparation',
    { schema: { tags, summary: '由系统数据编制报告', params: YearParameter } },
    async (request, reply) => {
      await prepareReport(security, request.actor, request.params.year);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/reports/:year/submission',
    { schema: { tags, summary: '登记报告已提交', params: YearParameter, body: ReportedBody } },
    async (request, reply) => {
      await submitReport(security, request.actor, request.params.year, request.body.to);
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/security/reports/:year/document',
    {
      schema: {
        tags,
        summary: '下载报告',
        'x-leaves-as': 'paper',
        params: YearParameter,
        produces: ['text/html'],
      },
    },
    async (request, reply) => {
      const { year } = request.params;
      const row = await readReport(security, request.actor, year);
      const { parts } = row.content as ReportContent;
      const title = `${year} 年度网络安全报告`;
      const lines = [
        `报告单位：${security.owner}　　编制时间：${row.prepared_at?.toISOString() ?? ''}`,
        row.reason,
      ];
      return attachment(reply, `${title}.html`, 'text/html; charset=utf-8').send(
        printHtml(title, lines, parts),
      );
    },
  );

  app.get('/api/security/team', { schema: { tags, summary: '管理技术团队' } }, async (request) =>
    readTeam(security, request.actor),
  );

  app.post(
    '/api/security/team',
    { schema: { tags, summary: '登记人员变更', body: TeamChangeBody, response: { 201: CreatedSchema } } },
    async (request, reply) => {
      const { effectiveAt, ...change } = request.body;
      const id = await announceTeamChange(security, request.actor, {
        ...change,
        effectiveAt: new Date(effectiveAt),
      });
      return reply.status(201).send({ id });
    },
  );

  app.post(
    '/api/security/team/:id/acknowledgement',
    { schema: { tags, summary: '登记机构确认知悉人员变更', params: IdParameter } },
    async (request, reply) => {
      await acknowledgeTeamChange(security, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );

  app.get('/api/security/trainings', { schema: { tags, summary: '培训与操作规程' } }, async (request) => {
    const { staff, items } = await listTrainings(security, request.actor);
    return {
      staff,
      items: items.map((row) => ({
        id: row.id,
        kind: row.kind,
        title: row.title,
        content: row.content,
        dueAt: new Date(row.due_at).toISOString(),
        completed: row.completed,
        own: row.own,
      })),
    };
  });

  app.post(
    '/api/security/trainings',
    {
      schema: {
        tags,
        summary: '计划培训或发布规程',
        body: NewTrainingBody,
        response: { 201: CreatedSchema },
      },
    },
    async (request, reply) => {
      const { dueAt, ...training } = request.body;
      const id = await planTraining(security, request.actor, { ...training, dueAt: new Date(dueAt) });
      return reply.status(201).send({ id });
    },
  );

  app.post(
    '/api/security/trainings/:id/completion',
    { schema: { tags, summary: '本人完成培训或确认规程', params: IdParameter } },
    async (request, reply) => {
      await completeTraining(security, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );
}

function issueRoutes(instance: FastifyInstance, security: Security): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/security/issues',
    { schema: { tags, summary: '隐患与漏洞', querystring: IssuesQuery } },
    async (request) => {
      const { items, ...rest } = await listIssues(security, request.actor, request.query);
      return { items: items.map(show), ...rest };
    },
  );

  app.post(
    '/api/security/issues',
    { schema: { tags, summary: '登记问题单', body: NewIssueBody, response: { 201: CreatedSchema } } },
    async (request, reply) => {
      const { dueAt, ...issue } = request.body;
      const id = await registerIssue(security, request.actor, { ...issue, dueAt: new Date(dueAt) });
      return reply.status(201).send({ id });
    },
  );

  app.get(
    '/api/security/issues/:id',
    { schema: { tags, summary: '问题单与经过', params: IdParameter } },
    async (request) => {
      const { issue, steps } = await readIssue(security, request.actor, request.params.id);
      return {
        ...show(issue),
        steps: steps.map((step) => ({
          action: step.action,
          note: step.note,
          at: step.at.toISOString(),
          by: step.actor_name,
        })),
      };
    },
  );

  app.post(
    '/api/security/issues/:id/report',
    { schema: { tags, summary: '登记已向主管部门报告', params: IdParameter, body: ReportedBody } },
    async (request, reply) => {
      await reportIssue(security, request.actor, request.params.id, request.body.to);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/issues/:id/measures',
    { schema: { tags, summary: '登记整改措施', params: IdParameter, body: MeasuresBody } },
    async (request, reply) => {
      await recordMeasures(security, request.actor, request.params.id, request.body.text);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/issues/:id/review',
    { schema: { tags, summary: '复核整改', params: IdParameter, body: IssueReviewBody } },
    async (request, reply) => {
      await reviewIssue(security, request.actor, request.params.id, request.body);
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/security/issues/:id/disclosure',
    {
      schema: {
        tags,
        summary: '对外提供漏洞信息（须有同意）',
        params: IdParameter,
        querystring: ApprovalQuery,
        'x-leaves-as': 'paper',
        produces: ['text/plain'],
      },
    },
    async (request, reply) => {
      const text = await discloseIssue(security, request.actor, request.params.id, request.query.approval);
      return attachment(reply, '漏洞信息提供件.txt', 'text/plain; charset=utf-8').send(text);
    },
  );
}

function show(issue: Issue) {
  return {
    id: issue.id,
    kind: issue.kind,
    kindTitle: kindTitles[issue.kind],
    severity: issue.severity,
    severityTitle: severityTitles[issue.severity],
    title: issue.title,
    description: issue.description,
    source: issue.source,
    status: issue.status,
    dueAt: issue.due_at.toISOString(),
    overdue: issue.overdue,
    reportOverdue: issue.reportOverdue,
    createdAt: issue.created_at.toISOString(),
    createdBy: issue.created_by_name,
    ...(issue.measures === undefined ? {} : { measures: issue.measures }),
    ...(issue.report_due_at === null ? {} : { reportDueAt: issue.report_due_at.toISOString() }),
    ...(issue.reported_at === null
      ? {}
      : { reportedAt: issue.reported_at.toISOString(), reportedTo: issue.reported_to }),
    ...(issue.closed_at === null ? {} : { closedAt: issue.closed_at.toISOString() }),
  };
}
