import { readFile } from 'node:fs/promises';
import type { Static, TSchema } from 'typebox';
import { type CompileAnswer, startCompiler } from './compiler.ts';
import { errors } from './errors.ts';
import { fontFiles } from './fonts.ts';
import { createPictures } from './pictures.ts';
import { signPdf } from './signing/sign-pdf.ts';
import type { DocumentSigner } from './signing/signer.ts';
import type { Seal, Template } from './template.ts';
import { type DocumentData, standardTemplates } from './templates/index.ts';
import { fieldChecker } from './validate.ts';

export interface RenderedDocument {
  pdf: Uint8Array<ArrayBuffer>;
  pages: number;
}

export interface RenderOptions {
  /** The moment the document bears; printed as a date in Asia/Shanghai and written into the PDF. */
  issuedAt: Date;
}

export interface Documents {
  /** Adds a sheet of a service's own. Throws when the code is taken. */
  register(template: Template): void;
  list(): { code: string; title: string }[];
  /**
   * Lays out one document as PDF/A-2b, signed when it bears a seal. The same data and date give the same bytes.
   * Refuses with DOCUMENT_TEMPLATE_NOT_FOUND, _DATA_INVALID (naming each field), _DATA_TOO_LARGE, _GLYPH_MISSING
   * (naming the character), _TEMPLATE_BROKEN, _COMPILER_STOPPED or _COMPILER_BUSY.
   */
  render<Code extends keyof DocumentData>(
    code: Code,
    data: DocumentData[Code],
    options: RenderOptions,
  ): Promise<RenderedDocument>;
  render<Schema extends TSchema>(
    template: Template<Schema>,
    data: Static<Schema>,
    options: RenderOptions,
  ): Promise<RenderedDocument>;
  render(code: string, data: unknown, options: RenderOptions): Promise<RenderedDocument>;
  /** The round seal as an SVG of plain outlines, for screens; the same one the sheets carry. */
  seal(seal: Seal): Promise<string>;
  close(): Promise<void>;
}

interface Registered {
  template: Template;
  check: ReturnType<typeof fieldChecker>;
  source: Promise<string>;
}

/** A register sheet with thousands of rights stays far below this. */
const MOST_DATA_CHARACTERS = 2_000_000;
const SHARED_SOURCES = ['sheet.typ', 'seal.typ', 'watermark.typ', 'plan.typ', 'ornament.typ', 'notice.typ'];
const SIGNING_REASON = 'Issued by the registration office';
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

export interface DocumentsOptions {
  /** Folders of further faces, for rare characters. */
  fontFolders?: string[];
  /** Signs every document that bears a seal: the printed seal is a picture, the signature is what holds. */
  signer?: DocumentSigner;
}

/** Loads the fonts and keeps one compiler warm. */
export async function createDocuments(options: DocumentsOptions = {}): Promise<Documents> {
  const shared: Record<string, string> = {};
  for (const name of SHARED_SOURCES) {
    shared[`/${name}`] = await readFile(new URL(`./templates/${name}`, import.meta.url), 'utf8');
  }
  const compiler = startCompiler(fontFiles(options.fontFolders));
  const registered = new Map<string, Registered>();
  const pictures = createPictures(compiler, shared, refusal);

  function register(template: Template): Registered {
    if (registered.has(template.code)) throw new Error(`template registered twice: ${template.code}`);
    const source = readFile(template.source, 'utf8');
    source.catch(() => undefined);
    const entry = { template, check: fieldChecker(template.schema), source };
    registered.set(template.code, entry);
    return entry;
  }

  async function render(
    wanted: string | Template,
    data: unknown,
    { issuedAt }: RenderOptions,
  ): Promise<RenderedDocument> {
    const { template, check, source } = find(wanted);
    const faults = check(data);
    const problems = faults.length > 0 ? faults : (template.review?.(data) ?? []);
    if (problems.length > 0) throw errors.DOCUMENT_DATA_INVALID({ errors: problems });
    const sealWanted = template.seal?.(data);
    const json = JSON.stringify({
      ...(data as object),
      ...template.present?.(data),
      seal: sealWanted === undefined ? null : await pictures.seal(sealWanted),
      watermark: (data as { demo?: unknown }).demo === true ? await pictures.watermark() : null,
      sheet: {
        title: template.title,
        issued: parts(new Date(issuedAt.getTime() + SHANGHAI_OFFSET_MS)),
        stamp: parts(issuedAt),
      },
    });
    if (json.length > MOST_DATA_CHARACTERS) throw errors.DOCUMENT_DATA_TOO_LARGE();
    const main = `/templates/${template.code}.typ`;
    const answer = await compiler.compile({
      main,
      sources: { ...shared, [main]: await source },
      data: json,
      output: 'pdf',
      timestamp: Math.floor(issuedAt.getTime() / 1000),
    });
    if (!('pdf' in answer)) throw refusal(answer);
    const pdf =
      sealWanted !== undefined && options.signer !== undefined
        ? await signPdf(answer.pdf, options.signer, { reason: SIGNING_REASON, time: issuedAt })
        : answer.pdf;
    return { pdf, pages: answer.pages };
  }

  function find(wanted: string | Template): Registered {
    const code = typeof wanted === 'string' ? wanted : wanted.code;
    const entry = registered.get(code);
    if (entry !== undefined && (typeof wanted === 'string' || entry.template === wanted)) return entry;
    throw errors.DOCUMENT_TEMPLATE_NOT_FOUND({ detail: `没有编码为“${code}”的文书。` });
  }

  for (const template of standardTemplates) register(template);
  return {
    register: (template) => void register(template),
    list: () => [...registered.values()].map(({ template: { code, title } }) => ({ code, title })),
    render,
    seal: pictures.seal,
    close: () => compiler.close(),
  };
}

/** Parts of a moment as universal time has them. */
function parts(at: Date): Record<string, number> {
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    day: at.getUTCDate(),
    hour: at.getUTCHours(),
    minute: at.getUTCMinutes(),
    second: at.getUTCSeconds(),
  };
}

/** Turns what typst said into a problem; a character no font has is the one a clerk can act on. */
function refusal(answer: CompileAnswer): Error {
  const said = 'failure' in answer ? answer.failure : '';
  const missing = [...said.matchAll(/the text `\\*"(.+?)\\*"` could not be displayed/g)].map(
    (match) => match[1],
  );
  if (missing.length === 0) return errors.DOCUMENT_TEMPLATE_BROKEN({ detail: said.slice(0, 500) });
  const characters = [...new Set(missing)].join('、');
  return errors.DOCUMENT_GLYPH_MISSING({ detail: `字库里没有这些字：${characters}。请补充字库后再生成。` });
}
