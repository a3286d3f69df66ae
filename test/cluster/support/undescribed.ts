import type { Cluster } from '../../../server/src/cluster/cluster';

/** The part of a cluster that tests of lag do not use. */
export const UNDESCRIBED: Pick<Cluster, 'layout' | 'configsOf' | 'logDirsOf'> = {
  layout: () => Promise.reject(new Error('Nobody asks for the layout here.')),
  configsOf: () => Promise.reject(new Error('Nobody asks for configurations here.')),
  logDirsOf: () => Promise.reject(new Error('Nobody asks for disks here.')),
};
