import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import type { HealthNode } from '../../client/src/health/branch';
import type { Found } from '../../client/src/health/finding';
import { type HealthState, healthTree } from '../../client/src/health/healthTree';
import { COMMANDS } from '../../client/src/names';
import type { WorkspaceHealth } from '../../server/src/protocol/workspaceMessages';

const nameOf = (uri: string): string => uri.replace('file:///w/', '');

function found(place: string, severity: Found['severity'], rule: string, message = `${rule}!`): Found {
  const [file, line] = place.split(':');
  return { uri: `file:///w/${file}`, line: Number(line) - 1, character: 4, severity, rule, message };
}

const HEALTH: WorkspaceHealth = {
  isReading: false,
  isWhole: true,
  files: 40,
  kafka: 3,
  excluded: 0,
  unreadable: { count: 0, uris: [] },
  unrecognized: { count: 0, uris: [] },
  clusters: [],
  moreClusters: 0,
};

const FINDINGS = [
  found('b.properties:9', 'warning', 'producer/acks'),
  found('a.properties:2', 'warning', 'producer/acks'),
  found('a.properties:5', 'error', 'broker/ids'),
  found('c.yml:1', 'hint', 'topic/small'),
];

function treeWith(more: Partial<HealthState>) {
  return healthTree({ findings: FINDINGS, grouping: 'severity', nameOf, health: HEALTH, ...more });
}

/** Every node as it is seen, and that it can be heard. */
function outline(more: Partial<HealthState>): readonly string[] {
  const tree = treeWith(more);
  const visit = (node: HealthNode | undefined, indent: string): readonly string[] =>
    tree.children(node).flatMap((child) => {
      const { label, description, accessibleName } = tree.appearance(child);
      assert.ok(accessibleName.length > 3, label);
      assert.equal(tree.parent(child), node);
      return [`${indent}${description ? `${label}: ${description}` : label}`, ...visit(child, `${indent}  `)];
    });
  return visit(undefined, '');
}

describe('the view of configuration health', () => {
  it('has the worst findings first, each with its place', () => {
    assert.deepEqual(outline({}).slice(0, 7), [
      'Errors: 1',
      '  broker/ids!: a.properties:5 · broker/ids',
      'Warnings: 2',
      '  producer/acks!: a.properties:2 · producer/acks',
      '  producer/acks!: b.properties:9 · producer/acks',
      'Hints: 1',
      '  topic/small!: c.yml:1 · topic/small',
    ]);
  });

  it('groups by rule and by file, the worst group first', () => {
    assert.deepEqual(outline({ grouping: 'rule' }).slice(0, 3), [
      'broker/ids: 1 error',
      '  broker/ids!: a.properties:5',
      'producer/acks: 2 warnings',
    ]);
    assert.deepEqual(outline({ grouping: 'file' }).slice(0, 3), [
      'a.properties: 1 error, 1 warning',
      '  producer/acks!: producer/acks · line 2',
      '  broker/ids!: broker/ids · line 5',
    ]);
  });

  it('opens the place of a finding', () => {
    const tree = treeWith({});
    const [errors] = tree.children(undefined);
    const [finding] = tree.children(errors);
    assert.ok(finding);
    assert.deepEqual(tree.appearance(finding).opens, { uri: 'file:///w/a.properties', line: 4, character: 4 });
    assert.equal(finding.rule, 'broker/ids');
  });

  it('keeps two findings apart that say the same at one place', () => {
    const twice = [found('a.properties:2', 'hint', 'x/y'), found('a.properties:2', 'hint', 'x/y')];
    const tree = treeWith({ findings: twice });
    const [hints] = tree.children(undefined);
    const ids = tree.children(hints).map(({ id }) => id);
    assert.equal(new Set(ids).size, 2);
  });

  it('counts what it does not show of very many', () => {
    const many = Array.from({ length: 1500 }, (_, at) => found(`f${at}.properties:1`, 'warning', `r/n${at}`));
    assert.equal(outline({ findings: many }).at(201), '  1,300 more items not shown here');
    assert.equal(outline({ findings: many, grouping: 'file' }).filter((line) => /^f/.test(line)).length, 200);
  });

  it('says that only open files were linted, and offers the rest', () => {
    const tree = treeWith({ health: { ...HEALTH, isWhole: false } });
    const [first] = tree.children(undefined);
    assert.ok(first);
    assert.match(tree.appearance(first).label, /^Findings of open files only/);
    assert.equal(tree.appearance(first).runs, COMMANDS.lintWorkspace);
  });

  it('says that all is well only of a workspace that was linted as a whole', () => {
    assert.equal(outline({ findings: [] })[0], 'No problems in 3 files');
    const partly = outline({ findings: [], health: { ...HEALTH, isWhole: false } });
    const reading = outline({ findings: [], health: { ...HEALTH, isReading: true } });
    for (const lines of [partly, reading]) assert.ok(!lines.some((line) => line.startsWith('No problems')), lines[0]);
    assert.deepEqual(reading, ['Reading the files of the workspace…']);
  });

  it('says what belongs together and why, and what was not read', () => {
    const at = { line: 6, character: 0 };
    const member = { uri: 'file:///w/compose.yml', range: { start: at, end: at } };
    const health: WorkspaceHealth = {
      ...HEALTH,
      limit: 'Canceled after 40 files.',
      excluded: 2,
      unreadable: { count: 1, uris: ['file:///w/huge.json'] },
      unrecognized: { count: 101, uris: ['file:///w/notes.yml'] },
      clusters: [
        {
          name: 'kafka',
          brokers: 1,
          members: [
            { ...member, role: 'broker', name: 'kafka', reason: 'configures a node' },
            { ...member, uri: 'file:///w/p.properties', role: 'producer', reason: 'connects to kafka:9092' },
          ],
        },
      ],
      moreClusters: 0,
    };
    assert.deepEqual(outline({ findings: [], health }), [
      'Canceled after 40 files.',
      'No problems in 3 files',
      'Files That Belong Together: 1 cluster',
      '  kafka: 1 broker · 2 files',
      '    kafka: broker · configures a node',
      '    p.properties: producer · connects to kafka:9092',
      'Files Read: 3 of 40 files configure Kafka',
      '  Could not be read: 1 file',
      '    huge.json',
      '  Mention Kafka only: 101 files',
      '    notes.yml',
      '    100 more items not shown here',
      '  2 files left out by the settings',
    ]);
  });

  it('is empty while nothing is known, so that the view can say what it is for', () => {
    const tree = healthTree({ findings: [], grouping: 'severity', nameOf });
    assert.deepEqual(tree.children(undefined), []);
  });
});
