import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { GroupSnapshot } from '../../client/src/cluster/model';
import { ShownNodes } from '../../client/src/sidebar/changes';
import { lagTree } from '../../client/src/sidebar/lag/lagTree';
import type { TreeModel, ViewNode } from '../../client/src/sidebar/node';
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
});
