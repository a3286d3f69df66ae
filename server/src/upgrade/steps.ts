import type { Scope } from '../model/scope';
import { isAtLeast, type KafkaVersion } from '../model/version';

const SERVERS: ReadonlySet<string> = new Set(['broker', 'controller', 'combined']);
const CLIENTS: ReadonlySet<string> = new Set(['producer', 'consumer', 'admin', 'client', 'streams']);

/** What has to happen outside of the file on the way to Kafka 4. Sources: Kafka's upgrade notes of 4.0, KIP-896. */
export function stepsFor(scope: Scope, from: KafkaVersion, to: KafkaVersion): string[] {
  if (isAtLeast(from, '4.0') || !isAtLeast(to, '4.0')) return [];
  return [...rolesSteps(scope, from, to), ...oauthSteps(scope), ...javaSteps(scope)];
}

/** By the class files of the jars: Java 8 up to 3.9, then 17, and 11 for the libraries that applications build with. */
function javaSteps({ role }: Scope): string[] {
  if (CLIENTS.has(role)) return ['Run it on Java 11 or later: up to Kafka 3.9 the clients run on Java 8.'];
  if (role === 'topic') return [];
  return ['Run it on Java 17 or later: up to Kafka 3.9 it runs on Java 8.'];
}

/** Kafka 4.0 reaches for no URL that the JVM's own property does not list. */
function oauthSteps({ entries }: Scope): string[] {
  const urls = entries.filter(({ key }) => OAUTH_URL.test(key)).map(({ writtenKey }) => writtenKey);
  if (urls.length === 0) return [];
  return [
    `Start the JVM with -Dorg.apache.kafka.sasl.oauthbearer.allowed.urls and the URLs of ${urls.join(' and ')}: Kafka 4.0 rejects others.`,
  ];
}

const OAUTH_URL = /(?:^|\.)sasl\.oauthbearer\.(?:token|jwks)\.endpoint\.url$/;

function rolesSteps(scope: Scope, from: KafkaVersion, to: KafkaVersion): string[] {
  if (CLIENTS.has(scope.role)) return clientSteps(to);
  if (!SERVERS.has(scope.role)) return [];
  if (scope.entries.some(({ key }) => key === 'zookeeper.connect')) {
    return [
      'Migrate the cluster from ZooKeeper to KRaft first, on Kafka 3.9, the last release that can: Kafka 4.0 cannot read metadata from ZooKeeper.',
      'Each broker keeps its number: node.id takes the value of broker.id.',
      'Controllers take over the quorum: they need files of their own with process.roles=controller, or process.roles=broker,controller in small clusters.',
    ];
  }
  if (isAtLeast(from, '3.3')) return [];
  return [
    'Upgrade to Kafka 3.3 or later first, with metadata.version 3.3 or later: Kafka 4.0 does not take over from less.',
  ];
}

function clientSteps(to: KafkaVersion): string[] {
  return [`The brokers must run Kafka 2.1 or later: clients of ${to} no longer speak the protocols of older ones.`];
}
