import type { Right } from '@hengchan/register';

/** Effects that give a number however the case came about; the rest depends on what they are about. */
const always: Readonly<Record<string, 'certificate' | 'proof'>> = {
  transfer: 'certificate',
  alteration: 'certificate',
  rectification: 'certificate',
  management: 'certificate',
  mortgage: 'proof',
  'advance-notice': 'proof',
  objection: 'proof',
  easement: 'proof',
  habitation: 'proof',
};

/** As much of an effect as decides its number. */
interface Numbered {
  readonly type: string;
  readonly commonParts?: true;
  readonly key?: string;
  readonly right?: string;
  readonly target?: string;
}

/**
 * Whether an effect comes with a 不动产权证书 or a 不动产登记证明 (实施细则 20). Common parts of a building are entered without a certificate. `find` gives the current right of an id.
 */
export function numberFor(
  effect: Numbered,
  find: (id: string) => Right | undefined,
): 'certificate' | 'proof' | undefined {
  switch (effect.type) {
    case 'first-registration':
      return effect.commonParts ? undefined : 'certificate';
    case 'right-alteration':
    case 'right-transfer':
      return numberOfRight(find(effect.right ?? ''));
    case 'reissue':
      return effect.right === undefined ? 'certificate' : numberOfRight(find(effect.right));
    case 'rectification':
      return effect.target === undefined ? 'certificate' : numberOfRight(find(effect.target));
    default:
      return always[effect.type];
  }
}

function numberOfRight(right: Right | undefined): 'certificate' | 'proof' | undefined {
  if (!right) return undefined;
  return right.kind === 'ownership' || right.kind === 'management' ? 'certificate' : 'proof';
}

/** Effects with the same mark share one number: an easement is on several pages and has one proof. */
export function sharedNumber(effect: Numbered, find: (id: string) => Right | undefined): string | undefined {
  if (effect.type === 'easement') return effect.key;
  const right = effect.right === undefined ? undefined : find(effect.right);
  return right?.kind === 'easement' ? right.content.key : undefined;
}
