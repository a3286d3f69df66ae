import assert from 'node:assert/strict';
import type { GroupSnapshot, PartitionLag } from '../../server/src/cluster/model';
import { Trends } from '../../server/src/cluster/trend/trends';
import { isTrouble, type LagStatus, worstStatus } from '../../server/src/cluster/trend/verdict';

const MINUTE = 60_000;

type Part = Partial<PartitionLag> & { readonly committed: PartitionLag['committed'] };

/** A group that reads `read` and has a commit in `topics`; logs go from 0 to 100 unless said otherwise. */
function groupOf(
  topics: Readonly<Record<string, readonly Part[]>>,
  { read = Object.keys(topics), ...more }: Partial<GroupSnapshot> & { readonly read?: readonly string[] } = {},
): GroupSnapshot {
  const shown = Object.entries(topics).map(([topic, parts]) => {
    const partitions = parts.map(({ committed, ...rest }, partition): PartitionLag => {
      const { logStart = 0n, logEnd = 100n } = rest;
      const lag = typeof committed === 'bigint' && typeof logEnd === 'bigint' ? logEnd - committed : committed;
      const owner = read.includes(topic) && { memberId: 'm' };
      return { topic, partition, committed, logStart, logEnd, lag, ...owner, ...rest };
    });
    return { topic, partitions, total: { lag: 0n, knownPartitions: 1, unknownPartitions: 0 } };
  });
  const assigned = read.map((topic) => ({ topic, partitions: [0] }));
  const members = [{ memberId: 'm', clientId: 'app', host: 'h', assigned }];
  const total = { lag: 1n, knownPartitions: 1, unknownPartitions: 0 };
  return { groupId: 'g', state: 'Stable', protocol: 'classic', members, topics: shown, total, ...more };
}

const gone = { state: 'Empty', members: [], read: [] } as const;

/** The group's state at the first look, and when it is as it was more than a minute later. */
function looks(...groups: readonly GroupSnapshot[]): readonly (LagStatus | undefined)[] {
  const trends = new Trends();
  const statuses: (LagStatus | undefined)[] = [];
  for (let at = 0; at <= 2.5 * MINUTE; at += MINUTE / 6) {
    const group = groups[Math.min(at / (MINUTE / 6), groups.length - 1)];
    assert.ok(group);
    trends.observe({ takenAt: at, brokers: [], groups: [group], unhealthy: [], problems: [] }, at);
    statuses.push(trends.of('g').status);
  }
  return [statuses[0], statuses.at(-1)];
}

const same = (status: LagStatus | undefined) => [status, status];

describe('what an operator would say of a group, at the first look and two minutes later', () => {
  it('nothing is the matter when all is read, whoever is there', () => {
    assert.deepEqual(looks(groupOf({ t: [{ committed: 100n }] })), same('OK'));
    assert.deepEqual(looks(groupOf({ t: [{ committed: 100n }] }, gone)), same('OK'));
  });

  it('nobody reads it, without a history', () => {
    assert.deepEqual(looks(groupOf({ t: [{ committed: 40n }] }, gone)), same('UNREAD'));
    assert.deepEqual(looks(groupOf({ t: [{ committed: 40n }, { committed: 100n }] }, gone)), same('UNREAD'));
  });

  it('somebody without membership reads on, until that ends', () => {
    const steps = Array.from({ length: 5 }, (_, index) => groupOf({ t: [{ committed: BigInt(index + 1) }] }, gone));
    assert.deepEqual(looks(...steps), ['UNREAD', 'UNREAD']);
    const trends = new Trends();
    steps.forEach((group, index) => {
      const snapshot = { takenAt: index, brokers: [], groups: [group], unhealthy: [], problems: [] };
      trends.observe(snapshot, index * 10_000);
    });
    assert.equal(trends.of('g').status, 'OK');
  });

  it('it is stuck, though members are there', () => {
    assert.deepEqual(looks(groupOf({ t: [{ committed: 40n }] })), [undefined, 'STALL']);
  });

  it('one partition of many is stuck', () => {
    const moving = (offset: bigint) => groupOf({ t: [{ committed: offset }, { committed: 40n }, { committed: 100n }] });
    const steps = Array.from({ length: 13 }, (_, index) => moving(BigInt(50 + index)));
    assert.deepEqual(looks(...steps), [undefined, 'STALL']);
  });

  it('messages were lost unread, stuck or not', () => {
    const expired = { committed: 10n, logStart: 70n };
    assert.deepEqual(looks(groupOf({ t: [expired] })), same('LOST'));
    assert.deepEqual(looks(groupOf({ t: [expired] }, gone)), same('LOST'));
    assert.deepEqual(looks(groupOf({ t: [{ committed: 10n, logStart: 100n }] })), same('LOST'));
  });

  it('the commit is beyond the end, for ever', () => {
    assert.deepEqual(looks(groupOf({ t: [{ committed: 150n }, { committed: 100n }] })), same('AHEAD'));
  });

  it('a transaction is open', () => {
    assert.deepEqual(looks(groupOf({ t: [{ committed: 60n, stableEnd: 60n }] })), same('HELD'));
    assert.deepEqual(looks(groupOf({ t: [{ committed: 30n, stableEnd: 60n }] })), [undefined, 'STALL']);
  });

  it('the last message may be a marker that nobody reads', () => {
    assert.deepEqual(looks(groupOf({ t: [{ committed: 99n }] })), [undefined, 'IDLE']);
    assert.deepEqual(looks(groupOf({ t: [{ committed: 98n }] })), [undefined, 'STALL']);
  });

  it('a topic is left over, and the others are read', () => {
    const group = groupOf({ old: [{ committed: 3n }], t: [{ committed: 100n }] }, { read: ['t'] });
    assert.deepEqual(looks(group), same('LEFT'));
    const worse = groupOf({ old: [{ committed: 3n }], t: [{ committed: 3n }] }, { read: ['t'] });
    assert.deepEqual(looks(worse), [undefined, 'STALL'], 'It does not hide what is worse.');
  });

  it('it rebalances, and nobody can read', () => {
    const group = groupOf({ t: [{ committed: 3n }] }, { state: 'PreparingRebalance', read: [] });
    assert.deepEqual(looks(group), same(undefined));
  });

  it('is not well for all that is known while something is not', () => {
    const unreachable = { unknown: 'leader-unreachable' } as const;
    assert.deepEqual(looks(groupOf({ t: [{ committed: 100n }, { committed: unreachable }] })), same(undefined));
    const deleted = { unknown: 'topic-deleted' } as const;
    assert.deepEqual(looks(groupOf({ t: [{ committed: 100n }], d: [{ committed: deleted }] })), same('OK'));
  });

  it('has a message that waits since a moment for no trouble, however long it was idle', () => {
    const idle = Array.from({ length: 12 }, () => groupOf({ t: [{ committed: 100n }] }));
    assert.deepEqual(looks(...idle, groupOf({ t: [{ committed: 100n, logEnd: 105n }] })), ['OK', undefined]);
  });
});

describe('many states', () => {
  it('come to the worst', () => {
    assert.equal(worstStatus(['OK', 'WARN', undefined, 'OK']), 'WARN');
    assert.equal(worstStatus(['STOP', 'STALL', 'LOST']), 'LOST');
    assert.equal(worstStatus(['OK', undefined]), undefined);
    assert.equal(worstStatus([]), undefined);
  });

  it('want a person from a stuck one on', () => {
    assert.deepEqual((['OK', 'WARN', 'UNREAD', 'STALL', 'AHEAD', 'LOST'] as const).filter(isTrouble), [
      'STALL',
      'AHEAD',
      'LOST',
    ]);
  });
});
