export { type Cluster, type ClusterOptions, findPostgres, startCluster } from './cluster.ts';
export { type TestDatabase, testDatabase } from './database.ts';
