import { join } from 'node:path';
import type { Certificates } from '../harness/certificates';

/** What one machine's loopback interface has for an example. */
export interface Surroundings {
  readonly folder: string;
  /** `host:port/path` of a ZooKeeper. */
  readonly zooKeeper: string | undefined;
  readonly certificates: Certificates;
  /** A free port for each port of the example. */
  portFor(port: string): number;
}

/** Keys whose hosts are other machines, which are played here. */
const PEERS = /^(controller\.quorum\.(?:voters|bootstrap\.servers)=)(.*)$/gm;

/**
 * The example with this machine's ports, folders, certificates and neighbours. What it says of all else, right or wrong,
 * stays as it is.
 */
export function complete(text: string, around: Surroundings): string {
  const here = text
    .replace(/^zookeeper\.connect=.*$/m, `zookeeper.connect=${around.zooKeeper}`)
    .replace(/^log\.dirs=\/.*$/m, `log.dirs=${join(around.folder, 'data')}`)
    .replace(PEERS, (_, key: string, value: string) => key + value.replace(/[\w.-]+:(?=\d)/g, '127.0.0.1:'))
    .replace(/(?<=^(?:listeners|advertised\.listeners|controller\.quorum\.\S+)=.*:)(\d{4,5})\b/gm, (port) =>
      String(around.portFor(port)),
    );
  const missing = Object.entries({ ...defaults(here, around), ...stores(here, around.certificates) });
  const added = missing.filter(([key]) => !here.includes(`${key}=`)).map(([key, value]) => `${key}=${value}\n`);
  return `${here}${added.join('')}`;
}

/** Kafka's own defaults would meet another Kafka on this machine, or other tests' data. */
function defaults(text: string, { folder, portFor }: Surroundings): Record<string, string> {
  const listens = /^process\.roles=controller$/m.test(text) ? {} : { listeners: `PLAINTEXT://:${portFor('9092')}` };
  return { 'log.dirs': join(folder, 'data'), ...listens, ...tiered(text) };
}

function tiered(text: string): Record<string, string> {
  if (!/^remote\.log\.storage\.system\.enable=true$/m.test(text)) return {};
  return { 'remote.log.storage.manager.class.name': 'NoRemoteStorage' };
}

function stores(text: string, { brokerKeyStore, trustStore }: Certificates): Record<string, string> {
  if (!/SSL/.test(text)) return {};
  return {
    'ssl.keystore.type': 'PEM',
    'ssl.keystore.location': brokerKeyStore,
    'ssl.truststore.type': 'PEM',
    'ssl.truststore.location': trustStore,
  };
}
