import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { type Checklist, checklistOf, type State } from '../../server/src/checklist/checklist';
import { evidenceOf } from '../../server/src/checklist/evidence';
import { ITEMS } from '../../server/src/checklist/items';
import { lint } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import { RULES } from '../../server/src/rules/index.generated';

function checklistWith(files: Readonly<Record<string, string>>): Checklist {
  const evidence = Object.entries(files).flatMap(([path, text]) => {
    const document = parseDocument({ uri: `file:///p/${path}`, path: `/p/${path}`, text });
    assert.ok(document, path);
    return evidenceOf(document, lint(document, { severityOf: () => undefined }).findings);
  });
  return checklistOf(evidence);
}

function stateOf(checklist: Checklist, id: string): State {
  return checklist.lines.find((line) => line.id === id)?.state ?? assert.fail(id);
}

const PRODUCER = `bootstrap.servers=a:9092
key.serializer=org.apache.kafka.common.serialization.StringSerializer
value.serializer=org.apache.kafka.common.serialization.StringSerializer
acks=all
linger.ms=20
batch.size=65536
compression.type=lz4
`;

describe('the checklist', () => {
  it('names rules that there are, and each of its lines once', () => {
    const ids = new Set(RULES.map(({ id }) => id));
    assert.deepEqual(
      ITEMS.flatMap(({ rules }) => rules).filter((rule) => !ids.has(rule)),
      [],
    );
    assert.equal(ITEMS.length, 23);
    assert.equal(new Set(ITEMS.map(({ id }) => id)).size, ITEMS.length);
  });

  it('passes nothing where there is nothing', () => {
    const { counts, percent, lines } = checklistWith({});
    assert.deepEqual([counts.unknown, percent], [ITEMS.length, 0]);
    assert.ok(lines.every(({ says, decided }) => says.endsWith('.') && decided === undefined));
  });

  it('passes what a file says, and what holds by default, and tells where', () => {
    const checklist = checklistWith({ 'producer.properties': PRODUCER });
    const passed = checklist.lines.filter(({ state }) => state === 'pass');
    assert.deepEqual(
      passed.map(({ id, says }) => `${id}: ${says}`),
      [
        'producer-batching: batch.size is 65536.',
        'producer-linger: linger.ms is 20.',
        'producer-compression: compression.type is lz4.',
        'producer-acks: acks is all.',
        'producer-pipelining: max.in.flight.requests.per.connection is 5 by default.',
      ],
    );
    const [batching] = passed;
    assert.equal(
      batching?.decided && PRODUCER.slice(batching.decided.span.start, batching.decided.span.end),
      'batch.size=65536',
    );
    assert.equal(checklist.percent, Math.floor((5 * 100) / 23));
  });

  it('fails where one file fails, with the worst finding and its fix', () => {
    const weak = PRODUCER.replace('acks=all', 'acks=1\nenable.idempotence=true');
    const checklist = checklistWith({ 'a/producer.properties': PRODUCER, 'b/producer.properties': weak });
    const line = checklist.lines.find(({ id }) => id === 'producer-acks');
    assert.equal(line?.state, 'fail');
    assert.deepEqual(
      [line.decided?.uri, line.decided?.rule, line.decided?.fix],
      ['file:///p/b/producer.properties', 'producer/idempotence-conflict', 'Set acks to all'],
    );
  });

  it('leaves open what one of several files leaves open', () => {
    const half = PRODUCER.replace('compression.type=lz4', 'compression.type={{ codec }}');
    const files = { 'a/producer.properties': PRODUCER, 'b/producer.properties': half };
    assert.equal(stateOf(checklistWith(files), 'producer-compression'), 'unknown');
  });

  it('says what does not apply, which counts for nothing', () => {
    const consumer = PRODUCER.replaceAll('serializer', 'deserializer').replaceAll('Serializer', 'Deserializer');
    const checklist = checklistWith({ 'consumer.properties': `${consumer}group.id=g\n` });
    assert.equal(stateOf(checklist, 'consumer-batches'), 'not-applicable');
    const counted = checklist.lines.length - checklist.counts['not-applicable'];
    assert.equal(checklist.percent, Math.floor((checklist.counts.pass * 100) / counted));
  });

  it('looks at hosts, where one place suffices', () => {
    const checklist = checklistWith({
      'kafka.service':
        '[Service]\nExecStart=/opt/kafka/bin/kafka-server-start.sh s\nLimitNOFILE=200000\nEnvironment="KAFKA_HEAP_OPTS=-Xms6g -Xmx6g"\n',
      'limits.d/kafka.conf': 'kafka - nofile 100000\n',
      'sysctl.d/kafka.conf': 'vm.swappiness=1\nvm.max_map_count=262144\n',
    });
    assert.deepEqual(
      ['host-files', 'host-swappiness', 'host-scheduler', 'host-persistent', 'broker-heap'].map((id) =>
        stateOf(checklist, id),
      ),
      ['pass', 'pass', 'unknown', 'pass', 'pass'],
    );
  });
});
