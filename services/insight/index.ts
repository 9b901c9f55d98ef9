export type { Insight } from './indicators.ts';
export { insightPlugin } from './plugin.ts';
