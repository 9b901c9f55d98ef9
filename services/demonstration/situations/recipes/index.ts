import type { BusinessDefinition } from '@hengchan/casework';
import { surveyedUnits } from './first.ts';
import {
  disputed,
  eased,
  easedLandSold,
  field,
  inhabited,
  locked,
  managed,
  neighbouringLand,
  objectedTo,
} from './limited.ts';
import { mortgaged, mortgagedUpToMaximum } from './mortgage.ts';
import { noticed, toBeNoticed } from './notice.ts';
import type { Recipe } from './recipe.ts';
import { seized, toBePreSeized, toBeSeized } from './seizure.ts';
import { taxPaid } from './tax-paid.ts';
import { heldUnit, toBeAltered, toBeMerged, toBeSplit } from './title.ts';
import { leftBehind, ofSpouses } from './transfer.ts';

/**
 * What a case needs before it begins, by the first effect it enters. An effect that is not here begins with one free unit of its holder.
 * A new one is a file of its family and a line here.
 */
const byEffect: Readonly<Record<string, Recipe>> = {
  'first-register': surveyedUnits,
  'alter-title': toBeAltered,
  rectify: toBeAltered,
  'rectify-ex-officio': toBeAltered,
  inherit: leftBehind,
  'divide-property-of-spouses': ofSpouses,
  'split-unit': toBeSplit,
  'merge-units': toBeMerged,
  'cancel-mortgage': mortgaged,
  'alter-mortgage': mortgaged,
  'transfer-mortgage': mortgaged,
  'determine-mortgage': mortgagedUpToMaximum,
  'give-notice': toBeNoticed,
  'give-mortgage-notice': noticed,
  'alter-notice': noticed,
  'transfer-notice': noticed,
  'cancel-notice': noticed,
  'cancel-mortgage-notice': noticed,
  'convert-notice': noticed,
  'convert-mortgage-notice': noticed,
  object: disputed,
  'show-suit': objectedTo,
  'cancel-objection': objectedTo,
  'establish-easement': neighbouringLand,
  'alter-easement': eased,
  'transfer-easement': easedLandSold,
  'cancel-easement': eased,
  'alter-habitation': inhabited,
  'cancel-habitation': inhabited,
  'establish-management': field,
  'alter-management': managed,
  'transfer-management': managed,
  'cancel-management': managed,
  'lock-unit': disputed,
  'unlock-unit': locked,
  seize: toBeSeized,
  'pre-seize': toBePreSeized,
  'renew-seizure': seized,
  'release-seizure': seized,
};

/** Businesses whose effect does not say enough. */
const byBusiness: Readonly<Record<string, Recipe>> = {
  'resale-transfer-mortgaged': mortgaged,
  'per-new-home-tax-paid': taxPaid,
};

/** The recipe of a business: its own, that of its first effect, or one free unit of its holder. */
export const recipeFor = ({ code, effects }: BusinessDefinition): Recipe =>
  byBusiness[code] ?? byEffect[effects[0] ?? ''] ?? heldUnit;
