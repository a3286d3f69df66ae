import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATALOGUE_VERSIONS, settingAt } from '../../server/src/catalogue/catalogue';
import { readerOf } from '../../server/src/catalogue/reader';
import { lint } from '../../server/src/engine/lint';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { KafkaVersion } from '../../server/src/model/version';
import { planPreset, presetNamesFor, type UserPresets } from '../../server/src/presets/plan';
import type { PresetChange } from '../../server/src/presets/types';
import { PRESET_NAMES } from '../../server/src/presets/types';
import { PROFILES } from '../../server/src/rules/rule';

type Kind = 'producer' | 'consumer' | 'broker' | 'topic';

const BASE: Readonly<Record<Kind, string>> = {
  producer: 'bootstrap.servers=k1:9092\nkey.serializer=S\nvalue.serializer=S\n',
  consumer: 'bootstrap.servers=k1:9092\ngroup.id=g\nkey.deserializer=S\nvalue.deserializer=S\n',
  broker:
    'process.roles=broker\nnode.id=1\ncontroller.quorum.voters=9@c1:9093\ncontroller.listener.names=C\nlisteners=PLAINTEXT://:9092\nlog.dirs=/data\n',
  topic: 'cleanup.policy=delete\n',
};

/** Keys that presets touch or that stand in a relation to them, with values good and bad. */
const LINES: Readonly<Record<Kind, readonly string[]>> = {
  producer: [
    'acks=0',
    'acks=1',
    'acks=all',
    'enable.idempotence=true',
    'enable.idempotence=false',
    'linger.ms=0',
    'linger.ms=50',
    'batch.size=0',
    'batch.size=200000',
    'compression.type=none',
    'compression.type=zstd',
    'retries=3',
    'max.in.flight.requests.per.connection=1',
    'transactional.id=t',
    'request.timeout.ms=5000',
    'request.timeout.ms=120000',
    'delivery.timeout.ms=120000',
    'delivery.timeout.ms=30000',
    'linger.ms=25000',
    'buffer.memory=40000',
    'max.request.size=50000',
    `delivery.timeout.ms=${'$'}{TIMEOUT}`,
    `buffer.memory=${'$'}{MEMORY}`,
  ],
  consumer: [
    'fetch.min.bytes=1',
    'fetch.min.bytes=50000',
    'fetch.max.bytes=1024',
    'max.partition.fetch.bytes=1024',
    'max.poll.records=1',
    'session.timeout.ms=30000',
    'heartbeat.interval.ms=3000',
    'enable.auto.commit=true',
    'isolation.level=read_uncommitted',
    'partition.assignment.strategy=org.apache.kafka.clients.consumer.RangeAssignor',
    'auto.offset.reset=latest',
  ],
  broker: [
    'num.network.threads=3',
    'num.io.threads=64',
    'default.replication.factor=1',
    'min.insync.replicas=1',
    'min.insync.replicas=3',
    'transaction.state.log.min.isr=1',
    'transaction.state.log.min.isr=3',
    'transaction.state.log.replication.factor=1',
    'default.replication.factor=3',
    'offsets.topic.replication.factor=1',
    'unclean.leader.election.enable=true',
    'compression.type=gzip',
    'auto.create.topics.enable=true',
    'log.flush.interval.messages=1',
    'replica.lag.time.max.ms=5000',
    'num.partitions=1',
  ],
  topic: ['min.insync.replicas=1', 'compression.type=gzip', 'unclean.leader.election.enable=true', 'flush.messages=1'],
};

const OWN: UserPresets = {
  ours: { producer: { 'linger.ms': '33', 'no.such.key': 'x' }, broker: { 'num.io.threads': '24' } },
};

function parse(kind: Kind, text: string, version?: KafkaVersion): ConfigDocument {
  const path = `/project/${kind}.properties`;
  const role = kind;
  const document = parseDocument({ uri: `file://${path}`, path, text, hints: { role, ...(version && { version }) } });
  assert.equal(document?.scopes[0]?.role, kind);
  return document as ConfigDocument;
}

function plan(document: ConfigDocument, name: string): readonly PresetChange[] {
  const [scope] = document.scopes;
  assert.ok(scope);
  return planPreset(document, readerOf(scope), name, OWN);
}

function apply(document: ConfigDocument, changes: readonly PresetChange[]): string {
  return applyTextEdits(
    document.text,
    renderEdits(
      document,
      changes.map((change) => change.edit),
    ),
  );
}

const errorsIn = (document: ConfigDocument) =>
  lint(document, { severityOf: () => undefined }).findings.filter((finding) => finding.severity === 'error');

const findingsIn = (document: ConfigDocument, name: string): string[] => {
  const profile = PROFILES.find((one) => one === name);
  const { findings } = lint(document, { severityOf: () => undefined, ...(profile && { profile }) });
  return findings.filter(({ severity }) => severity !== 'hint').map(({ rule }) => rule);
};

const kinds = fc.constantFrom<Kind>('producer', 'consumer', 'broker', 'topic');
const scenario = kinds.chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    lines: fc.subarray([...LINES[kind]]),
    version: fc.constantFrom(...CATALOGUE_VERSIONS),
    name: fc.constantFrom(...PRESET_NAMES),
  }),
);

describe('presets', () => {
  it('add no error, whatever the file and the version', () => {
    fc.assert(
      fc.property(scenario, ({ kind, lines, version, name }) => {
        const document = parse(kind, `${BASE[kind]}${lines.join('\n')}\n`, version);
        const after = parse(kind, apply(document, plan(document, name)), version);
        const [before, now] = [errorsIn(document), errorsIn(after)];
        assert.ok(
          now.length <= before.length,
          JSON.stringify({ text: after.text, now: now.map((one) => one.message) }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('bring no finding that was not there, for whoever tunes for the same', () => {
    fc.assert(
      fc.property(scenario, ({ kind, lines, version, name }) => {
        const document = parse(kind, `${BASE[kind]}${lines.join('\n')}\n`, version);
        const after = parse(kind, apply(document, plan(document, name)), version);
        const before = new Set(findingsIn(document, name));
        assert.deepEqual(
          findingsIn(after, name).filter((one) => !before.has(one)),
          [],
          after.text,
        );
      }),
      { numRuns: 1000 },
    );
  });

  it('take an ignore directive away with the line that it is for', () => {
    const document = parse(
      'producer',
      `${BASE.producer}# kafka-lint-ignore producer/retries-limited -- why\nretries=3\nacks=all\n`,
    );
    const text = apply(document, plan(document, 'balanced'));
    assert.ok(!text.includes('kafka-lint-ignore') && text.includes('acks=all'), text);
  });

  it('have nothing left to do when applied twice', () => {
    fc.assert(
      fc.property(scenario, ({ kind, lines, version, name }) => {
        const document = parse(kind, `${BASE[kind]}${lines.join('\n')}\n`, version);
        const after = parse(kind, apply(document, plan(document, name)), version);
        assert.deepEqual(
          plan(after, name).map(({ key, from, to }) => ({ key, from, to })),
          [],
        );
      }),
      { numRuns: 500 },
    );
  });

  it('write only keys that the target version knows', () => {
    fc.assert(
      fc.property(scenario, ({ kind, version, name }) => {
        const changes = plan(parse(kind, BASE[kind], version), name);
        assert.deepEqual(
          changes.filter(({ key }) => !settingAt(kind, key, version)),
          [],
        );
      }),
    );
  });

  const changed = (kind: Kind, text: string, name: string) =>
    Object.fromEntries(plan(parse(kind, BASE[kind] + text), name).map(({ key, to }) => [key, to ?? null]));

  it('keep what is already as good or better', () => {
    const text = 'linger.ms=50\nbatch.size=200000\ncompression.type=zstd\nbuffer.memory=134217728\nacks=1\n';
    assert.deepEqual(changed('producer', text, 'throughput'), {});
    const broker = 'min.insync.replicas=3\ndefault.replication.factor=5\n';
    const keys = Object.keys(changed('broker', broker, 'durability'));
    assert.ok(!keys.includes('min.insync.replicas') && !keys.includes('default.replication.factor'));
  });

  it('remove what should be left to the default', () => {
    const text = 'retries=3\nmax.in.flight.requests.per.connection=1\n';
    const changes = changed('producer', text, 'balanced');
    assert.equal(changes.retries, null);
    assert.equal(changes['max.in.flight.requests.per.connection'], null);
  });

  it('never trade guarantees away without asking', () => {
    for (const name of PRESET_NAMES) {
      for (const { key, to, confirm, price } of plan(parse('producer', BASE.producer), name)) {
        if (key === 'acks' && to !== 'all') assert.ok(confirm && price);
      }
    }
    assert.ok(!('acks' in changed('producer', 'transactional.id=t\n', 'throughput')));
    assert.ok(!('acks' in changed('producer', 'enable.idempotence=true\n', 'latency')));
  });

  it('leave values alone that nobody can know here', () => {
    assert.ok(!('linger.ms' in changed('producer', `linger.ms=${'$'}{LINGER}\n`, 'throughput')));
  });

  it('leave replication alone where there are fewer than three brokers', () => {
    const text = 'process.roles=broker,controller\nnode.id=1\ncontroller.quorum.voters=1@localhost:9093\n';
    const document = parseDocument({
      uri: 'file:///s',
      path: '/p/server.properties',
      text: `${text}log.dirs=/data\ncontroller.listener.names=C\n`,
    });
    assert.ok(document);
    const keys = plan(document, 'durability').map((change) => change.key);
    assert.ok(keys.length > 0 && !keys.includes('default.replication.factor') && !keys.includes('min.insync.replicas'));
  });

  it('say once where the values come from, and keep every other byte', () => {
    const document = parse('producer', `${BASE.producer}# why\n  acks = all\n`);
    const text = apply(document, plan(document, 'balanced'));
    assert.ok(text.startsWith(`${BASE.producer}# why\n  acks = all\n`));
    assert.equal(text.split('# preset: balanced').length, 2);
  });

  it('come from the settings too, without keys that Kafka does not know', () => {
    assert.deepEqual(changed('producer', '', 'ours'), { 'linger.ms': '33' });
    assert.ok(presetNamesFor({ role: 'producer', client: 'java' }, OWN).includes('ours'));
    assert.ok(!presetNamesFor({ role: 'consumer', client: 'java' }, OWN).includes('ours'));
    assert.deepEqual(presetNamesFor({ role: 'connector', client: 'java' }, OWN), []);
  });

  it('reach the prefixed producer of a Connect worker', () => {
    const text =
      'group.id=c\nkey.converter=K\nvalue.converter=V\noffset.storage.topic=o\nconfig.storage.topic=c\nstatus.storage.topic=s\nbootstrap.servers=k:9092\nproducer.batch.size=0\n';
    const document = parseDocument({ uri: 'file:///c', path: '/p/connect-distributed.properties', text });
    const scope = document?.scopes.find((one) => one.role === 'producer');
    assert.ok(document && scope);
    const after = apply(document, planPreset(document, readerOf(scope), 'balanced'));
    assert.match(after, /^producer\.batch\.size=65536$/m);
  });
});
