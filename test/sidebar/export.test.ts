import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { csvText, jsonText, tableText } from '../../client/src/sidebar/export/lagText';
import { rowsOf } from '../../client/src/sidebar/export/rows';
import { groupFilter } from '../../client/src/sidebar/lag/filter';
import { viewNode } from '../../client/src/sidebar/node';
import { groupOf, NO_COMMIT, snapshotOf, viewOf } from './support/clusters';

const HUGE = 9_223_372_036_854_774_000n;
const VIEW = viewOf(
  snapshotOf([
    groupOf('=cmd|"x"', { t: [HUGE] }),
    groupOf('g', { t: [NO_COMMIT, 5n], u: [-2n] }),
    groupOf('idle', {}, { members: [], state: 'Empty' }),
  ]),
);
const ALL = rowsOf([VIEW], [], undefined);

describe('exporting lag', () => {
  it('writes CSV that keeps every digit, leaves the unknown empty and starts no formula', () => {
    const [, first, second, third, fourth, fifth] = csvText(ALL).split('\r\n');
    assert.equal(
      first,
      `dev,"'=cmd|""x""",Stable,t,0,1000,0,${HUGE + 1000n},${HUGE},,,,app,/10.0.0.1,2023-11-14T22:13:20.000Z`,
    );
    assert.equal(second, 'dev,g,Stable,t,0,,0,1000,,,,no-commit,app,/10.0.0.1,2023-11-14T22:13:20.000Z');
    assert.equal(third, 'dev,g,Stable,t,1,1000,0,1005,5,,,,app,/10.0.0.1,2023-11-14T22:13:20.000Z');
    assert.equal(fourth, 'dev,g,Stable,u,0,1000,0,998,-2,,,,app,/10.0.0.1,2023-11-14T22:13:20.000Z');
    assert.equal(fifth, 'dev,idle,Empty,,,,,,,,,,,,2023-11-14T22:13:20.000Z');
  });

  it('writes JSON with exact numbers and null for the unknown', () => {
    const records = JSON.parse(jsonText(ALL));
    assert.equal(records.length, 5);
    assert.equal(records[0].lag, String(HUGE));
    assert.deepEqual([records[1].lag, records[1].unknown], [null, 'no-commit']);
    assert.equal('topic' in records[4], false);
  });

  it('takes what is selected, once, and else what the filter shows', () => {
    const group = viewNode({ kind: 'group', clusterName: 'dev', groupId: 'g' });
    const partition = viewNode({ kind: 'partition', clusterName: 'dev', groupId: 'g', topic: 't', partition: 1 });
    assert.equal(rowsOf([VIEW], [group, partition], undefined).length, 3);
    assert.equal(rowsOf([VIEW], [partition], undefined).length, 1);
    assert.equal(rowsOf([VIEW], [], groupFilter('idle')).length, 1);
    assert.equal(rowsOf([VIEW], [viewNode({ kind: 'cluster', clusterName: 'dev' })], undefined).length, 5);
  });

  it('copies a table without breaks inside cells', () => {
    const odd = viewOf(snapshotOf([groupOf('a\tb\nc', { t: [1n] })]));
    const [, row = ''] = tableText(rowsOf([odd], [], undefined)).split('\n');
    assert.ok(row.startsWith('dev\ta b c\tStable\tt\t0\t'));
  });
});
