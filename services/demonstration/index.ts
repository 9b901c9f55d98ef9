export { makeCity } from './city/city.ts';
export { seedCity } from './seed/seed-city.ts';
