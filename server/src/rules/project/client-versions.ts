import type { ClusterFacts, PlacedReport, ScopeFacts } from '../../model/project';
import { isAtLeast, type KafkaVersion, type TargetVersion } from '../../model/version';
import type { ProjectRule } from '../rule';
import { type Contradiction, reportsOf } from './support/contradictions';
import { brokersOf, nameOf } from './support/facts';

/** The first release of KafkaJS that speaks to Kafka 4.0, and of Kafka's own clients (KIP-896). */
const OLDEST_KAFKAJS: KafkaVersion = '1.15';
const OLDEST_JAVA: KafkaVersion = '2.1';

export const rule: ProjectRule = {
  id: 'project/client-versions',
  summary: 'A client and its brokers have no version of the protocol in common',
  severity: 'error',
  sources: ['KIP-896: Remove old client protocol API versions in Kafka 4.0', 'Kafka 4.0 upgrade notes'],
  *checkProject(cluster: ClusterFacts): Iterable<PlacedReport> {
    const found: Contradiction[] = [];
    for (const client of cluster.clients) {
      const version = versionOf(client);
      if (!version) continue;
      for (const broker of brokersOf(cluster)) {
        const { target } = broker.scope;
        if (isShown(target) && areApart(client, version, target.version))
          found.push(contradiction(client, version, broker));
      }
    }
    yield* reportsOf(found);
  },
};

/** What the project asks for; what is concluded from keys, or assumed, is not known well enough. */
function versionOf({ client, scope }: ScopeFacts): KafkaVersion | undefined {
  if (client === 'kafkajs') return scope.release;
  const { source, version } = scope.target;
  const isWritten = source === 'workspace' || source === 'setting' || source === 'directive';
  return client === 'java' && isWritten ? version : undefined;
}

/** By an image, a build file, the settings or a comment. */
function isShown({ source }: TargetVersion): boolean {
  return source !== 'newest';
}

function areApart({ client }: ScopeFacts, version: KafkaVersion, broker: KafkaVersion): boolean {
  if (client === 'kafkajs') return isAtLeast(broker, '4.0') && !isAtLeast(version, OLDEST_KAFKAJS);
  return (
    (isAtLeast(broker, '4.0') && !isAtLeast(version, OLDEST_JAVA)) ||
    (isAtLeast(version, '4.0') && !isAtLeast(broker, OLDEST_JAVA))
  );
}

function contradiction(client: ScopeFacts, version: KafkaVersion, broker: ScopeFacts): Contradiction {
  const what = client.client === 'kafkajs' ? `KafkaJS ${version}` : `a Kafka ${version} client`;
  const theirs = broker.scope.target.version;
  const message = `${what.charAt(0).toUpperCase()}${what.slice(1)} cannot talk to Kafka ${theirs}: they have no version of the protocol in common (KIP-896).`;
  return {
    sides: [
      { at: client.anchor, message, note: `${nameOf(client)} is ${what}.`, severity: 'error', fixes: [] },
      {
        at: broker.anchor,
        message,
        note: `${nameOf(broker)} runs Kafka ${theirs}.`,
        severity: 'information',
        fixes: [],
      },
    ],
  };
}
