import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiCall } from '../../../../client/src/cluster/api/call';
import type { ConnectionOptions } from '../../../../client/src/cluster/connection';
import { kafkajsLinks } from '../../../../client/src/cluster/kafkajsLink';
import { type BrokerLink, parseAddress } from '../../../../client/src/cluster/link';
import { type Actors, startActors } from '../../harness/actors';
import type { Cluster } from '../../harness/cluster';

const TOPICS = 20;
const PARTITIONS_EACH = 50;
const GROUPS = 200;

export const SIZE = { groups: GROUPS, partitions: TOPICS * PARTITIONS_EACH } as const;

/**
 * 200 groups of which each has committed in each of 1,000 partitions, which is more than any group does, and so the worst
 * case. A partition holds `messages`, and a group lags by all of them or by fewer.
 */
export async function seed(cluster: Cluster, options: ConnectionOptions, messages: number): Promise<void> {
  const topics = Array.from({ length: TOPICS }, (_, index) => `topic-${index}`);
  const actors = startActors(cluster.release, cluster.bootstrap());
  try {
    await fill(actors, topics, messages);
  } finally {
    actors.dispose();
  }
  const links = await Promise.all(options.brokers.map((address) => kafkajsLinks(options)(parseAddress(address))));
  for (let group = 0; group < GROUPS; group++) {
    await commitAll(links, `group-${group}`, topics, BigInt(group % Math.max(messages, 1)));
  }
  for (const link of links) link.close();
}

async function fill(actors: Actors, topics: readonly string[], messages: number): Promise<void> {
  for (const topic of topics) await actors.ask('topic', topic, PARTITIONS_EACH, 1);
  // Only a search for a coordinator creates the topic of the offsets.
  await actors.ask('commit', 'group-0', topics[0] ?? '', 0, 0);
  if (messages === 0) return;
  for (const topic of topics) {
    for (let partition = 0; partition < PARTITIONS_EACH; partition++) {
      await actors.ask('produce', topic, partition, messages);
    }
  }
}

/** Only the coordinator takes it, so that the others are tried until it is found. */
async function commitAll(links: readonly BrokerLink[], group: string, topics: readonly string[], offset: bigint) {
  for (let attempt = 0; attempt < 300; attempt++) {
    for (const link of links) {
      const errors = await link.send(offsetCommit(group, topics, offset));
      if (errors.every((code) => code === 0)) return;
    }
    await sleep(100);
  }
  throw new Error(`No broker took the commits of ${group}.`);
}

function offsetCommit(group: string, topics: readonly string[], offset: bigint): ApiCall<readonly number[]> {
  const partitions = Array.from({ length: PARTITIONS_EACH }, (_, partition) => partition);
  return {
    name: 'OffsetCommit',
    key: 8,
    version: 2,
    flexible: false,
    write: (body) => {
      body.string(group).int32(-1).string('').int64(-1n);
      body.array(topics, (topic) => {
        body.string(topic).array(partitions, (partition) => body.int32(partition).int64(offset).string(''));
      });
    },
    read: (body) => {
      const readError = () => {
        body.skip(4);
        return body.int16();
      };
      const readTopic = () => {
        body.skipString();
        return body.array(readError);
      };
      return body.array(readTopic).flat();
    },
  };
}
