import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiCall } from '../../../../server/src/cluster/api/call';
import type { ConnectionOptions } from '../../../../server/src/cluster/connection';
import { kafkajsLinks } from '../../../../server/src/cluster/kafkajsLink';
import { type BrokerLink, parseAddress } from '../../../../server/src/cluster/link';
import { type Actors, startActors } from '../../harness/actors';
import type { Cluster } from '../../harness/cluster';

/** What a cluster is filled with. */
export interface Shape {
  readonly topics: number;
  readonly partitionsEach: number;
  readonly groups: number;
  /** In how many partitions of each topic a group has committed; the first group has in all. */
  readonly committedEach: number;
}

/** Each of 200 groups has committed in each of 1,000 partitions, which is more than any group does: the worst case. */
export const BUSY: Shape = { topics: 20, partitionsEach: 50, groups: 200, committedEach: 50 };
/** A long tree: 2,000 groups, and below the first a topic of 1,000 partitions. */
export const LONG: Shape = { topics: 1, partitionsEach: 1000, groups: 2000, committedEach: 3 };

export function partitionsOf({ topics, partitionsEach }: Shape): number {
  return topics * partitionsEach;
}

/** A partition holds `messages`, and a group lags by all of them or by fewer. */
export async function seed(cluster: Cluster, options: ConnectionOptions, shape: Shape, messages: number) {
  const topics = topicsOf(shape);
  const actors = startActors(cluster.release, cluster.bootstrap());
  try {
    for (const topic of topics) await actors.ask('topic', topic, shape.partitionsEach, 1);
    // Only a search for a coordinator creates the topic of the offsets.
    await actors.ask('commit', 'group-0', topics[0] ?? '', 0, 0);
    if (messages > 0) await fill(actors, shape, messages);
  } finally {
    actors.dispose();
  }
  const links = await Promise.all(options.brokers.map((address) => kafkajsLinks(options)(parseAddress(address))));
  for (let group = 0; group < shape.groups; group++) {
    const partitions = group === 0 ? shape.partitionsEach : shape.committedEach;
    await commitAll(links, `group-${group}`, offsetCommit(topics, partitions, BigInt(group % Math.max(messages, 1))));
  }
  for (const link of links) link.close();
}

/** Adds messages to every partition, so that the lag of every group changes. */
export async function fill(actors: Actors, shape: Shape, messages: number): Promise<void> {
  for (const topic of topicsOf(shape)) {
    for (let partition = 0; partition < shape.partitionsEach; partition++) {
      await actors.ask('produce', topic, partition, messages);
    }
  }
}

function topicsOf({ topics }: Shape): readonly string[] {
  return Array.from({ length: topics }, (_, index) => `topic-${index}`);
}

/** Only the coordinator takes it, so that the others are tried until it is found. */
async function commitAll(links: readonly BrokerLink[], group: string, commit: CommitOf): Promise<void> {
  for (let attempt = 0; attempt < 300; attempt++) {
    for (const link of links) {
      const errors = await link.send(commit(group));
      if (errors.every((code) => code === 0)) return;
    }
    await sleep(100);
  }
  throw new Error(`No broker took the commits of ${group}.`);
}

type CommitOf = (group: string) => ApiCall<readonly number[]>;

function offsetCommit(topics: readonly string[], count: number, offset: bigint): CommitOf {
  const partitions = Array.from({ length: count }, (_, partition) => partition);
  return (group) => ({
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
  });
}
