// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of the files.
import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits, type ConfigEdit } from '../../server/src/model/edit';

function parse(path: string, text: string): ConfigDocument {
  return parseDocument({ uri: path, path, text }) ?? assert.fail(path);
}

const settings = ({ scopes }: ConfigDocument, index = 0) =>
  Object.fromEntries(
    (scopes[index]?.entries ?? [])
      .filter(({ overriddenBy }) => !overriddenBy)
      .map(({ key, value }) => [key, value.kind === 'literal' ? value.text : value.kind]),
  );

/** The text after an edit of the entry of that key in the first scope. */
function edited(path: string, text: string, key: string, edit: (entry: never, scope: never) => ConfigEdit): string {
  const document = parse(path, text);
  const [scope] = document.scopes;
  const entry = scope?.entries.find((one) => one.key === key);
  return applyTextEdits(text, renderEdits(document, [edit(entry as never, scope as never)]));
}

describe('units', () => {
  it('have quotes, escapes, continued lines and specifiers as systemd has them', () => {
    const text =
      '[Container]\nImage=docker.io/apache/kafka:4.1.0\nEnvironment=KAFKA_NODE_ID=7\nEnvironment=\n' +
      'Environment=KAFKA_NODE_ID=1 "KAFKA_PROCESS_ROLES=broker,controller" \\\n# between\n; and again\n' +
      "  KAFKA_LISTENERS='PLAINTEXT://:9092'\nEnvironment=KAFKA_BROKER_RACK=%i KAFKA_NUM_PARTITIONS=\\x31\\x32\n" +
      'Environment="KAFKA_SUPER_USERS=User:a b"\n';
    const document = parse('/etc/containers/systemd/kafka.container', text);
    assert.deepEqual(settings(document), {
      'node.id': '1',
      'process.roles': 'broker,controller',
      listeners: 'PLAINTEXT://:9092',
      'broker.rack': 'dynamic',
      'num.partitions': '12',
      'super.users': 'User:a b',
    });
    assert.deepEqual([document.scopes[0]?.target.version, document.scopes[0]?.name], ['4.1', 'kafka']);
  });

  it('keep what stands around an edit', () => {
    const text =
      '[Container]\nImage=apache/kafka:4.1.0\nEnvironment=KAFKA_NODE_ID=1 KAFKA_PROCESS_ROLES=broker\n\n[Install]\nWantedBy=default.target\n';
    const path = '/p/kafka.container';
    const add = (_: never, scope: never): ConfigEdit => ({ kind: 'add', scope, key: 'super.users', value: 'User:a b' });
    assert.ok(
      edited(path, text, 'node.id', add).includes('broker\nEnvironment="KAFKA_SUPER_USERS=User:a b"\n\n[Install]'),
    );
    const remove = (entry: never): ConfigEdit => ({ kind: 'remove', entry });
    assert.ok(edited(path, text, 'node.id', remove).includes('Environment=KAFKA_PROCESS_ROLES=broker\n'));
    assert.ok(edited(path, text, 'process.roles', remove).includes('Environment=KAFKA_NODE_ID=1\n'));
  });
});

describe('Dockerfiles', () => {
  const TEXT =
    'ARG VERSION=7.9.0\nFROM confluentinc/cp-kafka:${VERSION} AS base\nENV KAFKA_NODE_ID=1 \\\n    # why\n    KAFKA_PROCESS_ROLES=broker\n' +
    "FROM base\nENV KAFKA_NODE_ID=2\nARG KAFKA_NUM_PARTITIONS=9\nRUN cat <<'END' > /app/producer.properties\nbootstrap.servers=a:9092\nacks=1\nEND\n";

  it('give a stage what those below it have, and its image the version', () => {
    const document = parse('/p/Dockerfile', TEXT);
    assert.deepEqual(settings(document), { 'node.id': '2', 'process.roles': 'broker' });
    assert.equal(document.scopes[0]?.target.version, '3.9');
  });

  it('have files in here-documents, which are read and changed in their own terms', () => {
    const document = parse('/p/Dockerfile', TEXT);
    const producer = document.scopes.find(({ role }) => role === 'producer');
    const acks = producer?.entries.find(({ key }) => key === 'acks') ?? assert.fail();
    const after = applyTextEdits(TEXT, renderEdits(document, [{ kind: 'set', entry: acks, value: 'all' }]));
    assert.equal(after, TEXT.replace('acks=1', 'acks=all'));
  });

  it('lose a variable with its line, and gain one in their manner', () => {
    const path = '/p/Dockerfile';
    const text = TEXT.slice(0, TEXT.indexOf('FROM base'));
    const remove = (entry: never): ConfigEdit => ({ kind: 'remove', entry });
    assert.ok(edited(path, text, 'process.roles', remove).endsWith('ENV KAFKA_NODE_ID=1\n'));
    const after = (entry: never, scope: never): ConfigEdit => ({
      kind: 'add',
      scope,
      key: 'log.dirs',
      value: '/a b',
      after: entry,
    });
    assert.ok(
      edited(path, text, 'process.roles', after).endsWith("KAFKA_PROCESS_ROLES=broker \\\n    KAFKA_LOG_DIRS='/a b'\n"),
    );
  });
});

describe('connector JSON', () => {
  const TEXT =
    '{\n  "name": "s",\n  "config": {\n    "connector.class": "C",\n    "tasks.max": 2,\n    "topics": "t"\n  }\n}\n';

  it('stays JSON under every edit', () => {
    const path = '/p/s.json';
    const all: [string, (entry: never, scope: never) => ConfigEdit][] = [
      ['tasks.max', (entry) => ({ kind: 'set', entry, value: '3' })],
      ['tasks.max', (entry) => ({ kind: 'set', entry, value: 'a"b' })],
      ['tasks.max', (entry) => ({ kind: 'remove', entry })],
      ['topics', (entry) => ({ kind: 'remove', entry })],
      ['topics', (entry, scope) => ({ kind: 'rename', entry, scope, key: 'topics.regex' })],
      ['topics', (entry, scope) => ({ kind: 'add', scope, key: 'errors.tolerance', value: 'all', after: entry })],
      ['tasks.max', (_, scope) => ({ kind: 'add', scope, key: 'errors.tolerance', value: 'all' })],
    ];
    const left = all.map(([key, edit]) => JSON.parse(edited(path, TEXT, key, edit)).config);
    const given = { 'connector.class': 'C', 'tasks.max': 2, topics: 't' };
    assert.deepEqual(left, [
      { ...given, 'tasks.max': 3 },
      { ...given, 'tasks.max': 'a"b' },
      { 'connector.class': 'C', topics: 't' },
      { 'connector.class': 'C', 'tasks.max': 2 },
      { 'connector.class': 'C', 'tasks.max': 2, 'topics.regex': 't' },
      { ...given, 'errors.tolerance': 'all' },
      { ...given, 'errors.tolerance': 'all' },
    ]);
  });
});
