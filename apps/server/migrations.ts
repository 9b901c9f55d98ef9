import { cadastreMigrations } from '@hengchan/cadastre';
import { caseworkMigrations } from '@hengchan/casework';
import { certificatesMigrations } from '@hengchan/certificates';
import { evidenceMigrations } from '@hengchan/evidence';
import { exchangeMigrations } from '@hengchan/exchange';
import { knowledgeMigrations } from '@hengchan/knowledge';
import { paymentMigrations } from '@hengchan/payment';
import type { Migrations } from '@hengchan/platform';
import { registerMigrations } from '@hengchan/register';
import { registrationMigrations } from '@hengchan/registration';
import { rulesMigrations } from '@hengchan/rules';
import { securityMigrations } from '@hengchan/security';

/** The tables of every room that is part of the product; the platform adds its own. The server and the commands open the same database. */
export const migrations: readonly Migrations[] = [
  cadastreMigrations,
  caseworkMigrations,
  certificatesMigrations,
  evidenceMigrations,
  exchangeMigrations,
  knowledgeMigrations,
  paymentMigrations,
  registerMigrations,
  registrationMigrations,
  rulesMigrations,
  securityMigrations,
];
