export { onlyProcess, type Processes } from './processes.ts';
export { type Supervision, supervise } from './supervise.ts';
export { onStop, ownProcesses, sayReady } from './worker.ts';
