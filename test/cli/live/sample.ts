import { type LagReading, lagReadings } from '../../../server/src/cli/live/lagReading';
import { clusterOver } from '../../../server/src/cluster/cluster';
import { fakeLinks, portOf } from '../../cluster/support/fakeCluster';
import { fakeGroup, fakeState, fakeTopic } from '../../cluster/support/fakeGroups';

/** A name that ends a label, a line or a terminal's patience wherever it is not escaped. */
export const HOSTILE = 'a"b\\c\nd\u001b[31m';

/** What a cluster of one broker with groups of several kinds tells. */
export async function sampleReading(wanted: readonly string[] = []): Promise<LagReading> {
  const topics = [fakeTopic('orders', 2, [1]), fakeTopic('mails', 1, [1])];
  const groups = [
    fakeGroup('billing', 1, { committed: { orders: [10n, 90n] }, assigned: { orders: [0, 1] } }),
    fakeGroup('ahead', 1, { committed: { mails: [1000n] } }),
    fakeGroup('fresh', 1, { committed: { orders: [40n] }, assigned: { orders: [0, 1] } }),
    fakeGroup('deleted', 1, { committed: { gone: [7n] } }),
    fakeGroup(HOSTILE, 1, { committed: { mails: [99n] } }),
  ];
  const { open } = fakeLinks(fakeState([1], topics, groups));
  const cluster = clusterOver([`127.0.0.1:${portOf(1)}`], open, {}, { wholeTopics: true });
  return lagReadings(wanted)(await cluster.refresh(), 0);
}
