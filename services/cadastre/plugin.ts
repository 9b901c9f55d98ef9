import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { expectedVersion, pageOf, readUpload, withVersion } from '@hengchan/platform';
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { Cadastre } from './cadastre.ts';
import { decide } from './decide.ts';
import { findAffectedParcels, findDifferences } from './find-differences.ts';
import { exportEdition, exportOverlay, findDistricts } from './find-districts.ts';
import { findEditions, readEdition } from './find-editions.ts';
import { importEdition } from './import-edition.ts';
import { restoreEdition } from './restore-edition.ts';
import {
  ActSchema,
  AffectedParcelSchema,
  DifferenceQuerySchema,
  DifferenceSchema,
  DistrictQuerySchema,
  DistrictSchema,
  EditionDetailSchema,
  EditionFileQuerySchema,
  EditionParamsSchema,
  EditionQuerySchema,
  EditionSchema,
  FeatureCollectionSchema,
  GeoJsonQuerySchema,
  ImportQuerySchema,
  ParcelQuerySchema,
  RestoreSchema,
} from './schema.ts';
import { takeAffectedParcels, takeDifferences, takeDistricts } from './take-away.ts';

const tags = ['地籍分区'];
const one = '/api/district-editions/:office/:number';

/** What the routes of one edition have in common. */
const ofEdition = <Own>(own: Own) => ({ tags, params: EditionParamsSchema, ...own });

/** Routes of the districts and their editions. EX-GEO-01, EX-GEO-02. */
export function cadastrePlugin(cadastre: Cadastre) {
  return async (instance: FastifyInstance): Promise<void> => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();

    app.get(
      '/api/districts',
      {
        schema: {
          tags,
          summary: '现行的，或某一时刻的行政区、地籍区、地籍子区',
          querystring: DistrictQuerySchema,
          response: { 200: pageOf(DistrictSchema) },
        },
      },
      async (request) => findDistricts(cadastre, request.actor, request.query),
    );

    app.get(
      '/api/districts/file',
      {
        schema: {
          tags,
          summary: '下载现行的，或某一时刻的分区（GeoJSON，CGCS2000 经纬度）',
          'x-leaves-as': 'rows',
          querystring: GeoJsonQuerySchema,
          response: { 200: FeatureCollectionSchema },
        },
      },
      async (request, reply) => {
        const { approval, ...wanted } = request.query;
        const file = await takeDistricts(cadastre, request.actor, wanted, approval);
        return asFile(reply, 'application/geo+json', `${file.name}.geojson`).send(file);
      },
    );

    app.get(
      '/api/district-editions',
      {
        schema: {
          tags,
          summary: '分区的各版',
          querystring: EditionQuerySchema,
          response: { 200: pageOf(EditionSchema) },
        },
      },
      async (request) => findEditions(cadastre, request.actor, request.query),
    );

    app.post(
      '/api/district-editions',
      {
        schema: {
          tags,
          summary: '导入一版分区（multipart/form-data，字段 file：GeoJSON FeatureCollection）；不生效',
          description:
            '文件列出本机构全部行政区、地籍区、地籍子区；要素属性 code、name、level，坐标为 CGCS2000 经纬度。有错误时逐要素列出，不导入任何内容。',
          consumes: ['multipart/form-data'],
          querystring: ImportQuerySchema,
          response: { 201: EditionDetailSchema },
        },
      },
      async (request, reply) => {
        const { office } = request.query;
        cadastre.platform.access.require(request.actor, 'cadastre.edit', { office });
        const { name, content } = await readUpload(request);
        const wish = { ...request.query, fileName: name, content };
        const number = await importEdition(cadastre, request.actor, wish);
        created(reply, office, number);
        return withVersion(reply, await readEdition(cadastre, request.actor, { office, number }));
      },
    );

    app.get(
      one,
      {
        schema: ofEdition({
          summary: '一版分区，含办理经过和与现行分区的比较',
          response: { 200: EditionDetailSchema },
        }),
      },
      async (request, reply) =>
        withVersion(reply, await readEdition(cadastre, request.actor, request.params)),
    );

    app.post(
      `${one}/acts`,
      {
        schema: ofEdition({
          summary: '提交、撤回、退回、作废或确认生效；确认须由另一人',
          body: ActSchema,
          response: { 200: EditionDetailSchema },
        }),
      },
      async (request, reply) => {
        const { actor, params, body } = request;
        await decide(cadastre, actor, params, body, expectedVersion(request));
        return withVersion(reply, await readEdition(cadastre, actor, params));
      },
    );

    app.post(
      `${one}/restoration`,
      {
        schema: ofEdition({
          summary: '申请恢复到这一旧版：生成内容相同的新版并提交，另一人确认后生效',
          body: RestoreSchema,
          response: { 201: EditionDetailSchema },
        }),
      },
      async (request, reply) => {
        const { actor, params, body } = request;
        const number = await restoreEdition(cadastre, actor, params, body.reason);
        const { office } = params;
        created(reply, office, number);
        return withVersion(reply, await readEdition(cadastre, actor, { office, number }));
      },
    );

    app.get(
      `${one}/features`,
      {
        schema: ofEdition({
          summary: '一版分区的图形（GeoJSON）',
          response: { 200: FeatureCollectionSchema },
        }),
      },
      async (request) => exportEdition(cadastre, request.actor, request.params),
    );

    app.get(
      `${one}/file`,
      {
        schema: ofEdition({
          summary: '下载一版分区（GeoJSON，CGCS2000 经纬度），可以再导入',
          'x-leaves-as': 'rows',
          querystring: EditionFileQuerySchema,
          response: { 200: FeatureCollectionSchema },
        }),
      },
      async (request, reply) => {
        const file = await takeDistricts(cadastre, request.actor, request.params, request.query.approval);
        return asFile(reply, 'application/geo+json', `${file.name}.geojson`).send(file);
      },
    );

    app.get(
      `${one}/overlay`,
      {
        schema: ofEdition({
          summary: '新旧叠加的图形：part 为 lost 划出、gained 划入、kept 不变',
          response: { 200: FeatureCollectionSchema },
        }),
      },
      async (request) => exportOverlay(cadastre, request.actor, request.params),
    );

    app.get(
      `${one}/differences`,
      {
        schema: ofEdition({
          summary: '新旧分区的差异与受影响的宗地、单元数；format=csv 导出',
          'x-leaves-as': 'rows',
          querystring: DifferenceQuerySchema,
          response: { 200: pageOf(DifferenceSchema) },
        }),
      },
      async (request, reply) => {
        const { actor, params, query } = request;
        if (query.format !== 'csv')
          return findDifferences(cadastre, actor, params, { ...query, limit: query.limit ?? 20 });
        const text = await takeDifferences(cadastre, actor, params, query.approval);
        return asTable(reply, `district-differences-${params.office}-${params.number}.csv`).send(
          text as never,
        );
      },
    );

    app.get(
      `${one}/parcels`,
      {
        schema: ofEdition({
          summary: '受影响的宗地；district 限定一个分区，format=csv 导出',
          'x-leaves-as': 'rows',
          querystring: ParcelQuerySchema,
          response: { 200: pageOf(AffectedParcelSchema) },
        }),
      },
      async (request, reply) => {
        const { actor, params, query } = request;
        if (query.format !== 'csv')
          return findAffectedParcels(cadastre, actor, params, { ...query, limit: query.limit ?? 20 });
        const text = await takeAffectedParcels(cadastre, actor, params, query);
        return asTable(reply, `district-parcels-${params.office}-${params.number}.csv`).send(text as never);
      },
    );
  };
}

const created = (reply: FastifyReply, office: string, number: number): FastifyReply =>
  reply.status(201).header('location', `/api/district-editions/${office}/${number}`);

const asFile = (reply: FastifyReply, type: string, name: string): FastifyReply =>
  reply
    .type(type)
    .header('content-disposition', `attachment; filename="${name}"`)
    .header('cache-control', 'private, no-store');

const asTable = (reply: FastifyReply, name: string): FastifyReply =>
  asFile(reply, 'text/csv; charset=utf-8', name).serializer((payload: unknown) => String(payload));
