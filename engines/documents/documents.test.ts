import { writeFile } from 'node:fs/promises';
import { Problem } from '@hengchan/platform';
import { sm3 } from '@hengchan/standards/crypto';
import { Type } from 'typebox';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDocuments, type Documents } from './documents.ts';
import { samples } from './samples.ts';
import { defineTemplate } from './template.ts';
import type { DocumentCode } from './templates/index.ts';
import { has, inFolder, reasonToSkip, run, textOf } from './testing-tools.ts';

const issuedAt = new Date('2026-11-20T02:30:00Z');
const codes = Object.keys(samples) as DocumentCode[];
let documents: Documents;
let another: Documents;

beforeAll(async () => {
  documents = await createDocuments();
  another = await createDocuments();
});
afterAll(() => Promise.all([documents.close(), another.close()]));

async function refusal(attempt: Promise<unknown>): Promise<Problem> {
  const outcome = await attempt.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof Problem) return outcome;
  throw new Error(`expected a problem, got ${String(outcome)}`);
}

describe('rendering', () => {
  it('has a sample for every standard template and a template for every sample', () => {
    expect(documents.list().map(({ code }) => code)).toEqual(codes);
  });

  it.each(codes)('renders %s as PDF/A with its title and date', async (code) => {
    const { pdf, pages } = await documents.render(code, samples[code], { issuedAt });
    const raw = Buffer.from(pdf).toString('latin1');
    expect(raw.startsWith('%PDF-1.7')).toBe(true);
    expect(raw).toContain('pdfaid:part');
    expect(raw).toContain('D:20261120023000');
    expect(pages).toBeGreaterThan(0);
  });

  it.each(codes)('gives the same bytes for the same %s, in another compiler too', async (code) => {
    const first = await documents.render(code, samples[code], { issuedAt });
    const again = await documents.render(code, samples[code], { issuedAt });
    expect(sm3(again.pdf)).toBe(sm3(first.pdf));
    const elsewhere = await another.render(code, samples[code], { issuedAt });
    expect(sm3(elsewhere.pdf)).toBe(sm3(first.pdf));
  });

  it('gives other bytes for another date or other data', async () => {
    const data = samples.certificate;
    const one = await documents.render('certificate', data, { issuedAt });
    const later = await documents.render('certificate', data, { issuedAt: new Date('2026-11-21T02:30:00Z') });
    const other = await documents.render('certificate', { ...data, location: '别处' }, { issuedAt });
    expect(new Set([one, later, other].map(({ pdf }) => sm3(pdf))).size).toBe(3);
  });

  it('answers many requests at once, each with its own document', async () => {
    const numbers = Array.from({ length: 12 }, (_, index) => `苏（2026）常州市不动产权第000${index}号`);
    const data = { ...samples.certificate, plans: [] };
    const all = await Promise.all(
      numbers.map((number) => documents.render('certificate', { ...data, number }, { issuedAt })),
    );
    expect(new Set(all.map(({ pdf }) => sm3(pdf))).size).toBe(numbers.length);
  });

  it('keeps the caller’s thread free while a long sheet is set', async () => {
    const rows = Array.from({ length: 300 }, (_, index) => ({ name: `权利人${index}`, idType: '身份证' }));
    let turns = 0;
    const timer = setInterval(() => {
      turns += 1;
    }, 1);
    await documents.render('certificate', { ...samples.certificate, holders: rows }, { issuedAt });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(0);
  });

  it('works on after one document failed and after it was closed', async () => {
    const own = await createDocuments();
    await refusal(own.render('payment-notice', {}, { issuedAt }));
    await own.render('payment-notice', samples['payment-notice'], { issuedAt });
    await own.close();
    const { pages } = await own.render('payment-notice', samples['payment-notice'], { issuedAt });
    await own.close();
    expect(pages).toBe(1);
  });

  it('refuses what was waiting when it is closed', async () => {
    const own = await createDocuments();
    const waiting = refusal(own.render('payment-notice', samples['payment-notice'], { issuedAt }));
    await new Promise((resolve) => setTimeout(resolve, 5));
    await own.close();
    expect((await waiting).code).toBe('DOCUMENT_COMPILER_STOPPED');
  });
});

describe('refusing', () => {
  it('an unknown template', async () => {
    const problem = await refusal(documents.render('passport', {}, { issuedAt }));
    expect(problem).toMatchObject({ code: 'DOCUMENT_TEMPLATE_NOT_FOUND', status: 404 });
  });

  it('data that lacks fields, naming each in Chinese with its path', async () => {
    const { number: _number, ...rest } = samples.certificate;
    const data = { ...rest, holders: [{ name: '' }], areas: [], unitCode: '320402', colour: 'red' };
    const problem = await refusal(documents.render('certificate', data as unknown, { issuedAt }));
    expect(problem).toMatchObject({ code: 'DOCUMENT_DATA_INVALID', status: 422 });
    expect(problem.errors).toEqual(
      expect.arrayContaining([
        { path: '/number', message: '缺少证号' },
        { path: '/holders/0/name', message: '姓名或名称不能为空' },
        { path: '/areas', message: '面积至少要有 1 项' },
        { path: '/unitCode', message: '不动产单元号格式不对' },
        { path: '/colour', message: '文书没有“colour”这一项' },
      ]),
    );
  });

  it.each([
    ['null', null],
    ['text', 'certificate'],
    ['a list', []],
  ])('%s in place of data', async (_what, data) => {
    expect((await refusal(documents.render('certificate', data as unknown, { issuedAt }))).status).toBe(422);
  });

  it('a character no font has, naming it, rather than printing a blank', async () => {
    const data = { ...samples.certificate, holders: [{ name: '张\u{3134a}' }] };
    const problem = await refusal(documents.render('certificate', data, { issuedAt }));
    expect(problem).toMatchObject({ code: 'DOCUMENT_GLYPH_MISSING', status: 422 });
    expect(problem.detail).toContain('\u{3134a}');
  });

  it('more data than a sheet can be', async () => {
    const remarks = Array.from({ length: 40 }, () => '附'.repeat(2000));
    const rows = Array.from({ length: 300 }, (_, index) => ({
      ...samples['register-sheet'].rights[0],
      title: `权利${index}`,
      fields: remarks.slice(0, 8).map((value) => ({ label: '附记', value })),
    }));
    const data = { ...samples['register-sheet'], rights: rows };
    const problem = await refusal(documents.render('register-sheet', data as unknown, { issuedAt }));
    expect(problem).toMatchObject({ code: 'DOCUMENT_DATA_TOO_LARGE', status: 413 });
  });
});

describe('a service’s own template', () => {
  const schema = Type.Object({ words: Type.String({ title: '正文', minLength: 1 }) });

  function ownTemplate(folder: string) {
    return defineTemplate({
      code: 'own-sheet',
      title: '自定文书',
      source: new URL(`file://${folder}/own.typ`),
      schema,
    });
  }

  it('is rendered once registered, and typst code in its data stays text', async () => {
    await inFolder(async (folder) => {
      const own = await createDocuments();
      const template = ownTemplate(folder);
      await writeFile(
        `${folder}/own.typ`,
        '#import "/sheet.typ": *\n#show: sheet.with(office: "某局", head: false)\n#data.words',
      );
      own.register(template);
      const { pdf } = await own.render(template, { words: '#panic("no") *粗*' }, { issuedAt });
      if (has('pdftotext')) expect(await textOf(pdf)).toContain('#panic("no")*粗*');
      expect(() => own.register(template)).toThrow(/registered twice/);
      await own.close();
    });
  });

  it('that does not compile is refused as broken', async () => {
    await inFolder(async (folder) => {
      const own = await createDocuments();
      await writeFile(`${folder}/own.typ`, '#no-such-function()');
      own.register(ownTemplate(folder));
      const problem = await refusal(own.render('own-sheet', { words: '字' }, { issuedAt }));
      await own.close();
      expect(problem).toMatchObject({ code: 'DOCUMENT_TEMPLATE_BROKEN', status: 500 });
      expect(problem.detail).toContain('no-such-function');
    });
  });

  it('must have a kebab-case code', () => {
    expect(() =>
      defineTemplate({ code: 'Own Sheet', title: '', source: new URL('file:///x'), schema }),
    ).toThrow();
  });
});

describe('the seal', () => {
  it('is drawn in outlines, not text, and differs by office and purpose', async () => {
    const one = await documents.seal({ office: '常州市不动产登记中心', purpose: '不动产登记专用章' });
    const other = await documents.seal({ office: '衢州市不动产登记中心', purpose: '不动产登记专用章' });
    expect(one).toContain('<svg');
    expect(one).not.toContain('<text');
    expect(one.toLowerCase()).toContain('#b5342b');
    expect(one).not.toBe(other);
  });
});

describe.skipIf(!has('qpdf'))(`the file${reasonToSkip('qpdf')}`, () => {
  it.each(codes)('of %s is sound', async (code) => {
    const { pdf } = await documents.render(code, samples[code], { issuedAt });
    const checked = await inFolder(async (folder) => {
      await writeFile(`${folder}/sheet.pdf`, pdf);
      return run('qpdf', '--check', `${folder}/sheet.pdf`);
    });
    expect(checked).toMatchObject({ status: 0 });
    expect(checked.output).toContain('No syntax or stream encoding errors');
  });
});
