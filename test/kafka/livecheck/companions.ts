import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Broker, createBroker, javaOptions } from '../harness/broker';
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
  const own = value('process\\.roles')?.includes('controller') ? value('node\\.id') : undefined;
  const voters = value('controller\\.quorum\\.voters');
  if (voters !== undefined) {
    const quorum = `controller.quorum.voters=${voters}`;
    const others = voters.split(',').filter((voter) => voter.split('@')[0] !== own);
    return others.map((voter) => controller(voter, quorum, release, folder));
  }
  const servers = value('controller\\.quorum\\.bootstrap\\.servers');
  if (servers === undefined || own !== undefined) return [];
  return [controller(`3000@${servers}`, `controller.quorum.bootstrap.servers=${servers}`, release, folder)];
}

function controller(voter: string, quorum: string, release: BrokerRelease, parent: string): Broker {
  const [id = '', address] = voter.split('@');
  const folder = join(parent, `controller-${id}`);
  const data = join(folder, 'data');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'server.properties');
  const lines = [
    'process.roles=controller',
    `node.id=${id}`,
    quorum,
    `listeners=CONTROLLER://${address}`,
    'controller.listener.names=CONTROLLER',
    `log.dirs=${data}`,
  ];
  writeFileSync(file, `${lines.join('\n')}\n`);
  if (quorum.includes('bootstrap')) formatDynamic(file, release);
  else format(data, id);
  return createBroker(Number(id), release, file);
}

/** A quorum whose voters no configuration names begins with what Kafka's own tool writes. */
function formatDynamic(file: string, release: BrokerRelease): void {
  const tool = ['kafka.tools.StorageTool', 'format', '--standalone', '--cluster-id', CLUSTER_ID, '--config', file];
  execFileSync('java', [...javaOptions(release), ...tool], { stdio: 'pipe' });
}
