import { join } from 'node:path';
import type { Certificates } from '../harness/certificates';

/** What one machine's loopback interface has for an example. */
export interface Surroundings {
  readonly folder: string;
  /** `host:port/path` of a ZooKeeper. */
  readonly zooKeeper: string | undefined;
  readonly certificates: Certificates;
  /** A free port for each port, or host and port, of the example. */
  portFor(port: string): number;
}

/** A port above it is the example's mistake. */
const HIGHEST_PORT = 65_535;

/** Keys whose hosts are machines of their own, which are played here, each by a port of its own. */
const PEERS = /^(controller\.quorum\.(?:voters|bootstrap\.servers)=)(.*)$/gm;

/**
 * The example with this machine's ports, folders, certificates and neighbours. What it says of all else, right or wrong,
 * stays as it is.
 */
export function complete(text: string, around: Surroundings): string {
  const here = text
    .replace(/^zookeeper\.connect=.*$/m, `zookeeper.connect=${around.zooKeeper}`)
    .replace(/^log\.dirs=\/.*$/m, `log.dirs=${join(around.folder, 'data')}`)
    .replace(PEERS, (_, key: string, peers: string) => key + peersHere(peers, ownVoter(text), around))
    .replace(/(?<=^(?:advertised\.)?listeners=.*:)\d{4,5}\b/gm, (port) =>
      Number(port) > HIGHEST_PORT ? port : String(around.portFor(port)),
    );
  const missing = Object.entries({ ...defaults(here, around), ...stores(here, around.certificates) });
  const added = missing.filter(([key]) => !here.includes(`${key}=`)).map(([key, value]) => `${key}=${value}\n`);
  return `${here}${added.join('')}`;
}

function peersHere(peers: string, own: string | undefined, { portFor }: Surroundings): string {
  return peers.replace(/(?:(\d+)@)?([\w.-]+):(\d+)/g, (_, id: string | undefined, host: string, port: string) => {
    const here = id !== undefined && id === own ? portFor(port) : portFor(`${host}:${port}`);
    return `${id === undefined ? '' : `${id}@`}127.0.0.1:${here}`;
  });
}

/** The id under which the example's own node votes. */
function ownVoter(text: string): string | undefined {
  return /^process\.roles=.*controller/m.test(text) ? /^node\.id=(.*)$/m.exec(text)?.[1] : undefined;
}

/** Kafka's own defaults would meet another Kafka on this machine, or other tests' data. */
function defaults(text: string, { folder, portFor }: Surroundings): Record<string, string> {
  const listens = /^process\.roles=controller$/m.test(text) ? {} : { listeners: `PLAINTEXT://:${portFor('9092')}` };
  return { 'log.dirs': join(folder, 'data'), ...listens };
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
