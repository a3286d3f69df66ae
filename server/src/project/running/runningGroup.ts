import { CATALOGUE_VERSIONS } from '../../catalogue/catalogue';
import type { Entry } from '../../model/entry';
import type { Endpoint, ScopeFacts, WrittenSetting } from '../../model/project';
import type { RunningBroker, RunningCluster, RunningPart, RunningTopic } from '../../model/running';
import type { Role, Scope } from '../../model/scope';
import { NOWHERE } from '../../model/span';
import type { KafkaVersion } from '../../model/version';
import type { ServerGroup } from '../clusters/servers';
import { addressIn } from './addressIn';

/** A connected cluster as rules about several files see one: its brokers like those of files, its topics as declared. */
export interface RunningGroup extends ServerGroup {
  readonly cluster: RunningCluster;
  readonly topics: readonly ScopeFacts[];
}

const known = new WeakMap<RunningCluster, RunningGroup>();

/** Made once, so that rules run again only where what they see has changed. */
export function runningGroup(cluster: RunningCluster): RunningGroup {
  const group = known.get(cluster) ?? makeGroup(cluster);
  known.set(cluster, group);
  return group;
}

function makeGroup(cluster: RunningCluster): RunningGroup {
  const { name, brokers, topics } = cluster;
  return {
    cluster,
    name,
    nodes: brokers.map((broker, index) => brokerFacts(cluster, broker, index === 0)),
    ...(brokers.length > 0 && { brokers: brokers.length }),
    reason: `runs in ${name}`,
    topics: topics.map((topic) => topicFacts(cluster, topic)),
  };
}

function brokerFacts(cluster: RunningCluster, broker: RunningBroker, isFirst: boolean): ScopeFacts {
  const isController = broker.settings?.['process.roles']?.value?.includes('controller');
  const addresses = isFirst ? cluster.bootstrapServers.flatMap((text) => addressIn(text) ?? []) : [];
  const all = [{ host: broker.host.toLowerCase(), port: broker.port }, ...addresses];
  return {
    ...runningFacts(cluster, broker, isController ? 'combined' : 'broker'),
    name: `broker ${broker.id} of ${cluster.name}`,
    endpoints: all.map(
      ({ host, port }): Endpoint => ({
        host,
        port,
        protocol: cluster.protocol,
        listener: cluster.protocol,
        kind: 'clients',
        site: { uri: broker.uri, at: 0 },
      }),
    ),
  };
}

function topicFacts(cluster: RunningCluster, topic: RunningTopic): ScopeFacts {
  const site = { uri: topic.uri, at: 0 };
  return {
    ...runningFacts(cluster, topic, 'topic'),
    name: `topic ${topic.topic} of ${cluster.name}`,
    declares: {
      topic: topic.topic,
      site,
      partitions: { value: topic.partitions, site },
      replicas: { value: topic.replicas, site },
    },
  };
}

/** What is set is written, wherever it comes from; what holds by default is absent, as in a file. */
function runningFacts({ version }: RunningCluster, { uri, settings }: RunningPart, role: Role): ScopeFacts {
  const site = { uri, at: 0 };
  const written = new Map<string, WrittenSetting>();
  const entries: Entry[] = [];
  for (const [key, { value, source, isSensitive }] of Object.entries(settings ?? {})) {
    if (source === 'DEFAULT_CONFIG' || isSensitive || value === undefined) continue;
    // What a topic has from its brokers is theirs.
    if (role === 'topic' && source !== 'DYNAMIC_TOPIC_CONFIG') continue;
    written.set(key, { site, scope: 0, key, text: value.trim(), settable: false });
    const text = value.trim();
    entries.push({
      key,
      writtenKey: key,
      keySpan: NOWHERE,
      span: NOWHERE,
      value: { kind: 'literal', text, span: NOWHERE },
    });
  }
  const scope: Scope = {
    role,
    client: 'java',
    target: { version: targetOf(version), source: 'content' },
    span: NOWHERE,
    entries,
    calls: [],
    parts: [],
    others: [],
    written: (key) => key,
    completeness: settings && version ? 'complete' : 'fragment',
    environment: 'unknown',
  };
  return {
    uri,
    index: 0,
    root: 0,
    client: 'java',
    scope,
    settings: written,
    anchor: site,
    hosts: [],
    topics: [],
    running: true,
  };
}

/** The newest release that is known here and not newer. */
function targetOf(version: KafkaVersion | undefined): KafkaVersion {
  return CATALOGUE_VERSIONS.find((one) => one === version) ?? CATALOGUE_VERSIONS.at(-1) ?? '4.0';
}
