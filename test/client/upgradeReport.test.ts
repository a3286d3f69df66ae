import assert from 'node:assert/strict';
import { renderUpgrade } from '../../client/src/upgrade/render';
import type { WireUpgrade, WireUpgradeChange } from '../../server/src/protocol/protocol';

const at = (line: number) => ({ start: { line, character: 0 }, end: { line, character: 4 } });
const change = (kind: WireUpgradeChange['kind'], line: number, fixes: WireUpgradeChange['fixes'] = []) => {
  return { kind, key: `${kind}.key`, range: at(line), message: `About ${kind}.`, fixes };
};
const FILE: WireUpgrade = {
  uri: 'file:///w/config/server.properties',
  role: 'broker',
  from: '3.9',
  fromAssumed: false,
  steps: ['Migrate first.'],
  changes: [
    change('new-default', 0),
    change('rejected', 7, [{ title: 'Remove it', safe: true }]),
    change('new-default', 0),
  ],
};
const nameOf = (uri: string) => uri.replace('file:///w/', '');

describe('the report of an upgrade', () => {
  it('puts what stops the process first, and each step once', () => {
    const { text } = renderUpgrade('4.1', [FILE, { ...FILE, uri: 'file:///w/other.properties' }], nameOf);
    assert.ok(text.indexOf('### Stops the process') < text.indexOf('### Has another default'));
    assert.equal(text.split('- Migrate first.').length, 2);
    assert.match(text, /^- Stops the process: 2$/m);
    assert.match(text, /^ {2}- Safe fix: Remove it$/m);
    assert.match(text, /^A broker file for Kafka 3\.9\.$/m);
  });

  it('links each place to its line', () => {
    const { text, links } = renderUpgrade('4.1', [FILE], nameOf);
    const lines = text.split('\n');
    const linked = links.map(({ line, start, end }) => lines[line]?.slice(start, end));
    const name = 'config/server.properties';
    assert.deepEqual(linked, [`${name}:8`, `${name}:1`, `${name}:1`]);
    assert.deepEqual(
      links.map(({ target }) => target),
      [7, 0, 0],
    );
  });

  it('says when nothing changes, and when the present version is only assumed', () => {
    assert.match(renderUpgrade('4.1', [], nameOf).text, /changes nothing/);
    const assumed = renderUpgrade('4.1', [{ ...FILE, fromAssumed: true }], nameOf).text;
    assert.match(assumed, /for Kafka 3\.9, which is assumed\./);
  });
});
