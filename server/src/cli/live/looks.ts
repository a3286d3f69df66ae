import type { Cluster } from '../../cluster/cluster';
import type { ClusterAddress } from '../lagArguments';
import { clusterTrouble, connectionFor } from './connect';
import { type LagReading, lagReadings } from './lagReading';

/** So long a look is good for the next question too, in milliseconds: whoever asks may ask much. */
const GOOD_FOR_MS = 2000;

/** A cluster that is looked at when somebody asks, and connected to with the first look. */
export interface Looks {
  /** Rejects with a ClusterTrouble. */
  look(): Promise<LagReading>;
  close(): void;
}

export function looksAt(address: ClusterAddress, cwd: string): Looks {
  return looksOver(async () => {
    const connection = await connectionFor(address, cwd);
    const { openCluster } = await import('../../cluster/cluster');
    return openCluster(connection);
  });
}

/** The same at any cluster. Questions that come while a look is under way share it. */
export function looksOver(open: () => Promise<Cluster>): Looks {
  const read = lagReadings([]);
  let cluster: Cluster | undefined;
  let last: { readonly reading: Promise<LagReading>; readonly goodUntil: () => boolean } | undefined;
  const take = async (): Promise<LagReading> => {
    try {
      cluster ??= await open();
      return read(await cluster.refresh(), performance.now());
    } catch (error) {
      last = undefined;
      throw clusterTrouble(error);
    }
  };
  return {
    look: () => {
      if (last?.goodUntil()) return last.reading;
      let doneAt: number | undefined;
      const reading = take().finally(() => {
        doneAt = performance.now();
      });
      last = { reading, goodUntil: () => doneAt === undefined || performance.now() - doneAt < GOOD_FOR_MS };
      return reading;
    },
    close: () => cluster?.close(),
  };
}
