import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type { FastifyInstance } from 'fastify';
import Type from 'typebox';
import {
  type Certificate,
  type Certificates,
  openCertificate,
  printCertificate,
  printsOf,
  readCertificate,
} from './certificates.ts';
import { CertificateSchema, type CertificateView, VerificationSchema } from './schema.ts';
import { kindTitles, statusOf, verifyCertificate } from './verify-certificate.ts';

const NumberParameter = Type.Object({ number: Type.String({ title: '证号', minLength: 1, maxLength: 200 }) });

/** Routes of certificates and of their public verification. */
export function certificatesPlugin(certificates: Certificates) {
  return async (instance: FastifyInstance): Promise<void> => {
    const app = instance.withTypeProvider<TypeBoxTypeProvider>();

    app.get(
      '/api/certificates/:number',
      {
        schema: {
          tags: ['证书'],
          summary: '证书信息',
          params: NumberParameter,
          response: { 200: CertificateSchema },
        },
      },
      async (request) =>
        view(certificates, await readCertificate(certificates, request.actor, request.params.number)),
    );

    app.get(
      '/api/certificates/:number/document',
      {
        schema: {
          tags: ['证书'],
          summary: '电子证书（PDF）',
          'x-leaves-as': 'paper',
          params: NumberParameter,
          produces: ['application/pdf'],
        },
      },
      async (request, reply) => {
        const { content, name } = await openCertificate(certificates, request.actor, request.params.number);
        return reply
          .type('application/pdf')
          .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(name)}`)
          .send(Buffer.from(content));
      },
    );

    app.post(
      '/api/certificates/:number/prints',
      {
        schema: {
          tags: ['证书'],
          summary: '登记印制序列号',
          params: NumberParameter,
          body: Type.Object(
            {
              serial: Type.String({
                title: '印制序列号',
                minLength: 1,
                maxLength: 40,
                examples: ['32000000001'],
              }),
            },
            { additionalProperties: false },
          ),
          response: { 201: CertificateSchema },
        },
      },
      async (request, reply) => {
        await printCertificate(certificates, request.actor, request.params.number, request.body.serial);
        const certificate = await readCertificate(certificates, request.actor, request.params.number);
        return reply.status(201).send(await view(certificates, certificate));
      },
    );

    app.get(
      '/api/public/verifications',
      {
        config: { rateLimit: { max: 60, timeWindow: '1 minute' } },
        schema: {
          tags: ['公众查验'],
          summary: '证书真伪查验',
          security: [],
          querystring: Type.Object({
            number: Type.String({ title: '证号', minLength: 1, maxLength: 200 }),
            holder: Type.String({ title: '权利人姓名或名称', minLength: 1, maxLength: 200 }),
          }),
          response: { 200: VerificationSchema },
        },
      },
      async (request) => verifyCertificate(certificates, request.query.number, request.query.holder),
    );
  };
}

async function view({ platform }: Certificates, certificate: Certificate): Promise<CertificateView> {
  const prints = await printsOf(platform.database, certificate);
  return {
    number: certificate.number,
    kind: certificate.kind,
    kindTitle: kindTitles[certificate.kind],
    office: certificate.office,
    unitCode: certificate.unit_code,
    location: certificate.location,
    holders: certificate.holder_names,
    status: statusOf(certificate),
    statusTitle: certificate.voided_at ? '已作废' : '有效',
    caseNo: certificate.case_no,
    entryNumber: certificate.entry_number,
    issuedAt: certificate.issued_at.toISOString(),
    ...(certificate.voided_at ? { voidedAt: certificate.voided_at.toISOString() } : {}),
    documentReady: certificate.document_hash !== null,
    prints: prints.map((print) => ({
      serial: print.serial,
      printedAt: print.printed_at.toISOString(),
      printedBy: print.printed_by_name,
    })),
  };
}
