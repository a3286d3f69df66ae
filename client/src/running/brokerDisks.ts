import type { LogDir } from '../../../server/src/cluster/model';
import { type Told, WhenLooked } from './whenLooked';

interface KnownDisks {
  readonly dirs: readonly LogDir[];
}

/** What is known of the directories of a broker. */
export type Disks = Told<KnownDisks>;

/** The disks of brokers, asked for when somebody unfolds one and not before. */
export class BrokerDisks {
  readonly #looked: WhenLooked<KnownDisks>;

  constructor(...given: ConstructorParameters<typeof WhenLooked>) {
    this.#looked = new WhenLooked(...given);
  }

  of(clusterName: string, broker: number): Disks {
    return this.#looked.of(clusterName, String(broker));
  }

  /** Never rejects. */
  look(clusterName: string, broker: number): Promise<void> {
    return this.#looked.look(
      clusterName,
      async (cluster) => ({ dirs: await cluster.logDirsOf(broker) }),
      String(broker),
    );
  }
}
