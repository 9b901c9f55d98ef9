import { advanceNoticeSpoilers } from './advance-notices.ts';
import { alterationSpoilers } from './alteration.ts';
import { divisionSpoilers } from './division.ts';
import { evidenceSpoilers } from './evidence.ts';
import { limitedRightSpoilers } from './limited-rights.ts';
import { partySpoilers } from './parties.ts';
import { restrictionSpoilers } from './restrictions.ts';
import type { Spoiler } from './spoiler.ts';
import { subzoneSpoilers } from './subzone.ts';
import { transferSpoilers } from './transfer.ts';
import { unitSpoilers } from './unit.ts';

/** How to make each rule that can stop a case do so, by its code. */
export const spoilers: Readonly<Record<string, Spoiler>> = {
  ...unitSpoilers,
  ...partySpoilers,
  ...evidenceSpoilers,
  ...restrictionSpoilers,
  ...alterationSpoilers,
  ...divisionSpoilers,
  ...subzoneSpoilers,
  ...transferSpoilers,
  ...limitedRightSpoilers,
  ...advanceNoticeSpoilers,
};
