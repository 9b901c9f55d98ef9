import type { Control } from './control.ts';
import { duties } from './duties.ts';
import { measures } from './measures.ts';

/** Every row of the security requirements with what proves it. */
export const controls: readonly Control[] = [...duties, ...measures];
