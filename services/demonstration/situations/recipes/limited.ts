import { rightTypeOf, titledUnit } from '../acts.ts';
import {
  giveEasement,
  giveHabitation,
  giveManagement,
  lockDocument,
  lockPage,
  objectTo,
} from '../acts-limited.ts';
import type { Casting } from '../casting.ts';
import type { Stage } from '../stage.ts';
import type { Recipe } from './recipe.ts';

/** Land under easements is land; homes have residents; fields are managed. */
const dominantHolders = (casting: Casting) => casting.all('dominant');

/** Two parcels: the one that serves, and the one it serves. */
async function neighbours(stage: Stage, casting: Casting, rightType: string) {
  const servient = await titledUnit(stage, { rightType, holders: casting.all('servient') });
  const dominant = await titledUnit(stage, { rightType, holders: dominantHolders(casting) });
  return { servient: servient.facts.code, dominant: dominant.facts.code };
}

/** Only one of the two is in the case where the business takes one unit. */
const unitsOf = (maximum: number, { servient, dominant }: { servient: string; dominant: string }) =>
  maximum > 1 ? [servient, dominant] : [servient];

/** 地役权首次. */
export const neighbouringLand: Recipe = {
  async prepare(stage, definition, casting) {
    const land = await neighbours(stage, casting, definition.rightTypes?.[0] ?? '3');
    return {
      units: unitsOf(definition.units.maximum, land),
      parties: casting.parties(),
      form: {
        servientUnits: [land.servient],
        dominantUnits: [land.dominant],
        dominantUnit: land.dominant,
        servientUnit: land.servient,
      },
      entries: 2,
    };
  },
};

/** 地役权变更、转移、注销. */
export const eased: Recipe = {
  async prepare(stage, definition, casting) {
    const land = await neighbours(stage, casting, definition.rightTypes?.[0] ?? '3');
    const right = await giveEasement(stage, land, {
      providers: casting.all('servient'),
      holders: dominantHolders(casting),
    });
    return {
      units: unitsOf(definition.units.maximum, land),
      parties: casting.parties(),
      form: { proofNumber: right.certificate, dominantUnits: [land.dominant], dominantUnit: land.dominant },
      entries: 2,
    };
  },
};

/** 居住权变更、注销. */
export const inhabited: Recipe = {
  async prepare(stage, definition, casting) {
    const providers = casting.holders();
    const { facts } = await titledUnit(stage, { rightType: rightTypeOf(definition), holders: providers });
    const right = await giveHabitation(stage, facts.code, { providers, resident: casting.one('resident') });
    return { units: [facts.code], parties: casting.parties(), form: { proofNumber: right.certificate } };
  },
};

/** 土地经营权首次: a field contracted to a farmer. */
export const field: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = definition.rightTypes?.[0] ?? '9';
    const { facts } = await titledUnit(stage, { rightType, holders: casting.holders() });
    return { units: [facts.code], parties: casting.parties() };
  },
};

/** 土地经营权变更、转移、注销. */
export const managed: Recipe = {
  async prepare(stage, definition, casting) {
    const rightType = definition.rightTypes?.[0] ?? '9';
    const providers = casting.holders();
    const { facts } = await titledUnit(stage, { rightType, holders: providers });
    const right = await giveManagement(stage, facts.code, { providers, manager: casting.one('manager') });
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: { certificateNumber: right.certificate, proofNumber: right.certificate },
    };
  },
};

/** 异议登记: somebody else holds what the objector says is theirs. */
export const disputed: Recipe = {
  async prepare(stage, definition, casting) {
    const { facts } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders: casting.all('holder'),
    });
    return { units: [facts.code], parties: casting.parties() };
  },
};

/** 起诉证明、注销异议: the objection stands. */
export const objectedTo: Recipe = {
  async prepare(stage, definition, casting) {
    const { facts } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders: casting.all('holder'),
    });
    const right = await objectTo(stage, facts.code, casting.one('objector'));
    return { units: [facts.code], parties: casting.parties(), form: { proofNumber: right.certificate } };
  },
};

/** 解除限制: the page is stopped by the authority that comes again, or by the registry itself. */
export const locked: Recipe = {
  async prepare(stage, definition, casting) {
    const { facts } = await titledUnit(stage, {
      rightType: rightTypeOf(definition),
      holders: casting.all('holder'),
    });
    await lockPage(stage, facts.code, casting.has('authority') ? casting.one('authority') : undefined);
    return {
      units: [facts.code],
      parties: casting.parties(),
      form: { originalDocumentNumber: lockDocument(stage) },
    };
  },
};
