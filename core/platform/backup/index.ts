export { backup } from './backup.ts';
export { BackupFault } from './fault.ts';
export type { Manifest } from './manifest.ts';
export { type RestoreOptions, restore } from './restore.ts';
export { openScratch, type Scratch } from './scratch.ts';
