import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { ShownNodes } from '../../client/src/sidebar/changes';
import { lagTree } from '../../client/src/sidebar/lag/lagTree';
import type { TreeModel, ViewNode } from '../../client/src/sidebar/node';
import type { GroupSnapshot } from '../../server/src/cluster/model';
import { groupOf, snapshotOf, viewOf } from './support/clusters';

function treeOf(...groups: readonly GroupSnapshot[]): TreeModel {
  return lagTree({ clusters: [viewOf(snapshotOf(groups))], isMuted: () => false });
}

/** As VS Code does it: children and looks of everything, `depth` levels down. */
function open(shown: ShownNodes, model: TreeModel, depth: number, node?: ViewNode): readonly ViewNode[] {
  return shown.children(model, node).flatMap((child) => {
    shown.appearance(model, child);
    return [child, ...(depth > 1 ? open(shown, model, depth - 1, child) : [])];
  });
}

const BEFORE = [groupOf('a', { t: [9n] }), groupOf('b', { t: [5n] }), groupOf('c', { t: [1n] })] as const;

describe('what a tree is told again', () => {
  it('is nothing when nothing changed', () => {
    const shown = new ShownNodes();
    open(shown, treeOf(...BEFORE), 4);
    assert.deepEqual(shown.changed(treeOf(...BEFORE)), []);
  });

  it('is the highest node that changed, as the very object that the tree has', () => {
    const shown = new ShownNodes();
    const nodes = open(shown, treeOf(...BEFORE), 4);
    const changed = shown.changed(treeOf(BEFORE[0], groupOf('b', { t: [6n] }), BEFORE[2]));
    assert.equal(changed.length, 1);
    assert.equal(changed[0], nodes[0], 'The total of the cluster changed with the group.');
  });

  it('is one group where the cluster looks the same', () => {
    const shown = new ShownNodes();
    const nodes = open(shown, treeOf(...BEFORE), 3);
    const [a, b, c] = BEFORE;
    const renamed = { ...b, state: 'Empty' } as const;
    const changed = shown.changed(treeOf(a, renamed, c));
    assert.deepEqual(changed, [nodes.find(({ kind, groupId }) => kind === 'group' && groupId === 'b')]);
  });

  it('is a tooltip only where somebody has seen it', () => {
    const [a, b, c] = BEFORE;
    const moved = treeOf(a, { ...b, coordinator: 2 }, c);
    const shown = new ShownNodes();
    const nodes = open(shown, treeOf(...BEFORE), 3);
    assert.deepEqual(shown.changed(moved), []);
    const node = nodes.find(({ kind, groupId }) => kind === 'group' && groupId === 'b');
    assert.ok(node);
    assert.match(shown.tooltip(treeOf(...BEFORE), node), /Coordinator: broker 1/);
    assert.deepEqual(shown.changed(moved), [node]);
  });

  it('is not what was never shown', () => {
    const shown = new ShownNodes();
    open(shown, treeOf(...BEFORE), 1);
    assert.deepEqual(shown.changed(treeOf(BEFORE[0], { ...BEFORE[1], state: 'Empty' }, BEFORE[2])), []);
  });

  it('is everything when the roots change', () => {
    const shown = new ShownNodes();
    open(shown, treeOf(...BEFORE), 4);
    assert.equal(shown.changed(treeOf()), 'everything');
  });

  it('keeps the identity of nodes over refreshes', () => {
    const shown = new ShownNodes();
    const before = open(shown, treeOf(...BEFORE), 4);
    const after = open(shown, treeOf(BEFORE[2], BEFORE[0], BEFORE[1]), 4);
    for (const node of after) assert.ok(before.includes(node));
  });

  it('costs one look at each node that is shown, of 2,000 groups and a topic of 1,000 partitions', () => {
    const wide = Array.from({ length: 1000 }, (_, index) => BigInt(index));
    const many = Array.from({ length: 1999 }, (_, index) => groupOf(`g${index}`, { t: [1n] }));
    const [first, ...others] = many;
    assert.ok(first);
    const shown = new ShownNodes();
    const before = treeOf(groupOf('wide', { t: wide }), ...many);
    for (const cluster of open(shown, before, 1)) {
      const [group] = open(shown, before, 1, cluster);
      for (const topic of open(shown, before, 1, group)) open(shown, before, 1, topic);
    }
    const after = counting(treeOf(groupOf('wide', { t: wide }), { ...first, state: 'Empty' }, ...others));
    const changed = shown.changed(after.model);
    assert.ok(changed !== 'everything');
    assert.deepEqual(
      changed.map(({ kind, groupId }) => [kind, groupId]),
      [['group', 'g0']],
    );
    assert.ok([...after.looks.values()].every((count) => count === 1));
    assert.equal(after.looks.size, 1 + 2000 + 1 + 1000);
    assert.deepEqual(new Set(after.unfolded.values()), new Set([undefined, 'cluster', 'group', 'topic']));
  });
});

/** The model, with how often the look of each node was asked for, and the kinds of those whose children were. */
function counting(model: TreeModel) {
  const looks = new Map<string, number>();
  const unfolded: (string | undefined)[] = [];
  const counted: TreeModel = {
    ...model,
    children: (node) => {
      unfolded.push(node?.kind);
      return model.children(node);
    },
    appearance: (node) => {
      looks.set(node.id, (looks.get(node.id) ?? 0) + 1);
      return model.appearance(node);
    },
  };
  return { model: counted, looks, unfolded };
}
