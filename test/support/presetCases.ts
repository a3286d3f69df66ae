import assert from 'node:assert/strict';
import fc from 'fast-check';
import { CATALOGUE_VERSIONS } from '../../server/src/catalogue/catalogue';
import { readerOf } from '../../server/src/catalogue/reader';
import { parseDocument, renderEdits } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import { applyTextEdits } from '../../server/src/model/edit';
import type { KafkaVersion } from '../../server/src/model/version';
import { planPreset, type UserPresets } from '../../server/src/presets/plan';
import { PRESET_NAMES, type PresetChange } from '../../server/src/presets/types';

export type Kind = 'producer' | 'consumer' | 'broker' | 'topic';

export const BASE: Readonly<Record<Kind, string>> = {
  producer:
    'bootstrap.servers=k1:9092\nkey.serializer=org.apache.kafka.common.serialization.StringSerializer\nvalue.serializer=org.apache.kafka.common.serialization.StringSerializer\n',
  consumer:
    'bootstrap.servers=k1:9092\ngroup.id=g\nkey.deserializer=org.apache.kafka.common.serialization.StringDeserializer\nvalue.deserializer=org.apache.kafka.common.serialization.StringDeserializer\n',
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

export function parse(kind: Kind, text: string, version?: KafkaVersion): ConfigDocument {
  const path = `/project/${kind}.properties`;
  const role = kind;
  const document = parseDocument({ uri: `file://${path}`, path, text, hints: { role, ...(version && { version }) } });
  assert.equal(document?.scopes[0]?.role, kind);
  return document as ConfigDocument;
}

export function plan(document: ConfigDocument, name: string, own: UserPresets = {}): readonly PresetChange[] {
  const [scope] = document.scopes;
  assert.ok(scope);
  return planPreset(document, readerOf(scope), name, own);
}

export function apply(document: ConfigDocument, changes: readonly PresetChange[]): string {
  return applyTextEdits(
    document.text,
    renderEdits(
      document,
      changes.map((change) => change.edit),
    ),
  );
}

const kinds = fc.constantFrom<Kind>('producer', 'consumer', 'broker', 'topic');
/** A file of each kind with some lines that presets touch, and the preset for it. */
export const scenario = kinds.chain((kind) =>
  fc.record({
    kind: fc.constant(kind),
    text: fc.subarray([...LINES[kind]]).map((lines) => `${BASE[kind]}${lines.join('\n')}\n`),
    version: fc.constantFrom(...CATALOGUE_VERSIONS),
    name: fc.constantFrom(...PRESET_NAMES),
  }),
);
