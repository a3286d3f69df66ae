import { deepEqual, match, ok } from 'node:assert/strict';
import { ConfigurationTarget, commands, workspace } from 'vscode';
import { viewNode } from '../../../../client/src/sidebar/node';
import { kafka } from '../support/kafkaControl';
import { connectToCluster, exported, lags } from '../support/lagCluster';
import { type TreeTraffic, watchTree } from '../support/shownLag';

const BROKERS = [1, 2, 3];
/** How long Kafka and a poller that backs off may take to be well again, in milliseconds. */
const LIMIT_MS = 90_000;

const set = (name: string, value: unknown) =>
  workspace.getConfiguration('kafkaLint.lag').update(name, value, ConfigurationTarget.Global);

describe('a bad day of the cluster on show', function () {
  this.timeout(4 * LIMIT_MS);
  let traffic: TreeTraffic;
  let clusterName: string;
  let truth: readonly string[];
  let leader: number;

  before(async () => {
    // Notifications keep the poller at work where the window has no focus.
    await set('interval', 2);
    await set('notifications', true);
    traffic = await watchTree();
    clusterName = await connectToCluster();
    const node = viewNode({ kind: 'partition', clusterName, groupId: 'behind', topic: 'orders', partition: 0 });
    await traffic.tree.reveal(node, { select: true });
    await traffic.until(
      () => traffic.rows.has(node.id),
      () => 'The partition was not shown.',
    );
    const tooltip = await traffic.tooltipOf(node);
    leader = Number(/broker\D+(\d)/.exec(tooltip)?.[1]);
    ok(BROKERS.includes(leader), tooltip);
    truth = lags(await exported());
  });
  after(async () => {
    await set('interval', undefined);
    await set('notifications', undefined);
    await commands.executeCommand('kafkaLint.disconnect', clusterName);
    await commands.executeCommand('notifications.clearAll');
  });

  const row = (kind: 'cluster' | 'group', groupId?: string) =>
    String(traffic.rows.get(viewNode({ kind, clusterName, ...(groupId && { groupId }) }).id)?.description ?? '');

  /** Asks for the truth until it is on show; what is not known may be missing before, and nothing else may be there. */
  async function untilTrue(): Promise<void> {
    const known = new Set(truth.map((line) => line.replace(/\S+$/, 'null')).concat(truth));
    for (;;) {
      await commands.executeCommand('kafkaLint.refreshLag');
      const shown = lags(await exported());
      for (const line of shown) ok(known.has(line), `${line} is not true.`);
      if (shown.join() === truth.join()) return;
    }
  }

  it('shows nothing that is wrong when a leader dies, and soon all of it again', async () => {
    await kafka('kill', leader);
    await untilTrue();
    ok(!row('cluster').includes('unreachable'), row('cluster'));
  });

  it('says how old its numbers are when all are dead, and has them anew when they are back', async () => {
    for (const id of BROKERS.filter((one) => one !== leader)) await kafka('kill', id);
    const isOld = () => / old$/.test(row('cluster')) && / old$/.test(row('group', 'behind'));
    await traffic.until(isOld, () => `The rows are: ${row('cluster')}; ${row('group', 'behind')}`, LIMIT_MS);
    match(row('cluster'), /^unreachable · .*\d+ s old$/);
    match(row('group', 'behind'), /^no members · 380 .*\d+ s old$/);
    deepEqual(lags(await exported()), truth);
    await Promise.all(BROKERS.map((id) => kafka('start', id)));
    const isWell = () =>
      !/old|unreachable/.test(row('cluster')) && /^no members · 380\b(?!.*old)/.test(row('group', 'behind'));
    await traffic.until(isWell, () => `The rows are: ${row('cluster')}; ${row('group', 'behind')}`, LIMIT_MS);
    await untilTrue();
  });
});
