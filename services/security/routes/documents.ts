import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { marks, readUpload } from '@hengchan/platform';
import type { FastifyInstance } from 'fastify';
import { type HeldDocument, keepDocument, listDocuments, openDocument } from '../documents/held-documents.ts';
import { recordConsent, shareDocument, withdrawConsent } from '../documents/share-document.ts';
import { askMark, decideMark } from '../marks/change-mark.ts';
import { listMarks } from '../marks/list-marks.ts';
import { nameReader, strikeReader } from '../marks/readers.ts';
import {
  ConsentBody,
  CreatedSchema,
  DecisionBody,
  IdParameter,
  NewDocumentQuery,
  NewMarkBody,
  PageQuery,
  ReaderBody,
  ShareQuery,
} from '../schema.ts';
import type { Security } from '../security.ts';
import type { MarkChangeRow } from '../tables.ts';
import { attachment } from './attachment.ts';

const tags = ['密级与受控文件'];

/** Marks of files, who is named for them, and documents held for named persons. */
export function documentRoutes(instance: FastifyInstance, security: Security): void {
  const app = instance.withTypeProvider<TypeBoxTypeProvider>();

  app.get(
    '/api/security/marks',
    { schema: { tags, summary: '密级变更', querystring: PageQuery } },
    async (request) => {
      const { items, ...rest } = await listMarks(security, request.actor, request.query);
      return { items: items.map(showMark), ...rest };
    },
  );

  app.post(
    '/api/security/marks',
    { schema: { tags, summary: '标定密级；降低须他人批准', body: NewMarkBody } },
    async (request, reply) => reply.status(201).send(await askMark(security, request.actor, request.body)),
  );

  app.post(
    '/api/security/marks/:id/decision',
    { schema: { tags, summary: '批准或不批准降低密级', params: IdParameter, body: DecisionBody } },
    async (request, reply) => {
      await decideMark(security, request.actor, request.params.id, request.body);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/file-readers',
    { schema: { tags, summary: '指定知悉人', body: ReaderBody } },
    async (request, reply) => {
      await nameReader(security, request.actor, request.body);
      return reply.status(204).send();
    },
  );

  app.post(
    '/api/security/file-readers/removal',
    { schema: { tags, summary: '取消知悉人', body: ReaderBody } },
    async (request, reply) => {
      await strikeReader(security, request.actor, request.body);
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/security/documents',
    { schema: { tags, summary: '受控文件', querystring: PageQuery } },
    async (request) => {
      const { items, ...rest } = await listDocuments(security, request.actor, request.query);
      return { items: items.map(showDocument), ...rest };
    },
  );

  app.post(
    '/api/security/documents',
    {
      schema: {
        tags,
        summary: '存入受控文件（multipart，字段 file）',
        consumes: ['multipart/form-data'],
        querystring: NewDocumentQuery,
        response: { 201: CreatedSchema },
      },
    },
    async (request, reply) => {
      security.platform.access.require(request.actor, 'document.keep');
      const id = await keepDocument(security, request.actor, request.query, await readUpload(request));
      return reply.status(201).send({ id });
    },
  );

  app.get(
    '/api/security/documents/:id/file',
    { schema: { tags, summary: '打开受控文件', 'x-leaves-as': 'paper', params: IdParameter } },
    async (request, reply) => {
      const { row, content } = await openDocument(security, request.actor, request.params.id);
      return reply
        .type(row.media_type)
        .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(row.name)}`)
        .header('cache-control', 'no-store')
        .send(Buffer.from(content));
    },
  );

  app.post(
    '/api/security/documents/:id/consents',
    {
      schema: {
        tags,
        summary: '登记报送单位的同意',
        params: IdParameter,
        body: ConsentBody,
        response: { 201: CreatedSchema },
      },
    },
    async (request, reply) => {
      const { validUntil, ...consent } = request.body;
      const given = { ...consent, validUntil: new Date(validUntil) };
      return reply
        .status(201)
        .send({ id: await recordConsent(security, request.actor, request.params.id, given) });
    },
  );

  app.post(
    '/api/security/provider-consents/:id/withdrawal',
    { schema: { tags, summary: '登记报送单位收回同意', params: IdParameter } },
    async (request, reply) => {
      await withdrawConsent(security, request.actor, request.params.id);
      return reply.status(204).send();
    },
  );

  app.get(
    '/api/security/documents/:id/share',
    {
      schema: {
        tags,
        summary: '对外提供受控文件',
        'x-leaves-as': 'paper',
        params: IdParameter,
        querystring: ShareQuery,
      },
    },
    async (request, reply) => {
      const { recipient, approval } = request.query;
      const file = await shareDocument(security, request.actor, request.params.id, { recipient, approval });
      return attachment(reply, file.name, file.mediaType).send(Buffer.from(file.content));
    },
  );
}

const showMark = (row: MarkChangeRow) => ({
  id: row.id,
  office: row.office,
  shelf: row.shelf,
  key: row.key,
  title: row.title,
  from: row.from_mark,
  fromTitle: marks[row.from_mark].title,
  to: row.to_mark,
  toTitle: marks[row.to_mark].title,
  lowers: row.lowers,
  reason: row.reason,
  askedBy: row.asked_by_name,
  askedById: row.asked_by,
  askedAt: row.asked_at.toISOString(),
  ...(row.decided_at === null
    ? {}
    : {
        decision: row.decision,
        decidedBy: row.decided_by_name,
        decidedAt: row.decided_at.toISOString(),
        note: row.note,
      }),
});

const showDocument = (row: HeldDocument) => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  provider: row.provider ?? undefined,
  name: row.name,
  size: row.size,
  mark: row.mark,
  addedAt: row.added_at.toISOString(),
  addedBy: row.added_by_name,
  readers: row.readers,
  opens: row.opens,
  consents: row.consents.map((each) => ({
    id: each.id,
    recipient: each.recipient,
    purpose: each.purpose,
    givenBy: each.given_by,
    validUntil: each.valid_until.toISOString(),
    ...(each.withdrawn_at === null ? {} : { withdrawnAt: each.withdrawn_at.toISOString() }),
  })),
});
