import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { lint } from '../../server/src/engine/lint';
import { CONSUMPTION_RULES, consumptionFindings } from '../../server/src/features/consumption';
import { findingsOf, membersOf } from '../../server/src/features/groups';
import type { Finding } from '../../server/src/model/finding';
import { RULES } from '../../server/src/rules/index.generated';
import { parse } from './support';

const CONSUMER = ['bootstrap.servers=k:9092', 'key.deserializer=D', 'value.deserializer=D'];
const keysOf = (path: string, lines: readonly string[], group: string) =>
  membersOf(parse(lines.join('\n'), path), group).map(({ entry }) => entry.writtenKey);
const finding = (rule: string, severity: Finding['severity'], start = 0): Finding => ({
  rule,
  severity,
  message: rule,
  span: { start, end: start + 1 },
  fixes: [],
});

describe('the scopes of a consumer group', () => {
  it('are consumers of that group.id', () => {
    const path = '/project/consumer.properties';
    assert.deepEqual(keysOf(path, [...CONSUMER, 'group.id = payments '], 'payments'), ['group.id']);
    assert.deepEqual(keysOf(path, [...CONSUMER, 'group.id=payments-2'], 'payments'), []);
    assert.deepEqual(keysOf(path, [...CONSUMER, 'group.id=payments', 'group.id=other'], 'payments'), []);
    assert.deepEqual(keysOf(path, [...CONSUMER, 'group.id=\\u0070ayments'], 'payments'), ['group.id']);
  });

  it('are Streams applications of that application.id', () => {
    const lines = ['bootstrap.servers=k:9092', 'application.id=payments', 'processing.guarantee=exactly_once_v2'];
    assert.deepEqual(keysOf('/project/streams.properties', lines, 'payments'), ['application.id']);
  });

  it('are sink connectors, whose group has connect- before their name', () => {
    const sink = ['name=payments', 'connector.class=X', 'tasks.max=1', 'topics=t'];
    assert.deepEqual(keysOf('/project/sink.properties', sink, 'connect-payments'), ['name']);
    assert.deepEqual(keysOf('/project/sink.properties', sink, 'payments'), []);
    const source = ['name=payments', 'connector.class=X', 'tasks.max=1'];
    assert.deepEqual(keysOf('/project/source.properties', source, 'connect-payments'), []);
  });

  it('are no Connect workers, whose group.id is a group of workers', () => {
    const worker = [
      'bootstrap.servers=k:9092',
      'group.id=payments',
      'key.converter=K',
      'offset.storage.topic=o',
      'config.storage.topic=c',
      'status.storage.topic=s',
    ];
    assert.deepEqual(keysOf('/project/connect-distributed.properties', worker, 'payments'), []);
  });
});

describe('what slows a consumer group down', () => {
  it('is told with the likely greatest effect first, and nothing else is', () => {
    const ranked = consumptionFindings([
      finding('consumer/auto-offset-reset', 'warning'),
      finding('properties/duplicate-key', 'warning'),
      finding('consumer/fetch-too-small', 'hint', 9),
      finding('consumer/fetch-too-small', 'warning', 7),
      finding('consumer/fetch-too-small', 'warning', 5),
      finding('properties/invalid-value', 'error'),
      finding('consumer/poll-interval', 'hint'),
    ]);
    assert.deepEqual(
      ranked.map(({ finding: { rule, severity, span } }) => `${rule} ${severity} ${span.start}`),
      [
        'properties/invalid-value error 0',
        'consumer/poll-interval hint 0',
        'consumer/fetch-too-small warning 5',
        'consumer/fetch-too-small warning 7',
        'consumer/fetch-too-small hint 9',
        'consumer/auto-offset-reset warning 0',
      ],
    );
  });

  it('names rules that exist, once each', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    const areas = new Set(RULES.map(({ id }) => id.split('/')[0]));
    const known = CONSUMPTION_RULES.filter((rule) => areas.has(rule.split('/')[0]));
    assert.ok(known.length > 5);
    assert.deepEqual(
      known.filter((rule) => !ids.has(rule)),
      [],
    );
    assert.equal(new Set(CONSUMPTION_RULES).size, CONSUMPTION_RULES.length);
  });

  it('is found in the scope of the group alone', () => {
    const sink = [
      'name=payments',
      'connector.class=X',
      'tasks.max=1',
      'topics=t',
      'consumer.override.fetch.max.bytes=10',
    ];
    const document = parse(sink.join('\n'), '/project/sink.properties');
    const { findings } = lint(document, { severityOf: () => undefined });
    const [member] = membersOf(document, 'connect-payments');
    assert.ok(member);
    const own = consumptionFindings(findingsOf(member.scope, findings, document.scopes));
    assert.deepEqual(
      own.map(({ finding: { rule } }) => rule),
      ['consumer/fetch-too-small'],
    );
    const nested = document.scopes.find(({ part }) => part);
    assert.ok(nested);
    assert.ok(findingsOf(nested, findings, document.scopes).every(({ span }) => span.start >= nested.span.start));
  });

  it('leaves out what is about another client of the file', () => {
    const text =
      'spring.kafka.producer.acks=al\nspring.kafka.consumer.group-id=g\nspring.kafka.consumer.fetch-max-wait=x\nspring.kafka.consumer.max-poll-records=1\n';
    const document = parse(text, '/project/application.properties');
    const { findings } = lint(document, { severityOf: () => undefined });
    const [member] = membersOf(document, 'g');
    assert.ok(member && findings.some(({ span }) => span.start < text.indexOf('\n')));
    const own = findingsOf(member.scope, findings, document.scopes);
    assert.ok(own.length > 0 && own.every(({ span }) => span.start > text.indexOf('\n')));
  });
});
