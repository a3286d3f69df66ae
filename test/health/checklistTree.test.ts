import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { checklistTree, summaryOf } from '../../client/src/checklist/checklistTree';
import type { KnownCluster } from '../../client/src/checklist/knownClusters';
import { withClusters } from '../../client/src/checklist/withClusters';
import type { HealthNode } from '../../client/src/health/branch';
import type { WireChecklistLine } from '../../server/src/protocol/workspaceMessages';

const nameOf = (uri: string): string => uri.replace('file:///w/', '');
const start = { line: 3, character: 2 };

function line(id: string, state: WireChecklistLine['state'], more: Partial<WireChecklistLine> = {}): WireChecklistLine {
  return {
    id,
    section: 'brokers',
    title: `Do ${id}`,
    why: `Since ${id}.`,
    state,
    says: `It is ${state}.`,
    more: 0,
    ...more,
  };
}

const LINES = [
  line('broker-heap', 'fail', {
    place: { uri: 'file:///w/k.service', range: { start, end: start } },
    fix: 'Set -Xmx to 6g',
    more: 2,
  }),
  line('broker-replication', 'pass'),
  line('monitoring-groups', 'unknown', { section: 'monitoring' }),
  line('consumer-batches', 'not-applicable', { section: 'consumers' }),
];

function outline(lines: readonly WireChecklistLine[], clusters: readonly KnownCluster[] = []): readonly string[] {
  const tree = checklistTree({ checklist: { isReading: false, files: 2, lines }, clusters, nameOf });
  const ids = new Set<string>();
  const visit = (node: HealthNode | undefined, indent: string): readonly string[] =>
    tree.children(node).flatMap((child) => {
      const { label, description, accessibleName, icon } = tree.appearance(child);
      assert.ok(accessibleName.length > 3 && icon.id !== '', label);
      assert.ok(!ids.has(child.id), child.id);
      ids.add(child.id);
      assert.equal(tree.parent(child), node);
      return [`${indent}${description ? `${label}: ${description}` : label}`, ...visit(child, `${indent}  `)];
    });
  return visit(undefined, '');
}

describe('the view of the checklist', () => {
  it('says nothing of any line while the files are being read', () => {
    const tree = checklistTree({ checklist: { isReading: true, files: 1, lines: LINES }, clusters: [], nameOf });
    const shown = tree.children(undefined).map((node) => tree.appearance(node).label);
    assert.deepEqual(shown, ['Reading the files of the workspace…']);
  });

  it('has each line with its state, what decides it, the fix and the reason', () => {
    assert.deepEqual(outline(LINES).slice(0, 6), [
      '1 of 3 pass (33 %), 1 fail, 1 unknown',
      'Brokers: 1 of 2 pass · 1 fail',
      '  Do broker-heap: fail · k.service:4',
      '    It is fail.: k.service:4 · and 2 further places',
      '    Fix: Set -Xmx to 6g',
      '    Since broker-heap.',
    ]);
  });

  it('is empty until a server has told', () => {
    assert.deepEqual(checklistTree({ clusters: [], nameOf }).children(undefined), []);
  });

  it('takes what connected clusters show', () => {
    const well = { name: 'shop', groups: 3, unhealthy: 0 };
    assert.equal(summaryOf(withClusters(LINES, [well])), '2 of 3 pass (66 %), 1 fail, 0 unknown');
    const ill = withClusters(LINES, [well, { name: 'ill', groups: 0, unhealthy: 1 }]);
    assert.deepEqual(
      ill.filter(({ id }) => id === 'broker-replication').map(({ state, says }) => [state, says]),
      [['fail', '1 partition of ill lacks copies or a leader now.']],
    );
  });
});
