import type { Reader } from '../../catalogue/reader';
import type { ConfigEdit } from '../../model/edit';
import type { Fix, Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { listenersOf, protocolMap, SECURITY_PROTOCOLS } from './support/listeners';

export const rule: ScopeRule = {
  id: 'broker/zookeeper-config-on-4x',
  summary: 'The broker is configured for ZooKeeper, which Kafka 4.0 no longer has',
  severity: 'information',
  roles: ['broker'],
  sources: [
    'Kafka 4.0 upgrade notes (ZooKeeper mode removed, KIP-833)',
    'AbstractKafkaConfig (process.roles has no default)',
  ],
  *check(reader: Reader): Iterable<Report> {
    const entry = reader.entry('zookeeper.connect');
    if (!entry || reader.has('process.roles')) return;
    const fixes = [kraftFix(reader)];
    if (reader.atLeast('4.0')) {
      const message =
        'ZooKeeper mode is gone since Kafka 4.0: this broker stops with `Missing required configuration "process.roles"`.';
      yield { span: entry.span, message, severity: 'error', fixes };
      return;
    }
    const { beside } = reader.scope.target;
    if (beside) {
      const message = `${beside.file} shows Kafka ${beside.version}, in which there is no ZooKeeper mode: with this file it stops with \`Missing required configuration "process.roles"\`.`;
      yield { span: entry.span, message, severity: 'warning', fixes };
      return;
    }
    const message =
      'ZooKeeper mode ends with Kafka 3.9: from 4.0 on the broker needs process.roles and a controller quorum.';
    yield { span: entry.span, message, severity: inEnvironment(reader, 'information'), fixes };
  },
};

/** A new cluster of one node: moving the data of an old one takes a migration, which no edit can do. */
function kraftFix(reader: Reader): Fix {
  const { scope } = reader;
  const id = reader.setNumber('broker.id')?.value ?? 1;
  const listeners = reader.setString('listeners')?.value ?? 'PLAINTEXT://:9092';
  const port = freePort(reader);
  const gone = scope.entries.filter(({ key }) => key.startsWith('zookeeper.') || key === 'broker.id');
  const values: Record<string, string> = {
    'process.roles': 'broker,controller',
    'node.id': String(id < 0 ? 1 : id),
    'controller.quorum.voters': `${id < 0 ? 1 : id}@localhost:${port}`,
    'controller.listener.names': 'CONTROLLER',
    listeners: `${listeners},CONTROLLER://:${port}`,
    'listener.security.protocol.map': mapWithController(reader),
  };
  const edits = Object.entries(values).map(([key, value]): ConfigEdit => {
    const entry = reader.entry(key);
    return entry ? { kind: 'set', entry, value } : { kind: 'add', scope, key, value };
  });
  return {
    title: 'Make it a KRaft node of its own (a new cluster; data is not migrated)',
    safe: false,
    edits: [...gone.map((entry): ConfigEdit => ({ kind: 'remove', entry })), ...edits],
  };
}

/** The first port from 9093 on that no listener of the node has. */
function freePort(reader: Reader): number {
  const taken = new Set(listenersOf(reader, 'listeners')?.listeners.map(({ port }) => port));
  let port = 9093;
  while (taken.has(port)) port++;
  return port;
}

function mapWithController(reader: Reader): string {
  const written = reader.setString('listener.security.protocol.map')?.value;
  if (!written) return ['CONTROLLER:PLAINTEXT', ...SECURITY_PROTOCOLS.map((name) => `${name}:${name}`)].join(',');
  return protocolMap(reader)?.has('CONTROLLER') ? written : `CONTROLLER:PLAINTEXT,${written}`;
}
