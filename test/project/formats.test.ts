import assert from 'node:assert/strict';
import { projectFindings, type Workspace } from '../support/project';

/** What the brokers of a cluster say, in each format that can say it. */
interface Brokers {
  readonly settings: Readonly<Record<string, string>>;
  /** How clients have to connect. */
  readonly protocol: 'PLAINTEXT' | 'SSL';
}

const HOST: Readonly<Record<string, string>> = {
  properties: 'kafka-1.example.com',
  compose: 'kafka',
  strimzi: 'shop-kafka-bootstrap',
};

const BROKERS: Readonly<Record<string, (brokers: Brokers) => Workspace>> = {
  properties: ({ settings, protocol }) => ({
    'server.properties': [
      'process.roles=broker',
      'node.id=1',
      'controller.quorum.voters=9@controller.example.com:9093',
      'controller.listener.names=CONTROLLER',
      'listeners=CLIENTS://:9092',
      'advertised.listeners=CLIENTS://kafka-1.example.com:9092',
      `listener.security.protocol.map=CLIENTS:${protocol},CONTROLLER:SSL`,
      'log.dirs=/var/lib/kafka',
      ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
      '',
    ].join('\n'),
  }),
  compose: ({ settings, protocol }) => ({
    'docker-compose.yml': [
      'services:',
      '  kafka:',
      '    image: apache/kafka:4.1.0',
      '    environment:',
      '      KAFKA_NODE_ID: 1',
      '      KAFKA_PROCESS_ROLES: broker',
      '      KAFKA_CONTROLLER_QUORUM_VOTERS: 9@controller:9093',
      '      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER',
      '      KAFKA_LISTENERS: CLIENTS://:9092',
      '      KAFKA_ADVERTISED_LISTENERS: CLIENTS://kafka:9092',
      `      KAFKA_LISTENER_SECURITY_PROTOCOL_MAP: CLIENTS:${protocol},CONTROLLER:SSL`,
      ...Object.entries(settings).map(
        ([key, value]) => `      KAFKA_${key.toUpperCase().replaceAll('.', '_')}: "${value}"`,
      ),
      '',
    ].join('\n'),
  }),
  strimzi: ({ settings, protocol }) => ({
    'kafka.yaml': [
      'apiVersion: kafka.strimzi.io/v1',
      'kind: Kafka',
      'metadata:',
      '  name: shop',
      'spec:',
      '  kafka:',
      '    listeners:',
      '      - name: clients',
      '        port: 9092',
      '        type: internal',
      `        tls: ${protocol === 'SSL'}`,
      '    config:',
      '      offsets.topic.replication.factor: 3',
      ...Object.entries(settings).map(([key, value]) => `      ${key}: "${value}"`),
      '',
    ].join('\n'),
  }),
};

interface Client {
  readonly host: string;
  readonly role: 'producer' | 'consumer';
  readonly settings: Readonly<Record<string, string>>;
}

/** KafkaJS's name of the few settings that are compared here. */
const KAFKAJS: Readonly<Record<string, (value: string) => string>> = {
  acks: (value) => `acks: ${value === 'all' ? -1 : value}`,
  'session.timeout.ms': (value) => `sessionTimeout: ${value}`,
  'transaction.timeout.ms': (value) => `transactionTimeout: ${value}`,
};

const CLIENTS: Readonly<Record<string, (client: Client) => Workspace>> = {
  properties: ({ host, role, settings }) => ({
    [`app/${role}.properties`]: [
      `bootstrap.servers=${host}:9092`,
      ...(role === 'consumer' ? ['group.id=orders'] : []),
      ...Object.entries(settings).map(([key, value]) => `${key}=${value}`),
      '',
    ].join('\n'),
  }),
  spring: ({ host, role, settings }) => ({
    'app/application.yml': [
      'spring:',
      '  kafka:',
      `    bootstrap-servers: ${host}:9092`,
      `    ${role}:`,
      ...(role === 'consumer' ? ['      group-id: orders'] : []),
      '      properties:',
      ...Object.entries(settings).map(([key, value]) => `        ${key}: ${value}`),
      '',
    ].join('\n'),
  }),
  kafkajs: ({ host, role, settings }) => {
    const own = Object.entries(settings).flatMap(([key, value]) => KAFKAJS[key]?.(value) ?? []);
    const ssl = settings['security.protocol'] === 'SSL' ? ', ssl: true' : '';
    const isSend = own.some((option) => option.startsWith('acks'));
    const made =
      role === 'producer'
        ? `const producer = kafka.producer({ ${isSend ? '' : own.join(', ')} });\nawait producer.send({ topic: 'orders', messages: [{ key: 'a', value: 'b' }]${isSend ? `, ${own.join(', ')}` : ''} });`
        : `const consumer = kafka.consumer({ groupId: 'orders'${own.map((option) => `, ${option}`).join('')} });`;
    const text = `import { Kafka } from 'kafkajs';\nconst kafka = new Kafka({ clientId: 'app', brokers: ['${host}:9092']${ssl} });\n${made}\n`;
    return { 'app/app.js': text };
  },
};

interface Case {
  readonly rule: string;
  readonly brokers: Brokers;
  readonly role: Client['role'];
  readonly wrong: Client['settings'];
  readonly right: Client['settings'];
  /** Clients that cannot say it. */
  readonly not?: readonly string[];
}

const PLAIN = 'PLAINTEXT';
const CASES: readonly Case[] = [
  {
    rule: 'project/listener-security',
    brokers: { settings: {}, protocol: 'SSL' },
    role: 'consumer',
    wrong: {},
    right: { 'security.protocol': 'SSL' },
  },
  {
    rule: 'project/timeout-bounds',
    brokers: { settings: { 'group.max.session.timeout.ms': '30000' }, protocol: PLAIN },
    role: 'consumer',
    wrong: { 'session.timeout.ms': '60000' },
    right: { 'session.timeout.ms': '20000' },
  },
  {
    rule: 'project/message-size',
    brokers: { settings: { 'message.max.bytes': '1048588' }, protocol: PLAIN },
    role: 'producer',
    wrong: { 'max.request.size': '10485760' },
    right: { 'max.request.size': '1048576' },
    not: ['kafkajs'],
  },
  {
    rule: 'project/codec-mismatch',
    brokers: { settings: { 'compression.type': 'gzip' }, protocol: PLAIN },
    role: 'producer',
    wrong: { 'compression.type': 'lz4' },
    right: { 'compression.type': 'gzip' },
    not: ['kafkajs'],
  },
  {
    rule: 'project/acks-below-minimum',
    brokers: { settings: { 'min.insync.replicas': '2' }, protocol: PLAIN },
    role: 'producer',
    wrong: { acks: '1' },
    right: { acks: 'all' },
    // A producer that names its topics is held to those that are declared.
    not: ['kafkajs'],
  },
];

describe('contradictions between files', () => {
  for (const { rule, brokers, role, wrong, right, not = [] } of CASES) {
    for (const [server, brokerFile] of Object.entries(BROKERS)) {
      for (const [kind, clientFile] of Object.entries(CLIENTS).filter(([name]) => !not.includes(name))) {
        it(`are found alike: ${rule}, ${kind} against ${server}`, () => {
          const host = HOST[server] ?? '';
          const workspace = (settings: Client['settings']) => ({
            ...brokerFile(brokers),
            ...clientFile({ host, role, settings }),
          });
          const files = (settings: Client['settings']) =>
            [...projectFindings(workspace(settings))].flatMap(([path, found]) =>
              found.map((finding) => `${path.replace(/^.*\./, '')} ${finding.rule}`),
            );
          const [brokerPath = ''] = Object.keys(brokerFile(brokers));
          const [clientPath = ''] = Object.keys(clientFile({ host, role, settings: wrong }));
          const both = [brokerPath, clientPath].map((path) => `${path.replace(/^.*\./, '')} ${rule}`);
          assert.deepEqual(files(wrong).sort(), both.sort());
          assert.deepEqual(files(right), []);
        });
      }
    }
  }
});
