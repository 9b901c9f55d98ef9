/** What may be altered or corrected of a title and its unit, and the field of the register it is. */
export const matters = {
  name: '权利人姓名或名称',
  location: '坐落',
  area: '面积',
  use: '用途',
  term: '使用期限',
} as const;

export type Matter = keyof typeof matters;

/** What the form of an alteration or rectification says: each absent when it stays as it is. */
export interface Changes {
  newName?: string;
  oldName?: string;
  newLocation?: string;
  newArea?: string;
  newUse?: string;
  newTermTo?: string;
  coOwnership?: string;
}

const fieldOf = {
  name: 'newName',
  location: 'newLocation',
  area: 'newArea',
  use: 'newUse',
  term: 'newTermTo',
} as const satisfies Record<Matter, keyof Changes>;

const fields = [...Object.values(fieldOf), 'oldName', 'coOwnership'] as const;

/**
 * Reads a form: businesses about one matter have a field for it, those about any have `matter` and `newValue`.
 * Empty text counts as not given.
 */
export function changesIn(form: Readonly<Record<string, unknown>>): Changes {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
  const changes: Changes = {};
  for (const field of fields) {
    const value = text(form[field]);
    if (value !== undefined) changes[field] = value;
  }
  const matter = text(form.matter);
  const newValue = text(form.newValue);
  if (matter !== undefined && Object.hasOwn(fieldOf, matter) && newValue !== undefined)
    changes[fieldOf[matter as Matter]] = newValue;
  return changes;
}
