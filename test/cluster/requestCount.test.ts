import assert from 'node:assert/strict';
import fc from 'fast-check';
import { clusterOver } from '../../server/src/cluster/cluster';
import { fakeLinks, KAFKA_2_8, MODERN, portOf } from './support/fakeCluster';
import { fakeGroup, fakeState, fakeTopic } from './support/fakeGroups';

const aCluster = fc.record({
  brokers: fc.integer({ min: 1, max: 5 }),
  groups: fc.array(fc.record({ type: fc.constantFrom('classic', 'consumer', 'streams', 'share'), at: fc.nat(4) }), {
    maxLength: 30,
  }),
  topics: fc.integer({ min: 0, max: 4 }),
  isOld: fc.boolean(),
});

describe('a refresh after warm-up', () => {
  it('sends at most 4 B + G + 2 requests, and B more where there are share groups, in whatever cluster and by whichever turn', async () => {
    await fc.assert(
      fc.asyncProperty(aCluster, async ({ brokers, groups, topics, isOld }) => {
        const ids = Array.from({ length: brokers }, (_, index) => index + 1);
        const names = Array.from({ length: topics }, (_, index) => `topic-${index}`);
        const committed = Object.fromEntries(names.map((name) => [name, [1n, 2n, 3n]]));
        const assigned = Object.fromEntries(names.map((name) => [name, [0, 1, 2]]));
        const made = groups.map(({ type, at }, index) =>
          fakeGroup(`group-${index}`, (at % brokers) + 1, { type: isOld ? 'classic' : type, committed, assigned }),
        );
        const shown = names.map((name) => fakeTopic(name, 3, ids));
        const state = { ...fakeState(ids, shown, made), support: isOld ? KAFKA_2_8 : MODERN };
        const { open, requests } = fakeLinks(state);
        const cluster = clusterOver([`127.0.0.1:${portOf(1)}`], open);
        await cluster.refresh();
        for (let turn = 0; turn < 40; turn++) {
          requests.length = 0;
          const snapshot = await cluster.refresh();
          assert.equal(snapshot.groups.length, groups.length);
          const shares = groups.some(({ type }) => type === 'share' && !isOld) ? brokers : 0;
          const bound = 4 * brokers + groups.length + 2 + shares;
          assert.ok(requests.length <= bound, `${requests.length} of ${bound}: ${requests.join(', ')}`);
        }
        cluster.close();
      }),
      { numRuns: 40 },
    );
  });
});
