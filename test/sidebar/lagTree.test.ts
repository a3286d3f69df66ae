import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { ClusterView } from '../../client/src/sidebar/clusterView';
import { groupFilter } from '../../client/src/sidebar/lag/filter';
import { lagTree } from '../../client/src/sidebar/lag/lagTree';
import type { Appearance, TreeModel, ViewNode } from '../../client/src/sidebar/node';
import { groupOf, NO_COMMIT, snapshotOf, viewOf } from './support/clusters';

const UNREACHABLE = { unknown: 'leader-unreachable', detail: 'Broker 2: no answer' } as const;

function treeOf(view: ClusterView, filter?: string): TreeModel {
  return lagTree({ clusters: [view], filter: groupFilter(filter ?? ''), isMuted: () => false });
}

function below(tree: TreeModel, node?: ViewNode): readonly Appearance[] {
  return tree.children(node).map((child) => tree.appearance(child));
}

function groupsOf(view: ClusterView, filter?: string): readonly Appearance[] {
  const tree = treeOf(view, filter);
  return below(tree, tree.children(undefined)[0]);
}

function texts(appearances: readonly Appearance[]): readonly string[] {
  return appearances.map(({ label, description }) => (description ? `${label}: ${description}` : label));
}

describe('the tree of consumer lag', () => {
  it('has the most lag first, then the unknown, then what is caught up', () => {
    const view = viewOf(
      snapshotOf([
        groupOf('a-done', { t: [0n] }),
        groupOf('b-few', { t: [5n] }),
        groupOf('c-unknown', { t: [NO_COMMIT] }),
        groupOf('d-many', { t: [7n, 1_000_000n] }),
        groupOf('e-partial', { t: [0n, UNREACHABLE] }),
      ]),
    );
    assert.deepEqual(texts(groupsOf(view)), [
      'd-many: 1M',
      'b-few: 5',
      'c-unknown: nothing committed',
      'e-partial: 0 + 1 unknown',
      'a-done: caught up',
    ]);
  });

  it('goes down to topics and partitions, each by lag', () => {
    const tree = treeOf(viewOf(snapshotOf([groupOf('g', { small: [1n], large: [2n, UNREACHABLE, 30n, 0n] })])));
    const [cluster] = tree.children(undefined);
    const [group] = tree.children(cluster);
    const topics = tree.children(group);
    assert.deepEqual(texts(below(tree, group)), ['large: 32 + 1 unknown · 4 partitions', 'small: 1 · 1 partition']);
    assert.deepEqual(texts(below(tree, topics[0])), [
      'Partition 2: 30 · app',
      'Partition 0: 2 · app',
      'Partition 1: leader unreachable · app',
      'Partition 3: caught up · app',
    ]);
    for (const topic of topics) {
      assert.equal(tree.parent(topic)?.id, group?.id);
      for (const partition of tree.children(topic)) assert.equal(tree.parent(partition)?.id, topic.id);
    }
  });

  it('says what the trend comes to, and of a stopped consumer that it stopped', () => {
    const rates = { consumed: 1200, produced: 200 };
    const view = viewOf(
      snapshotOf([groupOf('slow', { t: [60_000n] }), groupOf('stuck', { t: [50n] }), groupOf('worse', { t: [40n] })]),
      {},
      {
        slow: { status: 'OK', rates, outlook: { kind: 'catching-up', secondsLeft: 60 } },
        stuck: { status: 'STOP', rates: { consumed: 0, produced: 1 }, outlook: { kind: 'falling-behind' } },
        worse: { status: 'WARN', rates: { consumed: 5, produced: 9 }, outlook: { kind: 'falling-behind' } },
      },
    );
    const groups = groupsOf(view);
    assert.deepEqual(texts(groups), [
      'slow: drains in 1 min · 60K · 1,200/s',
      'stuck: stopped · 50',
      'worse: falling behind · 40 · 5/s',
    ]);
    assert.equal(new Set(groups.map(({ icon }) => icon.id)).size, 3, 'States differ in shape, not only in colour.');
    assert.match(
      groups[1]?.accessibleName ?? '',
      /^Group stuck, stopped, 50 messages behind, .*STOP: nothing has been committed/,
    );
  });

  it('marks old numbers with their age and takes the colour from what was judged', () => {
    const group = groupOf('g', { t: [5n] });
    const trends = { g: { status: 'STALL', outlook: { kind: 'unknown' } } } as const;
    const failure = { message: 'Nobody answers.', whatToDo: 'Start it.' };
    const tree = treeOf(viewOf(snapshotOf([group]), { staleMs: 150_000, failure }, trends));
    const [cluster] = tree.children(undefined);
    assert.deepEqual(texts(below(tree)), ['dev: unreachable · 1 of 1 behind · 5 · 3 min old']);
    assert.deepEqual(texts(below(tree, cluster)), ['Nobody answers. Start it.', 'g: stalled · 5 · 3 min old']);
    assert.deepEqual(below(tree, cluster)[1]?.icon, { id: 'debug-pause', color: 'disabledForeground' });
  });

  it('keeps a group with a problem on show, with Kafka’s word for it', () => {
    const problem = { unknown: 'unauthorised', detail: 'GROUP_AUTHORIZATION_FAILED' } as const;
    const group = groupOf('g', {}, { problem, state: 'Unknown', members: [], membersUnknown: true });
    const tree = treeOf(viewOf(snapshotOf([group])));
    const [node] = tree.children(tree.children(undefined)[0]);
    assert.ok(node);
    assert.deepEqual(texts([tree.appearance(node)]), ['g: no permission']);
    assert.match(tree.appearance(node).tooltip, /members not known.*\n.*\n.*\n.*GROUP_AUTHORIZATION_FAILED/);
    assert.deepEqual(texts(below(tree, node)), ['GROUP_AUTHORIZATION_FAILED']);
  });

  it('explains a negative lag', () => {
    const tree = treeOf(viewOf(snapshotOf([groupOf('g', { t: [-5n] })]), { statusOf: () => 'AHEAD' }));
    const [group] = tree.children(tree.children(undefined)[0]);
    const [partition] = below(tree, tree.children(group)[0]);
    assert.equal(partition?.description, 'beyond the end · -5 · app');
    assert.match(partition?.tooltip ?? '', /truncated or created anew/);
  });

  it('filters by part of a group or topic, or by glob', () => {
    const view = viewOf(snapshotOf([groupOf('payments-eu', { orders: [3n] }), groupOf('audit', { Payments: [2n] })]));
    assert.deepEqual(texts(groupsOf(view, 'PAY')), ['payments-eu: 3', 'audit: 2']);
    assert.deepEqual(texts(groupsOf(view, 'pay*-eu')), ['payments-eu: 3']);
    assert.deepEqual(texts(groupsOf(view, 'nothing')), ['No group matches the filter.']);
    assert.deepEqual(
      texts(below(treeOf(view, 'audit'))),
      ['dev: 1 of 2 shown · 2 of 2 behind · 5 in all'],
      'A total over more than is shown says so.',
    );
  });

  it('says of a second entry for one cluster which one it is', () => {
    const tree = treeOf(viewOf(snapshotOf([groupOf('g', { t: [0n] })]), { name: 'again', sameAs: 'dev' }));
    const [cluster] = below(tree);
    assert.match(cluster?.description ?? '', /^same cluster as dev · /);
    assert.match(cluster?.accessibleName ?? '', /same cluster as dev/);
  });

  it('does not leave a list that cannot be had to the welcome', () => {
    const tree = treeOf(viewOf(snapshotOf([], { problems: ['3 partitions have no leader.'] })));
    const [cluster] = tree.children(undefined);
    assert.deepEqual(texts(below(tree, cluster)), ['No consumer group can be seen.', '3 partitions have no leader.']);
  });

  it('leaves an empty tree to the welcome', () => {
    assert.deepEqual(treeOf(viewOf(undefined, { connection: 'disconnected' })).children(undefined), []);
    assert.deepEqual(treeOf(viewOf(snapshotOf([]))).children(undefined), []);
  });

  it('has an answer for nodes that the last refresh took away', () => {
    const before = treeOf(viewOf(snapshotOf([groupOf('g', { t: [1n] })])));
    const [group] = before.children(before.children(undefined)[0]);
    const after = treeOf(viewOf(snapshotOf([])));
    assert.ok(group);
    assert.deepEqual(after.children(group), []);
    assert.equal(after.appearance(group).accessibleName, 'g, gone');
  });

  it('gives every node a name for screen readers', () => {
    const tree = treeOf(viewOf(snapshotOf([groupOf('g', { t: [1n, NO_COMMIT] }), groupOf('h', {})])));
    const visit = (node: ViewNode | undefined): number => {
      const children = tree.children(node);
      for (const child of children) assert.ok(tree.appearance(child).accessibleName.length > 3);
      return children.length + children.reduce((sum, child) => sum + visit(child), 0);
    };
    assert.equal(visit(undefined), 6);
  });
});
