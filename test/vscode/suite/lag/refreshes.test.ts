import { deepEqual, equal, ok } from 'node:assert/strict';
import { commands, type Disposable } from 'vscode';
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
  let subscription: Disposable;

  before(async () => {
    traffic = await watchTree();
    const clusterName = await connectToCluster();
    const at = { clusterName, groupId: 'behind', topic: 'orders' };
    cluster = viewNode({ kind: 'cluster', clusterName });
    group = viewNode({ kind: 'group', clusterName, groupId: at.groupId });
    topic = viewNode({ kind: 'topic', ...at });
    partition = viewNode({ kind: 'partition', ...at, partition: 1 });
    folded = [];
    subscription = traffic.tree.onDidCollapseElement(({ element }) => folded.push(element));
    const { tree } = traffic;
    await tree.reveal(partition, { select: true, focus: true });
    await until(
      () => tree.selection.length > 0,
      tree.onDidChangeSelection,
      () => 'Nothing was selected.',
    );
  });
  after(async () => {
    subscription.dispose();
    await kafka('commit', 'a-little', 'orders', 0, 497);
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
      () => orderOfGroups()?.[0] === 'a-little' && ids(traffic.unfolded).has(topic.id),
      () => `VS Code has ${orderOfGroups()} and unfolded ${[...ids(traffic.unfolded)]}.`,
    );
    deepEqual(orderOfGroups(), ['a-little', 'behind', 'done']);
    deepEqual(selected(), [partition.id]);
    deepEqual(folded, []);
    deepEqual(ids(traffic.unfolded), new Set([cluster.id, group.id, topic.id]), 'What is folded is not asked for.');
  });

  it('keeps the selection usable: what is selected is what commands get', async () => {
    const [chosen] = traffic.tree.selection;
    equal(chosen?.partition, 1);
    await traffic.tree.reveal(partition, { select: true });
    deepEqual(selected(), [partition.id]);
  });
});
