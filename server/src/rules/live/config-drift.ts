import { settingAt } from '../../catalogue/catalogue';
import { parseValue } from '../../catalogue/typed';
import type { PlacedFix, PlacedReport, ScopeFacts, WrittenSetting } from '../../model/project';
import type { RunningBroker, RunningCluster, RunningLink, RunningTopic, RunningValue } from '../../model/running';
import { fixOf } from '../project/support/facts';
import type { ProjectRule } from '../rule';
import { configsCommand, partitionsCommand } from '../support/kafkaCommands';

export const rule: ProjectRule = {
  id: 'live/config-drift',
  summary: 'A connected cluster runs with another value than the file says',
  severity: 'hint',
  sources: ['ConfigEntry.ConfigSource', 'DynamicBrokerConfig (order of precedence)', 'KIP-226'],
  *checkProject({ running }): Iterable<PlacedReport> {
    if (!running) return;
    for (const { facts, brokers } of running.brokers) yield* driftOfBrokers(facts, brokers, running.cluster);
    for (const { facts, topic } of running.topics) yield* driftOfTopic(facts, topic, running);
  },
};

/** Each broker has its own, and what starts it may fill it in. */
const OWN_KEYS: ReadonlySet<string> = new Set([
  'advertised.listeners',
  'broker.id',
  'broker.rack',
  'controller.listener.names',
  'controller.quorum.bootstrap.servers',
  'controller.quorum.voters',
  'listener.security.protocol.map',
  'listeners',
  'log.dir',
  'log.dirs',
  'metadata.log.dir',
  'node.id',
  'process.roles',
  'zookeeper.connect',
]);

/** A broker that runs with something else. */
interface Other {
  readonly broker: RunningBroker;
  readonly running: RunningValue;
}

function* driftOfBrokers(
  facts: ScopeFacts,
  brokers: readonly RunningBroker[],
  cluster: RunningCluster,
): Iterable<PlacedReport> {
  for (const [key, written] of facts.settings) {
    if (OWN_KEYS.has(key)) continue;
    const others = brokers.flatMap((broker): Other[] => {
      const running = broker.settings?.[key];
      return running && differs(facts, key, written, running) ? [{ broker, running }] : [];
    });
    const [first] = others;
    if (!first) continue;
    // Brokers that differ among themselves are told of as the first of them runs.
    const alike = others.filter(({ running }) => running.value === first.running.value);
    yield {
      at: written.site,
      message: `${key} is ${valueText(first.running)} in ${brokersText(alike)}, not ${shortText(written.text)}: ${causeOf(first.running)}.`,
      related: alike.map(({ broker }) => ({
        at: { uri: broker.uri, at: 0 },
        message: `Broker ${broker.id} of ${cluster.name} runs with ${key} ${valueText(first.running)}.`,
      })),
      fixes: [...takenOver(facts, key, first.running), ...brokerCommands(facts, key, written, first, cluster)],
    };
  }
}

/** Only what both sides can know, as Kafka reads it. */
function differs({ scope }: ScopeFacts, key: string, { text }: WrittenSetting, { value, isSensitive }: RunningValue) {
  const setting = settingAt(scope.role, key, scope.target.version);
  if (!setting || text === undefined || isSensitive || setting.type === 'PASSWORD') return false;
  const own = parseValue(setting, text);
  if (own.kind !== 'ok') return false;
  if (value === undefined) return text !== '';
  const theirs = parseValue(setting, value);
  return theirs.kind === 'ok' && JSON.stringify(theirs.value) !== JSON.stringify(own.value);
}

function valueText({ value }: RunningValue): string {
  return value === undefined ? 'not set' : value === '' ? 'empty' : shortText(value);
}

/** In characters; a message has room for two such values. */
const LONGEST = 32;

function shortText(text = ''): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}

/** More brokers than these are counted. */
const MOST_NAMES = 3;

function brokersText(others: readonly Other[]): string {
  if (others.length > MOST_NAMES) return `${others.length} brokers`;
  const ids = others.map(({ broker }) => broker.id);
  return `broker${ids.length === 1 ? '' : 's'} ${ids.join(', ')}`;
}

function causeOf({ source }: RunningValue): string {
  if (source === 'DYNAMIC_BROKER_CONFIG') return 'it was set for the broker while it ran, which overrides the file';
  if (source === 'DYNAMIC_DEFAULT_BROKER_CONFIG') return 'it was set for all brokers, which overrides the file';
  return 'the file takes effect when the broker restarts';
}

function takenOver(facts: ScopeFacts, key: string, { value }: RunningValue): readonly PlacedFix[] {
  return value === undefined || value === '' ? [] : fixOf(facts, key, value);
}

/** What makes the cluster run with what the file says, as far as that needs no restart. */
function brokerCommands(
  { scope }: ScopeFacts,
  key: string,
  { text = '' }: WrittenSetting,
  { broker, running }: Other,
  { bootstrapServers }: RunningCluster,
): readonly PlacedFix[] {
  const target = { bootstrapServer: bootstrapServers.join(',') };
  const own = { type: 'brokers', name: String(broker.id) } as const;
  if (running.source === 'DYNAMIC_BROKER_CONFIG' || running.source === 'DYNAMIC_DEFAULT_BROKER_CONFIG') {
    const entity = running.source === 'DYNAMIC_BROKER_CONFIG' ? own : ({ type: 'brokers' } as const);
    const title = `Remove what was set for ${entity === own ? `broker ${broker.id}` : 'all brokers'}`;
    return [{ title, changes: [], command: configsCommand(target, entity, { remove: [key] }) }];
  }
  const mode = settingAt(scope.role, key, scope.target.version)?.updateMode;
  if (mode !== 'cluster-wide' && mode !== 'per-broker') return [];
  const command = configsCommand(target, own, { add: [[key, text]] });
  return [{ title: `Set ${key} to ${shortText(text)} in broker ${broker.id} now`, changes: [], command }];
}

function* driftOfTopic(facts: ScopeFacts, topic: RunningTopic, { cluster }: RunningLink): Iterable<PlacedReport> {
  const target = { bootstrapServer: cluster.bootstrapServers.join(',') };
  const related = [{ at: { uri: topic.uri, at: 0 }, message: `This is what ${cluster.name} runs with.` }];
  for (const [key, written] of facts.settings) {
    const running = topic.settings?.[key];
    if (!running || !differs(facts, key, written, running)) continue;
    const { text = '' } = written;
    const command = configsCommand(target, { type: 'topics', name: topic.topic }, { add: [[key, text]] });
    yield {
      at: written.site,
      message: `${key} of topic ${shortText(topic.topic)} is ${valueText(running)}, not ${shortText(text)}: it was created or changed otherwise.`,
      related,
      fixes: [
        ...takenOver(facts, key, running),
        { title: `Set ${key} to ${shortText(text)} in ${cluster.name}`, changes: [], command },
      ],
    };
  }
  yield* driftOfShape(facts, topic, target, related);
}

/** Kafka takes no partition away, and moves replicas by a plan of which nothing is known here. */
function* driftOfShape(
  { declares }: ScopeFacts,
  { topic, partitions, replicas }: RunningTopic,
  target: { readonly bootstrapServer: string },
  related: NonNullable<PlacedReport['related']>,
): Iterable<PlacedReport> {
  const wanted = declares?.partitions;
  if (wanted && wanted.value !== partitions) {
    const isMore = wanted.value > partitions;
    const why = isMore ? 'nobody has added any yet' : 'Kafka cannot take partitions away';
    const title = `Give topic ${shortText(topic)} ${wanted.value} partitions`;
    yield {
      at: wanted.site,
      message: `Topic ${shortText(topic)} has ${partitions} partitions, not ${wanted.value}: ${why}.`,
      related,
      fixes: isMore ? [{ title, changes: [], command: partitionsCommand(target, topic, wanted.value) }] : [],
    };
  }
  const copies = declares?.replicas;
  if (copies && copies.value !== replicas) {
    const message = `Topic ${shortText(topic)} has ${replicas} replicas, not ${copies.value}: only a reassignment of partitions changes that.`;
    yield { at: copies.site, message, related };
  }
}
