/**
 * QLLX codes this engine has to name itself; all others pass through as data. Mortgage and seizure have no code
 * in the first trial edition of the dictionary: 23 for mortgages is in use in several provinces (others use 37
 * or 95), 98 for seizures is a common local code. An effect may carry another one.
 */
export const mortgageRightType = '23';
export const seizureRightType = '98';

const ofLand = new Set(['1', '2', '3', '5', '7']);
const ofHouses = new Set(['4', '6', '8']);

/** What kind of unit a title is for, where the code says so. */
export function unitKindOf(rightType: string): 'house' | 'land' | undefined {
  if (ofLand.has(rightType)) return 'land';
  return ofHouses.has(rightType) ? 'house' : undefined;
}
