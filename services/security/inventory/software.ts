import { readFileSync } from 'node:fs';

interface LockedPackage {
  name?: string;
  version?: string;
  license?: string;
  resolved?: string;
  integrity?: string;
  link?: boolean;
  dev?: boolean;
  optional?: boolean;
  dependencies?: Record<string, string>;
}

export interface Component {
  name: string;
  version: string;
  license: string;
  /** Only for building and testing: no part of what runs. */
  development: boolean;
  integrity: string | undefined;
  own: boolean;
}

/** Licences under which anybody may use, change and pass on; each was read by the maintainers. Row SEC-SUP-05. */
export const permitted: readonly string[] = [
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'CC-BY-3.0',
  'CC-BY-4.0',
  'CC0-1.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'MulanPSL-2.0',
  'OFL-1.1',
  'Python-2.0',
  'Unlicense',
  'PostgreSQL',
  'Zlib',
  // bpmn-js: MIT with the condition that its mark stays visible on every picture, which it does.
  'LicenseRef-bpmn-io',
];

/** What no registry tells: packages that forgot to write their licence, or point to a file, as their own files state it. */
const stated: Readonly<Record<string, string>> = {
  'png-js': 'MIT',
  'prelude-ls': 'MIT',
  'bpmn-js': 'LicenseRef-bpmn-io',
};

/** Every package the lockfile pins, by name and version, each once. */
export function readComponents(lockfile: URL): Component[] {
  const { packages } = JSON.parse(readFileSync(lockfile, 'utf8')) as {
    packages: Record<string, LockedPackage>;
  };
  const found = new Map<string, Component>();
  for (const [path, entry] of Object.entries(packages)) {
    if (path === '' || entry.link || entry.version === undefined) continue;
    const own = !path.includes('node_modules/');
    const name =
      entry.name ?? path.slice(path.lastIndexOf('node_modules/') + (own ? 1 : 'node_modules/'.length));
    const key = `${name}@${entry.version}`;
    const development = entry.dev === true && found.get(key)?.development !== false;
    found.set(key, {
      name,
      version: entry.version,
      license: stated[name] ?? entry.license ?? '未写明',
      development,
      integrity: entry.integrity,
      own,
    });
  }
  return [...found.values()].sort((left, right) => left.name.localeCompare(right.name));
}

/** Whether one of the alternatives of a licence expression, or all of its parts, are permitted. */
export function isPermitted(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, '').trim();
  if (/ OR /.test(plain)) return plain.split(' OR ').some(isPermitted);
  if (/ AND /.test(plain)) return plain.split(' AND ').every(isPermitted);
  return permitted.includes(plain);
}

/** Components without a permitted licence, with what is done about it. Rows SEC-SUP-02, SEC-SUP-05. */
export function unlicensed(components: readonly Component[]): Component[] {
  return components.filter(({ license }) => !isPermitted(license));
}

/** The bill of materials in CycloneDX 1.6. The serial number is given by the caller, who has the randomness. */
export function cycloneDx(
  components: readonly Component[],
  made: { at: Date; serial: string; version: string },
) {
  const reference = ({ name, version }: { name: string; version: string }) =>
    `pkg:npm/${name.replace(/^@/, '%40')}@${version}`;
  return {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${made.serial}`,
    version: 1,
    metadata: {
      timestamp: made.at.toISOString(),
      component: { type: 'application', name: 'hengchan', version: made.version, 'bom-ref': 'hengchan' },
    },
    components: components
      .filter((component) => !component.own)
      .map((component) => ({
        type: 'library',
        'bom-ref': reference(component),
        name: component.name,
        version: component.version,
        purl: reference(component),
        scope: component.development ? 'excluded' : 'required',
        licenses: licenseOf(component.license),
        ...(component.integrity?.startsWith('sha512-')
          ? {
              hashes: [
                {
                  alg: 'SHA-512',
                  content: Buffer.from(component.integrity.slice('sha512-'.length), 'base64').toString('hex'),
                },
              ],
            }
          : {}),
      })),
  };
}

function licenseOf(license: string) {
  if (license === '未写明') return [];
  if (/ (OR|AND|WITH) /.test(license)) return [{ expression: license }];
  return [{ license: isSpdx(license) ? { id: license } : { name: license } }];
}

const isSpdx = (license: string) => permitted.includes(license) && !license.startsWith('LicenseRef-');
