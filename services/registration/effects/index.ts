import { alterTitle, cancelTitle, rectify, rectifyExOfficio, reissueCertificate } from './alter-title.ts';
import type { EffectBuilder } from './build.ts';
import { mergeUnits, splitUnit } from './divide-units.ts';
import { firstRegister, firstRegisterCommonParts } from './first-register.ts';
import {
  alterEasement,
  alterHabitation,
  alterManagement,
  alterMortgage,
  cancelEasement,
  cancelHabitation,
  cancelManagement,
  cancelObjection,
  determineMortgage,
  establishEasement,
  establishHabitation,
  establishManagement,
  lockUnit,
  object,
  showSuit,
  transferEasement,
  transferManagement,
  transferMortgage,
  unlockUnit,
} from './limited-rights.ts';
import { cancelMortgage, establishMortgage } from './mortgage.ts';
import { preSeize, releaseSeizure, renewSeizure, seize } from './seizure.ts';
import {
  dividePropertyOfSpouses,
  giveOwnership,
  inherit,
  transferByOrder,
  transferOtherwise,
  transferOwnership,
} from './transfer-ownership.ts';

/** Builders a definition may name under `effects`. */
export const effectBuilders: Readonly<Record<string, EffectBuilder>> = {
  'first-register': firstRegister,
  'first-register-common-parts': firstRegisterCommonParts,
  'alter-title': alterTitle,
  rectify,
  'rectify-ex-officio': rectifyExOfficio,
  'cancel-title': cancelTitle,
  'reissue-certificate': reissueCertificate,
  'split-unit': splitUnit,
  'merge-units': mergeUnits,
  'transfer-ownership': transferOwnership,
  'transfer-otherwise': transferOtherwise,
  'give-ownership': giveOwnership,
  'divide-property-of-spouses': dividePropertyOfSpouses,
  inherit,
  'transfer-by-order': transferByOrder,
  'establish-mortgage': establishMortgage,
  'establish-construction-mortgage': establishMortgage,
  'cancel-mortgage': cancelMortgage,
  'alter-mortgage': alterMortgage,
  'determine-mortgage': determineMortgage,
  'transfer-mortgage': transferMortgage,
  'establish-easement': establishEasement,
  'alter-easement': alterEasement,
  'transfer-easement': transferEasement,
  'cancel-easement': cancelEasement,
  'establish-habitation': establishHabitation,
  'alter-habitation': alterHabitation,
  'cancel-habitation': cancelHabitation,
  'establish-management': establishManagement,
  'alter-management': alterManagement,
  'transfer-management': transferManagement,
  'cancel-management': cancelManagement,
  object,
  'show-suit': showSuit,
  'cancel-objection': cancelObjection,
  'lock-unit': lockUnit,
  'unlock-unit': unlockUnit,
  seize,
  'pre-seize': preSeize,
  'renew-seizure': renewSeizure,
  'release-seizure': releaseSeizure,
};

export type { CaseUnitState, EffectBuilder, EffectContext } from './build.ts';
