export { type Actual, recentActuals } from './actuals.ts';
export type { Insight } from './indicators.ts';
export { insightPlugin } from './plugin.ts';
