import { alterTitle, cancelTitle, rectify, rectifyExOfficio, reissueCertificate } from './alter-title.ts';
import type { EffectBuilder } from './build.ts';
import { mergeUnits, splitUnit } from './divide-units.ts';
import { firstRegister, firstRegisterCommonParts } from './first-register.ts';
import { cancelMortgage, establishMortgage } from './mortgage.ts';
import { releaseSeizure, renewSeizure, seize } from './seizure.ts';
import { transferOwnership } from './transfer-ownership.ts';

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
  'establish-mortgage': establishMortgage,
  'cancel-mortgage': cancelMortgage,
  seize,
  'renew-seizure': renewSeizure,
  'release-seizure': releaseSeizure,
};

export type { CaseUnitState, EffectBuilder, EffectContext } from './build.ts';
