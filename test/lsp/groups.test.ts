import assert from 'node:assert/strict';
import { after, before, describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { FindGroupResult } from '../../server/src/protocol/protocol';
import { TestClient } from './support/client';

const SLOW = `bootstrap.servers=k:9092
key.deserializer=D
value.deserializer=D
group.id=payments
fetch.max.bytes=1024
max.poll.interval.ms=10000
`;
const FAST = SLOW.replace(/^(fetch|max).*\n/gm, '');
const PRODUCER = 'bootstrap.servers=k:9092\nkey.serializer=S\nclient.id=payments\n';
const CODE = `import { Kafka } from 'kafkajs';
const kafka = new Kafka({ clientId: 'worker', brokers: ['k:9092'] });
const consumer = kafka.consumer({ groupId: 'payments', maxBytes: 1000 });
await consumer.run({ eachMessage: async ({ message }) => console.log(message.offset) });
`;

describe('finding a consumer group', () => {
  let client: TestClient;
  before(async () => {
    client = await TestClient.start({
      folders: ['file:///w'],
      configuration: (folder) => (folder === 'file:///w' ? { exclude: ['old/**'] } : {}),
    });
  });
  after(() => client.stop());

  const find = (group: string, texts: Readonly<Record<string, string>>) =>
    client.connection.sendRequest<FindGroupResult>('kafkaLint/findGroup', {
      group,
      files: Object.entries(texts).map(([path, text]) => ({ uri: `file:///w/${path}`, text })),
    });

  it('gives each place with what slows it down, the likely greatest effect first', async () => {
    const places = await find('payments', {
      'a/consumer.properties': SLOW,
      'b/consumer.properties': FAST,
      'producer.properties': PRODUCER,
      'notes.txt': 'group.id=payments',
    });
    assert.deepEqual(
      places.map(({ uri, role, key, range, findings }) => [
        uri,
        role,
        key,
        range.start.line,
        findings.map(({ rule }) => rule).filter((rule) => /fetch-too|poll-int/.test(rule)),
      ]),
      [
        [
          'file:///w/a/consumer.properties',
          'consumer',
          'group.id',
          3,
          ['consumer/poll-interval', 'consumer/fetch-too-small'],
        ],
        ['file:///w/b/consumer.properties', 'consumer', 'group.id', 3, []],
      ],
    );
  });

  it('finds it in code, with what its calls do', async () => {
    const places = await find('payments', { 'src/worker.ts': CODE, 'src/other.ts': CODE.replace('kafkajs', 'other') });
    assert.deepEqual(
      places.map(({ uri, key, range, findings }) => [uri, key, range.start.line, findings.map(({ rule }) => rule)]),
      [['file:///w/src/worker.ts', 'groupId', 2, ['kafkajs/fetch-sizes']]],
    );
  });

  it('offers fixes that remove the finding', async () => {
    const [place] = await find('payments', { 'consumer.properties': SLOW });
    const found = place?.findings.find(({ rule }) => rule === 'consumer/fetch-too-small');
    const [fix] = found?.fixes ?? [];
    assert.ok(place && fix);
    const source = TextDocument.create(place.uri, '', 0, SLOW);
    const mended = TextDocument.applyEdits(source, [...fix.edits]);
    const [again] = await find('payments', { 'consumer.properties': mended });
    assert.ok(again);
    assert.ok(!again.findings.some(({ rule }) => rule === 'consumer/fetch-too-small'));
  });

  it('passes over what the settings leave out', async () => {
    assert.deepEqual(await find('payments', { 'old/consumer.properties': SLOW }), []);
  });
});
