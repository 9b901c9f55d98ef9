import type { Cipher } from '@hengchan/platform';
import type { SealedPerson } from '@hengchan/register';
import { maskIdNumber } from '@hengchan/standards';
import type { Identity } from '../city/people.ts';

/** How many people are remembered: whoever appears again does so soon, or is a bank. */
const remembered = 20_000;

/** Seals people as the register keeps them. */
export function makeSealer(cipher: Cipher): (person: Identity) => SealedPerson {
  const known = new Map<string, SealedPerson>();
  return (person) => {
    const before = known.get(person.idNumber);
    if (before) return before;
    const { name, idType, idNumber } = person;
    const sealed = {
      name,
      idType,
      idSealed: cipher.seal(idNumber),
      idIndex: cipher.index(idNumber),
      idMasked: maskIdNumber(idNumber),
    };
    if (known.size >= remembered) known.clear();
    known.set(idNumber, sealed);
    return sealed;
  };
}
