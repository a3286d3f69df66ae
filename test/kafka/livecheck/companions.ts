import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Broker, createBroker } from '../harness/broker';
import type { BrokerRelease } from '../harness/jars';

/** All nodes of the examples are of one cluster. */
const CLUSTER_ID = 'bGl2ZWNoZWNrLWNsdXN0ZQ';

/**
 * Makes the folder of a node ready as `kafka-storage.sh format` does, which itself would refuse what is to be refused by
 * the broker.
 */
export function format(folder: string, nodeId: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'meta.properties'), `version=1\ncluster.id=${CLUSTER_ID}\nnode.id=${nodeId}\n`);
}

/** The controllers that a completed example names besides itself. */
export function controllersFor(text: string, release: BrokerRelease, folder: string): Broker[] {
  const value = (key: string): string | undefined => new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1];
  const servers = value('controller\\.quorum\\.bootstrap\\.servers');
  const voters = value('controller\\.quorum\\.voters') ?? (servers && `3000@${servers}`);
  const others =
    voters?.split(',').filter((voter) => !isSelf(voter, value('node\\.id'), value('process\\.roles'))) ?? [];
  return others.map((voter) => controller(voter, voters ?? '', release, folder));
}

function isSelf(voter: string, id: string | undefined, roles: string | undefined): boolean {
  return roles?.includes('controller') === true && voter.split('@')[0] === id;
}

function controller(voter: string, voters: string, release: BrokerRelease, parent: string): Broker {
  const [id = '', address] = voter.split('@');
  const folder = join(parent, `controller-${id}`);
  const data = join(folder, 'data');
  format(data, id);
  const file = join(folder, 'server.properties');
  const lines = [
    'process.roles=controller',
    `node.id=${id}`,
    `controller.quorum.voters=${voters}`,
    `listeners=CONTROLLER://${address}`,
    'controller.listener.names=CONTROLLER',
    `log.dirs=${data}`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  return createBroker(Number(id), release, file);
}
