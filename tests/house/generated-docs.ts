import { globSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { ConfigSchema, type DocumentedError, documentedErrors } from '@hengchan/platform';
import { controls } from '@hengchan/security';
import { root } from './sources.ts';

/** Loads every room's errors.ts, so that its codes are in the catalogue. */
export async function loadErrors(): Promise<readonly DocumentedError[]> {
  for (const file of globSync('{core,engines,services,catalogue,apps/server}/**/errors.ts', {
    cwd: root,
  }).sort()) {
    if (!file.includes('node_modules')) await import(pathToFileURL(root + file).href);
  }
  return [...documentedErrors()].sort(
    (left, right) => left.room.localeCompare(right.room) || left.code.localeCompare(right.code),
  );
}

/** docs/errors.md: every code an answer can carry. */
export function errorsDocument(errors: readonly DocumentedError[]): string {
  const section = (room: string) => [
    `\n## ${room}\n`,
    '| code | status | title | detail |',
    '| --- | --- | --- | --- |',
    ...errors
      .filter((error) => error.room === room)
      .map(({ code, status, title, detail }) => `| \`${code}\` | ${status} | ${title} | ${detail ?? ''} |`),
  ];
  return [
    '# Errors\n',
    'Every refusal is `application/problem+json` (RFC 9457) with one of these codes. Titles and details are for people.',
    'Written by `npm run docs` from the rooms’ `errors.ts`; a test fails when it is out of date.',
    ...[...new Set(errors.map(({ room }) => room))].flatMap(section),
    '',
  ].join('\n');
}

interface Setting {
  description?: string;
  default?: unknown;
  minimum?: number;
  maximum?: number;
  type?: string;
  anyOf?: { const: string }[];
}

/** docs/operations/settings.md: every variable the programs read. */
export function settingsDocument(): string {
  const rows = Object.entries(ConfigSchema.properties as Record<string, Setting>).map(([name, setting]) => {
    const values = setting.anyOf?.map((choice) => `\`${choice.const}\``).join(' ') ?? range(setting);
    const preset = setting.default === undefined ? '' : `\`${String(setting.default)}\``;
    return `| \`${name}\` | ${values} | ${preset} | ${setting.description ?? ''} |`;
  });
  return [
    '# Settings\n',
    'All settings are environment variables, checked at the start: a wrong or unknown `HENGCHAN_…` stops it and names every fault at once.',
    'Written by `npm run docs` from `core/platform/config/schema.ts`; a test fails when it is out of date.\n',
    '| variable | values | when not set | meaning |',
    '| --- | --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}

function range({ type, minimum, maximum }: Setting): string {
  if (type !== 'integer') return 'text';
  return maximum === undefined ? `${minimum} or more` : `${minimum} to ${maximum}`;
}

const standings = {
  holds: 'holds',
  organisational: 'organisational, product supports',
  partial: 'partly',
  missing: 'not yet',
};

/** docs/operations/security-controls.md: each row of the security requirements, how it stands and what proves it. */
export function controlsDocument(): string {
  const proofs = (control: (typeof controls)[number]) =>
    control.evidence
      .map(({ kind, target }) =>
        kind === 'route' || kind === 'page' ? `\`${target}\`` : `[${target}](../../${target})`,
      )
      .join('<br>');
  const count = (standing: keyof typeof standings) =>
    `${controls.filter((control) => control.standing === standing).length} ${standings[standing]}`;
  return [
    '# Security controls\n',
    'Each row of the requirements of data and network security: how it stands, what the product does, what it does not, and where that is seen.',
    'Written by `npm run docs` from `services/security/controls`; a test fails when it is out of date or a proof leads nowhere.\n',
    `${(Object.keys(standings) as (keyof typeof standings)[]).map(count).join(', ')}.\n`,
    '| row | title | stands | does | lacks | proof |',
    '| --- | --- | --- | --- | --- | --- |',
    ...controls.map(
      (control) =>
        `| ${control.row} | ${control.title} | ${standings[control.standing]} | ${control.claim} | ${control.gap ?? ''} | ${proofs(control)} |`,
    ),
    '',
  ].join('\n');
}
