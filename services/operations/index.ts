export { type Operations, operationsPlugin } from './plugin.ts';
