import type { BusinessDefinition } from '@hengchan/casework';
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

/** Two parcels: the one that serves, and the one it serves. */
async function neighbours(stage: Stage, definition: BusinessDefinition, casting: Casting) {
  const rightType = definition.rightTypes?.[0] ?? '3';
  const servient = await titledUnit(stage, { rightType, holders: casting.all('servient') });
  const dominant = await titledUnit(stage, { rightType, holders: casting.all('dominant') });
  return { servient: servient.facts.code, dominant: dominant.facts.code };
}

/** 地役权首次. */
export const neighbouringLand: Recipe = {
  async prepare(stage, definition, casting) {
    const { servient, dominant } = await neighbours(stage, definition, casting);
    return { units: [servient, dominant], parties: casting.parties() };
  },
};

/** 地役权变更、注销. */
export const eased: Recipe = {
  async prepare(stage, definition, casting) {
    const land = await neighbours(stage, definition, casting);
    const right = await giveEasement(stage, land, {
      providers: casting.all('servient'),
      holders: casting.all('dominant'),
    });
    return {
      units: [land.servient, land.dominant],
      parties: casting.parties(),
      form: { proofNumber: right.certificate },
    };
  },
};

/** 地役权转移: the land it serves belongs to somebody else by now. */
export const easedLandSold: Recipe = {
  async prepare(stage, definition, casting) {
    const scene = await eased.prepare(stage, definition, casting);
    const buyers = casting.all('newDominant');
    await stage.enter([
      {
        type: 'transfer',
        unit: scene.units[1] ?? '',
        reason: '买卖',
        holders: buyers.map(({ identity }) => stage.holder(identity)),
        coOwnership: buyers.length === 1 ? '0' : '1',
      },
    ]);
    return scene;
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
    const parties = casting.parties();
    await lockPage(stage, facts.code, parties.find(({ role }) => role === 'authority')?.member);
    return {
      units: [facts.code],
      parties,
      form: { originalDocumentNumber: lockDocument(stage) },
    };
  },
};
