import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, type Disposable, type TreeItem } from 'vscode';
import { type ViewNode, viewNode } from '../../../../client/src/sidebar/node';
import { kafka } from '../support/kafkaControl';
import { connectToCluster } from '../support/lagCluster';
import { type TreeTraffic, watchTree } from '../support/shownLag';
import { until } from '../support/until';

const ids = (nodes: readonly (ViewNode | undefined)[]) => new Set(nodes.map((node) => node?.id));

describe('the tree over refreshes', () => {
  let traffic: TreeTraffic;
  let cluster: ViewNode;
  let group: ViewNode;
  let topic: ViewNode;
  let partition: ViewNode;
  let folded: ViewNode[];
  let chosenAnew: number;
  let subscriptions: Disposable[];

  before(async () => {
    traffic = await watchTree();
    const clusterName = await connectToCluster();
    const at = { clusterName, groupId: 'behind', topic: 'orders' };
    cluster = viewNode({ kind: 'cluster', clusterName });
    group = viewNode({ kind: 'group', clusterName, groupId: at.groupId });
    topic = viewNode({ kind: 'topic', ...at });
    partition = viewNode({ kind: 'partition', ...at, partition: 1 });
    const { tree } = traffic;
    await tree.reveal(partition, { select: true, focus: true });
    await until(
      () => tree.selection.length > 0,
      tree.onDidChangeSelection,
      () => 'Nothing was selected.',
    );
    folded = [];
    chosenAnew = 0;
    subscriptions = [
      tree.onDidCollapseElement(({ element }) => folded.push(element)),
      tree.onDidChangeSelection(() => {
        chosenAnew += 1;
      }),
    ];
  });
  after(async () => {
    for (const one of subscriptions) one.dispose();
    await kafka('commit', 'a-little', 'orders', 0, 497);
    await kafka('commit', 'done', 'orders', 0, 500);
    await commands.executeCommand('kafkaLint.disconnect', cluster.clusterName);
    await commands.executeCommand('notifications.clearAll');
  });

  const orderOfGroups = () => traffic.order.get(cluster.id)?.map((id) => JSON.parse(id)[2]);
  const selected = () => traffic.tree.selection.map(({ id }) => id);

  it('has a group and a topic unfolded, and a partition selected', () => {
    deepEqual(selected(), [partition.id]);
    deepEqual(orderOfGroups(), ['behind', 'a-little', 'done']);
    ok([group.id, topic.id].every((id) => ids(traffic.unfolded).has(id)));
  });

  it('keeps them so when lag changes and groups change places', async () => {
    traffic.forget();
    await kafka('commit', 'a-little', 'orders', 0, 0);
    await commands.executeCommand('kafkaLint.refreshLag');
    await traffic.until(
      () => orderOfGroups()?.[0] === 'a-little' && selected()[0] === partition.id,
      () => `VS Code has ${orderOfGroups()}, unfolded ${[...ids(traffic.unfolded)]}, and selected ${selected()}.`,
    );
    deepEqual(orderOfGroups(), ['a-little', 'behind', 'done']);
    deepEqual(selected(), [partition.id]);
    equal(chosenAnew, 0, 'Nothing else was ever selected.');
    deepEqual(folded, []);
    deepEqual(ids(traffic.unfolded), new Set([cluster.id, group.id, topic.id]), 'What is folded is not asked for.');
  });

  it('tells again nothing but what changed', async () => {
    const [rows, order] = [new Map(traffic.rows), new Map(traffic.order)];
    traffic.forget();
    await commands.executeCommand('kafkaLint.refreshLag');
    await kafka('commit', 'done', 'orders', 0, 499);
    await commands.executeCommand('kafkaLint.refreshLag');
    const done = viewNode({ kind: 'group', clusterName: cluster.clusterName, groupId: 'done' });
    const isTold = () => /^no members · 1\b/.test(String(traffic.rows.get(done.id)?.description));
    await traffic.until(isTold, () => `The group has the row ${traffic.rows.get(done.id)?.description}.`);
    for (const node of traffic.askedAgain) {
      ok(node, 'The tree as a whole did not change.');
      const isOther = look(traffic.rows.get(node.id)) !== look(rows.get(node.id));
      ok(isOther || traffic.order.get(node.id)?.join() !== order.get(node.id)?.join(), `${node.id} is as it was.`);
    }
  });
});

function look(item: TreeItem | undefined): string {
  return JSON.stringify([item?.description, item?.tooltip, item?.iconPath, item?.accessibilityInformation]);
}
