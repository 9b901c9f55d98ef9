import { readFileSync } from 'node:fs';
import { type Config, ConfigError } from '@hengchan/platform';
import type { OfficeInfo } from '@hengchan/registration';
import Type from 'typebox';
import Value from 'typebox/value';

const text = (title: string) => Type.String({ title, minLength: 1, maxLength: 200 });

/** The file HENGCHAN_OFFICES names: the registry offices this installation serves. */
const OfficesFile = Type.Array(
  Type.Object(
    {
      code: Type.String({ title: '行政区划代码', pattern: '^\\d{6}$' }),
      name: text('登记机构名称'),
      province: Type.String({ title: '省级简称', minLength: 1, maxLength: 4 }),
      place: text('证号中的市县名'),
      address: text('地址'),
      hours: Type.Optional(text('对外办公时间')),
    },
    { additionalProperties: false },
  ),
  { minItems: 1, maxItems: 500 },
);

/** The offices of the file, or those of the demonstration where none is named. Throws ConfigError with every fault of the file. */
export function loadOffices(config: Config, demonstration: readonly OfficeInfo[]): readonly OfficeInfo[] {
  if (config.officesFile === undefined) return demonstration;
  const content = read(config.officesFile);
  const faults = [...Value.Errors(OfficesFile, content)].map(
    (error) => `HENGCHAN_OFFICES ${error.instancePath}：${error.message}`,
  );
  if (faults.length > 0) throw new ConfigError(faults);
  const offices = content as OfficeInfo[];
  const codes = offices.map((office) => office.code);
  const twice = codes.filter((code, index) => codes.indexOf(code) !== index);
  if (twice.length > 0) throw new ConfigError(twice.map((code) => `HENGCHAN_OFFICES：${code} 出现两次`));
  return offices;
}

function read(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new ConfigError([
      `HENGCHAN_OFFICES：无法读取 ${file}（${error instanceof Error ? error.message : String(error)}）`,
    ]);
  }
}
