import type { BusinessDefinition } from '@hengchan/casework';
import { surveyedUnits } from './first.ts';
import { mortgaged } from './mortgage.ts';
import type { Recipe } from './recipe.ts';
import { seized, toBeSeized } from './seizure.ts';
import { heldUnit } from './title.ts';

/**
 * What a case needs before it begins, by the first effect it enters. An effect that is not here begins with one free unit of its holder.
 * A new one is a file of its family and a line here.
 */
const byEffect: Readonly<Record<string, Recipe>> = {
  'first-register': surveyedUnits,
  'cancel-mortgage': mortgaged,
  'alter-mortgage': mortgaged,
  'transfer-mortgage': mortgaged,
  seize: toBeSeized,
  'renew-seizure': seized,
  'release-seizure': seized,
};

/** Businesses whose effect does not say enough. */
const byBusiness: Readonly<Record<string, Recipe>> = {
  'resale-transfer-mortgaged': mortgaged,
};

/** The recipe of a business: its own, that of its first effect, or one free unit of its holder. */
export const recipeFor = ({ code, effects }: BusinessDefinition): Recipe =>
  byBusiness[code] ?? byEffect[effects[0] ?? ''] ?? heldUnit;
