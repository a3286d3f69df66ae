import type { Certificates } from './certificates';

/** `EXPIRED` speaks SSL, with a certificate whose time is over. */
export const LISTENERS = ['PLAINTEXT', 'SASL_PLAINTEXT', 'SASL_SSL', 'SSL', 'EXPIRED'] as const;
const WITHOUT_TLS: readonly ListenerName[] = ['PLAINTEXT', 'SASL_PLAINTEXT'];
export type ListenerName = (typeof LISTENERS)[number];

/** Where one broker listens, on 127.0.0.1. */
export interface BrokerPorts {
  readonly listeners: Readonly<Record<ListenerName, number>>;
  readonly controller: number;
}

/** Users of the SASL listeners with their passwords, by PLAIN and by SCRAM alike. */
export const USERS: Readonly<Record<string, string>> = { admin: 'admin-secret', alice: 'alice-secret' };

export interface BrokerSetup {
  readonly id: number;
  readonly all: readonly BrokerPorts[];
  readonly folder: string;
  readonly certificates: Certificates | undefined;
  /** Settings on top of ours; a value of undefined takes one away. */
  readonly overrides: Readonly<Record<string, string | undefined>>;
}

/** The server.properties of one broker, which is a controller too. */
export function brokerProperties(setup: BrokerSetup): string {
  const own = setup.all[setup.id - 1];
  if (!own) throw new Error(`There are no ports for broker ${setup.id}.`);
  const names = setup.certificates ? LISTENERS : WITHOUT_TLS;
  const listeners = names.map((name) => `${name}://127.0.0.1:${own.listeners[name]}`);
  const settings: Record<string, string | undefined> = {
    'process.roles': 'broker,controller',
    'node.id': String(setup.id),
    'controller.quorum.voters': setup.all.map((ports, index) => `${index + 1}@127.0.0.1:${ports.controller}`).join(','),
    listeners: [...listeners, `CONTROLLER://127.0.0.1:${own.controller}`].join(','),
    'advertised.listeners': listeners.join(','),
    'listener.security.protocol.map': [
      'CONTROLLER:PLAINTEXT',
      ...names.map((name) => `${name}:${protocolOf(name)}`),
    ].join(','),
    'controller.listener.names': 'CONTROLLER',
    'inter.broker.listener.name': 'PLAINTEXT',
    'log.dirs': `${setup.folder}/data`,
    ...replication(setup.all.length),
    ...small(),
    ...security(names, setup.certificates),
    ...setup.overrides,
  };
  const lines = Object.entries(settings).flatMap(([key, value]) => (value === undefined ? [] : [`${key}=${value}`]));
  return `${lines.join('\n')}\n`;
}

function protocolOf(name: ListenerName): string {
  return name === 'EXPIRED' ? 'SSL' : name;
}

function replication(brokers: number): Record<string, string> {
  const factor = String(Math.min(brokers, 3));
  return {
    'offsets.topic.replication.factor': factor,
    'transaction.state.log.replication.factor': factor,
    'transaction.state.log.min.isr': '1',
    'share.coordinator.state.topic.replication.factor': factor,
    'share.coordinator.state.topic.min.isr': '1',
  };
}

/** A cluster that starts fast and forgets at the end. */
function small(): Record<string, string> {
  return {
    'offsets.topic.num.partitions': '3',
    'transaction.state.log.num.partitions': '3',
    'share.coordinator.state.topic.num.partitions': '3',
    'group.initial.rebalance.delay.ms': '0',
    'auto.create.topics.enable': 'false',
    'num.network.threads': '2',
    'num.io.threads': '4',
    'log.cleaner.dedupe.buffer.size': '10485760',
    'broker.session.timeout.ms': '6000',
    'controlled.shutdown.enable': 'true',
  };
}

function security(names: readonly ListenerName[], certificates: Certificates | undefined): Record<string, string> {
  const plain = 'org.apache.kafka.common.security.plain.PlainLoginModule';
  const scram = 'org.apache.kafka.common.security.scram.ScramLoginModule';
  const users = Object.entries(USERS).map(([name, password]) => `user_${name}="${password}"`);
  const jaas = names
    .filter((name) => name.startsWith('SASL'))
    .flatMap((name) => {
      const prefix = `listener.name.${name.toLowerCase()}`;
      return [
        [
          `${prefix}.plain.sasl.jaas.config`,
          `${plain} required username="admin" password="admin-secret" ${users.join(' ')};`,
        ],
        [`${prefix}.scram-sha-256.sasl.jaas.config`, `${scram} required;`],
        [`${prefix}.scram-sha-512.sasl.jaas.config`, `${scram} required;`],
      ];
    });
  return {
    'sasl.enabled.mechanisms': 'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512',
    'authorizer.class.name': 'org.apache.kafka.metadata.authorizer.StandardAuthorizer',
    'super.users': 'User:ANONYMOUS;User:admin',
    'allow.everyone.if.no.acl.found': 'true',
    ...Object.fromEntries(jaas),
    ...(certificates && {
      'ssl.keystore.type': 'PEM',
      'ssl.keystore.location': certificates.brokerKeyStore,
      'ssl.truststore.type': 'PEM',
      'ssl.truststore.location': certificates.trustStore,
      // A client that shows a certificate must show one of ours; the others come in by a password.
      'listener.name.ssl.ssl.client.auth': 'required',
      'listener.name.expired.ssl.keystore.location': certificates.expiredKeyStore,
    }),
  };
}
