import type { BusinessDefinition } from '@hengchan/casework';
import { flowOf } from './flow.ts';
import { layOut } from './layout.ts';
import { writeBpmn } from './write-bpmn.ts';

const drawn = new WeakMap<BusinessDefinition, string>();

/** The process of a business as BPMN 2.0 XML with its picture. Drawn once for each version. */
export function processPicture(definition: BusinessDefinition): string {
  const known = drawn.get(definition);
  if (known !== undefined) return known;
  const flow = flowOf(definition);
  const days = definition.limit;
  const xml = writeBpmn(
    {
      code: definition.code,
      version: definition.version,
      name: definition.name,
      documentation: `${definition.summary}承诺 ${days.workingDays} 个工作日，法定 ${days.statutoryWorkingDays} 个工作日。登簿前申请人可以撤回申请，图中不画。`,
    },
    flow,
    layOut(flow),
  );
  drawn.set(definition, xml);
  return xml;
}
