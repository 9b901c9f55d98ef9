import type { FieldError } from '@hengchan/platform';
import type { Static, TSchema } from 'typebox';

/**
 * A legal document as data: what it is called, the typst file that lays it out, and the schema its data
 * must satisfy. A service adds its own sheet by defining one and registering it; nothing here knows any
 * business.
 */
export interface Template<Schema extends TSchema = TSchema> {
  /** Stable kebab-case name, the key `render` is called with. */
  readonly code: string;
  /** The Chinese title printed on the sheet and used as the title of the PDF. */
  readonly title: string;
  /** The .typ file. It may `#import "/sheet.typ": *` and finds its data through `sheet-data`. */
  readonly source: URL;
  readonly schema: Schema;
  /**
   * Derives what the sheet needs but the data does not say: QR modules, capital figures, drawing
   * coordinates. Must be pure, so the same data gives the same bytes.
   */
  present?(data: Static<Schema>): Record<string, unknown>;
  /** What a schema cannot say, such as a date that does not exist or figures that do not agree. */
  review?(data: Static<Schema>): FieldError[];
  /** The seal the sheet carries, if any. */
  seal?(data: Static<Schema>): Seal | undefined;
}

/** A round seal: the office's name around a star, and below it what the seal is for. */
export interface Seal {
  readonly office: string;
  readonly purpose: string;
}

const CODE = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Keeps the schema's type with the template. Throws at start-up when the code is not kebab-case. */
export function defineTemplate<Schema extends TSchema>(template: Template<Schema>): Template<Schema> {
  if (!CODE.test(template.code)) throw new Error(`template code must be kebab-case: ${template.code}`);
  return template;
}
