import assert from 'node:assert/strict';
import { parseDocument, renderEdits } from '../../../server/src/formats/registry';
import type { ConfigDocument } from '../../../server/src/model/document';
import { applyTextEdits, type ConfigEdit } from '../../../server/src/model/edit';

function parse(text: string, path = '/p/application.yml'): ConfigDocument {
  return parseDocument({ uri: path, path, text }) ?? assert.fail();
}

const settings = (document: ConfigDocument, name: string) =>
  Object.fromEntries(
    (document.scopes.find((scope) => scope.name === name)?.entries ?? [])
      .filter((entry) => !entry.overriddenBy)
      .map(({ key, value }) => [key, value.text]),
  );

/** Recorded from Spring Boot 3.5.7 by tools/spring-judge, without its own serializers. */
const JUDGED = `spring:
  kafka:
    bootstrap-servers: [a:1, "b:2"]
    properties: {linger.ms: 7}
    producer:
      acks: all
      batch-size: 32KB
      buffer-memory: 16 KB
      transaction-id-prefix: tx
    consumer:
      fetch-min-size: 1MB
      maxPollRecords: 5
      auto_commit_interval: 2s
      heartbeat-interval: PT3S
      fetch-max-wait: 250
      isolation-level: read-committed
      properties:
        max.poll.interval.ms: 1000
        "[session.timeout.ms]": 010
spring.kafka.consumer.group-id: g
`;

describe('Spring Boot files', () => {
  it('give clients what Boot’s own binder gives them', () => {
    const document = parse(JUDGED);
    assert.deepEqual(settings(document, 'producer'), {
      'bootstrap.servers': 'a:1,b:2',
      'linger.ms': '7',
      acks: 'all',
      'batch.size': '32768',
      'buffer.memory': '16384',
    });
    assert.deepEqual(settings(document, 'consumer'), {
      'bootstrap.servers': 'a:1,b:2',
      'fetch.min.bytes': '1048576',
      'max.poll.records': '5',
      'auto.commit.interval.ms': '2000',
      'heartbeat.interval.ms': '3000',
      'fetch.max.wait.ms': '250',
      'isolation.level': 'read_committed',
      'max.poll.interval.ms': '1000',
      'session.timeout.ms': '8',
      'group.id': 'g',
    });
  });

  it('are whole unless they are for a profile', () => {
    const body = 'spring:\n  kafka:\n    producer:\n      acks: all\n';
    assert.equal(parse(body).scopes[0]?.completeness, 'complete');
    assert.equal(parse(body, '/p/application-prod.yml').scopes[0]?.completeness, 'fragment');
    const profile = 'spring.config.activate.on-profile: prod\n';
    assert.equal(parse(`a: b\n---\n${profile}${body}`).scopes[0]?.completeness, 'fragment');
  });

  it('take edits where Boot reads them, and lose an empty map with its last pair', () => {
    const text = 'spring:\n  kafka:\n    producer:\n      acks: 0\n      properties:\n        linger.ms: 0\n';
    const document = parse(text);
    const [scope] = document.scopes;
    const [acks, linger] = scope?.entries ?? [];
    if (!scope || !acks || !linger) assert.fail();
    const edited = (...edits: ConfigEdit[]) => applyTextEdits(text, renderEdits(document, edits));
    assert.equal(
      edited({ kind: 'set', entry: acks, value: 'all' }, { kind: 'remove', entry: linger }),
      'spring:\n  kafka:\n    producer:\n      acks: all\n',
    );
    assert.equal(
      edited(
        { kind: 'add', scope, key: 'batch.size', value: '65536', after: linger },
        { kind: 'add', scope, key: 'max.block.ms', value: '1000' },
        { kind: 'rename', entry: linger, scope, key: 'delivery.timeout.ms' },
      ),
      'spring:\n  kafka:\n    producer:\n      acks: 0\n      properties:\n        delivery.timeout.ms: 0\n        max.block.ms: 1000\n      batch-size: 65536\n',
    );
  });

  it('keep defaults of placeholders', () => {
    const document = parse('spring.kafka.producer.acks: $' + '{ACKS:1}\nspring.kafka.producer.retries: $' + '{R}\n');
    const told = document.scopes[0]?.entries.map(({ value }) => (value.kind === 'literal' ? value.text : value.kind));
    assert.deepEqual(told, ['1', 'dynamic']);
  });
});
