import type { Migrations } from '@hengchan/platform';

export const cadastreMigrations: Migrations = {
  room: 'cadastre',
  folder: new URL('./migrations/', import.meta.url),
};

export type { Cadastre } from './cadastre.ts';
export { subzonesInForce } from './in-force.ts';
export { cadastrePlugin } from './plugin.ts';
export { type GivenDistrict, seedDistricts } from './seed.ts';
