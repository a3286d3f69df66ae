import assert from 'node:assert/strict';
import { afterEach, describe, it } from 'mocha';
import type { UpgradeReportResult } from '../../server/src/protocol/protocol';
import { TestClient } from './support/client';

const PRODUCER = 'bootstrap.servers=a:9092,b:9092\nacks=all\n';

describe('the report of an upgrade', () => {
  let client: TestClient;
  afterEach(() => client.stop());
  const report = (to: string, files: object[]): Promise<UpgradeReportResult> =>
    client.connection.sendRequest('kafkaLint/upgradeReport', { to, files });

  it('is about texts that the client sends, under the settings of their folder', async () => {
    client = await TestClient.start({
      folders: ['file:///w'],
      configuration: () => ({ exclude: ['legacy/**'], overrides: [{ files: ['new/*'], targetVersion: '4.1' }] }),
    });
    const file = (path: string, text = PRODUCER) => ({ uri: `file:///w/${path}/producer.properties`, text });
    const files = [file('a'), file('legacy'), file('new'), file('b', 'motd=hello\n')];
    const found = await report('4.1', files);
    assert.deepEqual(
      found.map(({ uri, role, from, fromAssumed }) => [uri, role, from, fromAssumed]),
      [['file:///w/a/producer.properties', 'producer', '3.9', true]],
    );
    const linger = found[0]?.changes.find(({ key }) => key === 'linger.ms');
    assert.equal(linger?.kind, 'new-default');
    assert.deepEqual(linger?.range.start, { line: 0, character: 0 });
    assert.deepEqual(linger?.fixes, [{ title: 'Keep 0: add linger.ms=0', safe: false }]);
  });

  it('is empty for what is no version', async () => {
    client = await TestClient.start();
    assert.deepEqual(await report('soon', [{ uri: 'file:///w/producer.properties', text: PRODUCER }]), []);
  });
});
