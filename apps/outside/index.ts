import { mkdirSync } from 'node:fs';
import type { Server } from 'node:http';
import { join } from 'node:path';
import { type Logger, makeLogger, systemHttpClient } from '@hengchan/platform';
import { bank } from './departments/bank/bank.ts';
import { civil } from './departments/civil.ts';
import { court } from './departments/court.ts';
import { finance } from './departments/finance.ts';
import { housing } from './departments/housing.ts';
import { market } from './departments/market.ts';
import { broadcast, fund, gas, power, water } from './departments/notices.ts';
import { police } from './departments/police.ts';
import { tax } from './departments/tax/tax.ts';
import { openAddresses } from './house/addresses.ts';
import { makeControl } from './house/control.ts';
import type { Department } from './house/department.ts';
import type { Fault } from './house/faults.ts';
import { listen, type OpenDepartment, openDepartment } from './house/open.ts';
import { makeTimepiece } from './house/timepiece.ts';

export type { Fault, FaultKind } from './house/faults.ts';

/** In the order of their default ports, which begin one above the control port. */
export const departmentCodes = [
  'police',
  'civil',
  'market',
  'housing',
  'tax',
  'bank',
  'finance',
  'court',
  'fund',
  'power',
  'water',
  'gas',
  'broadcast',
] as const;
export type DepartmentCode = (typeof departmentCodes)[number];

const makers: Record<DepartmentCode, (dataFolder: string) => unknown> = {
  police,
  civil,
  market,
  housing,
  tax,
  bank,
  finance,
  court,
  fund: () => fund,
  power: () => power,
  water: () => water,
  gas: () => gas,
  broadcast: () => broadcast,
};

export interface OutsideOptions {
  /** The departments' own data, keys and the files furnished to them. */
  dataFolder: string;
  /** Where systems find each other: peers.json and hengchan.json. Default: `exchange` in the data folder. */
  exchangeFolder?: string;
  /** 0: any free port for each. Another number: the control port, departments following in their order. Or one by one. */
  ports?: number | Partial<Record<DepartmentCode | 'control', number>>;
  /** Where callbacks go; default is what hengchan.json says when one is made. */
  callbackBase?: string;
  departments?: readonly DepartmentCode[];
  host?: string;
  /** Address people's browsers use for pages, where it differs from where the department listens. */
  publicBase?: string;
  clock?: 'follow' | 'own';
  log?: Logger;
}

export interface Outside {
  /** By department code, and `control`. */
  urls: Record<string, string>;
  fault(department: DepartmentCode, fault: Fault): void;
  setCallbackBase(url: string): void;
  /** Closes every door and every connection; what was still to be told is told after the next start. */
  stop(): Promise<void>;
}

/** Opens the departments and publishes their addresses and public keys. Everything opened is closed again when one cannot open. */
export async function startOutside(options: OutsideOptions): Promise<Outside> {
  const { dataFolder, host = '127.0.0.1' } = options;
  mkdirSync(dataFolder, { recursive: true });
  const addresses = openAddresses(options.exchangeFolder ?? join(dataFolder, 'exchange'));
  const timepiece = makeTimepiece(options.clock ?? 'follow', join(dataFolder, 'clock.json'));
  let callbackBase = options.callbackBase;
  const parts = {
    dataFolder,
    host,
    addresses,
    timepiece,
    http: systemHttpClient(),
    log: options.log ?? makeLogger('error'),
    callbackBase: () => callbackBase,
    publicBase: options.publicBase,
  };
  const open: OpenDepartment[] = [];
  let control: Server | undefined;
  const stop = async () => {
    control?.closeAllConnections();
    await new Promise((resolve) => (control ? control.close(resolve) : resolve(undefined)));
    await Promise.all(open.map((department) => department.stop()));
  };
  try {
    for (const code of options.departments ?? departmentCodes) {
      const department = makers[code](dataFolder) as Department;
      open.push(await openDepartment(department, parts, portOf(options.ports, code)));
    }
    await addresses.publish(open.map(({ code, url, publicKey }) => ({ code, url, publicKey })));
    control = makeControl(open, timepiece);
    const controlUrl = await listen(control, '127.0.0.1', portOf(options.ports, 'control'));
    await addresses.publishControl(
      open.map(({ code }) => code),
      controlUrl,
    );
    return {
      urls: { ...Object.fromEntries(open.map(({ code, url }) => [code, url])), control: controlUrl },
      fault: (code, fault) => open.find((department) => department.code === code)?.faults.set(fault),
      setCallbackBase(url) {
        callbackBase = url;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

function portOf(ports: OutsideOptions['ports'], code: DepartmentCode | 'control'): number {
  if (ports === undefined || ports === 0) return 0;
  if (typeof ports === 'object') return ports[code] ?? 0;
  return code === 'control' ? ports : ports + 1 + departmentCodes.indexOf(code);
}
