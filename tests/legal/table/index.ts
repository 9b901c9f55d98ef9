import type { Subject } from '../legal-case.ts';
import { mortgages } from './mortgages.ts';
import { objections } from './objections.ts';
import { seizures } from './seizures.ts';
import { easements, habitations, managements } from './usufruct.ts';

/** The table of legal cases, by subject. */
export const subjects: readonly Subject[] = [
  mortgages,
  objections,
  seizures,
  easements,
  habitations,
  managements,
];
