import type { BusinessDefinition } from '@hengchan/casework';
import type { Share } from '@hengchan/register';
import { giveTitle, giveUpHomesteads, rightTypeOf, titledUnit } from '../acts.ts';
import type { Casting } from '../casting.ts';
import type { Recipe } from './recipe.ts';

/** One unit held by those who dispose of it, free of everything: what most businesses begin with. */
export const heldUnit: Recipe = {
  async prepare(stage, definition, casting) {
    const holders = casting.holders();
    if (definition.rules.some((use) => use.rule === 'HOMESTEAD_TRANSFEREE_ELIGIBLE'))
      await giveUpHomesteads(stage, casting.all('transferee'));
    const units: string[] = [];
    let certificate: string | undefined;
    const { minimum } = definition.units;
    for (let count = 0; count < Math.max(1, minimum); count++) {
      const { facts, title } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders });
      units.push(facts.code);
      certificate ??= title.certificate;
    }
    return { units, parties: casting.parties(), form: { certificateNumber: certificate } };
  },
};

const asks = ({ form }: BusinessDefinition, field: string): boolean =>
  form.required?.includes(field) ?? false;

/**
 * 变更登记: somebody the register knows by an earlier name, or two who hold together and will hold by shares, or simply a unit of which
 * the form says what is different by now.
 */
export const toBeAltered: Recipe = {
  async prepare(stage, definition, casting) {
    if (asks(definition, 'coOwnership')) return heldJointly(stage, definition, casting);
    const holders = casting.holders();
    const renamed = asks(definition, 'newName');
    const names = holders.map(({ identity }) => `${identity.name}${suffix(identity.idType)}`);
    const { facts, title } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders,
      ...(renamed ? { recordedAs: names } : {}),
    });
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: {
        certificateNumber: title.certificate,
        ...(renamed ? { newName: holders[0]?.identity.name, oldName: names[0] } : {}),
      },
    };
  },
};

/** What makes an earlier name of a person or a body. */
const suffix = (idType: string): string => (idType === '1' ? '（曾用名）' : '（原名称）');

const half: Share = { numerator: 1, denominator: 2 };

async function heldJointly(
  stage: Parameters<Recipe['prepare']>[0],
  definition: BusinessDefinition,
  casting: Casting,
) {
  const holders = casting.some('holder', 2);
  const { facts, title } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders });
  const parties = casting.parties().filter(({ role }) => role !== 'holder');
  return {
    units: [facts.code],
    parties: [...holders.map((member) => ({ role: 'holder', member, share: half })), ...parties],
    form: { certificateNumber: title.certificate, coOwnership: '2' },
  };
}

/** 分割: the survey has measured what one unit becomes. */
export const toBeSplit: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = rightTypeOf(definition);
    const { facts, title } = await titledUnit(stage, { rightType, holders: casting.holders() });
    const successors = await successorsOf(stage, rightType, facts.parcelCode, 2);
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: { successors, certificateNumber: title.certificate },
      entries: 1 + successors.length,
    };
  },
};

/** 合并: several units of one holder, and what the survey found they make together. */
export const toBeMerged: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = rightTypeOf(definition);
    const count = Math.max(2, definition.units.minimum);
    const facts = await stage.survey({ rightType, count: isBuilt(rightType) ? count : 1 });
    while (facts.length < count) facts.push(...(await stage.survey({ rightType })));
    for (const each of facts) await giveTitle(stage, each, { rightType, holders: casting.holders() });
    const successors = await successorsOf(stage, rightType, facts[0]?.parcelCode ?? '', 1);
    return {
      units: facts.map((each) => each.code),
      parties: casting.parties(),
      form: { successors },
      entries: count + successors.length,
    };
  },
};

/** New codes: on the same parcel where units stand on it, on new ones where the land itself is divided or joined. */
async function successorsOf(
  stage: Parameters<Recipe['prepare']>[0],
  rightType: string,
  parcelCode: string,
  count: number,
): Promise<string[]> {
  if (isBuilt(rightType)) {
    const facts = await stage.surveyOn(parcelCode, { rightType, count, from: 11 });
    return facts.map((each) => each.code);
  }
  const codes: string[] = [];
  for (let at = 0; at < count; at++)
    codes.push(...(await stage.survey({ rightType })).map((each) => each.code));
  return codes;
}

const isBuilt = (rightType: string): boolean => ['4', '6', '8', '10', '12'].includes(rightType);
