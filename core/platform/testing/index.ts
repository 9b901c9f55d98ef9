export { type Cluster, type ClusterOptions, findPostgres, startCluster } from './cluster.ts';
export { type TestDatabase, testDatabase } from './database.ts';
export { startObjectStore, type TestObjectStore } from './object-store.ts';
export {
  type TestActorOptions,
  type TestPlatform,
  type TestPlatformOptions,
  testActor,
  testPlatform,
} from './platform.ts';
