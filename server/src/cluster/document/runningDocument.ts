import { escapeKey, escapeValue } from '../../escape/properties';
import type { ClusterLayout, ConfigSource, RunningConfig, RunningSetting, TopicLayout } from '../model';

/** What a document says of the cluster beside the settings. */
export interface About {
  /** What people call the cluster. */
  readonly cluster: string;
  readonly layout: ClusterLayout;
  /** Milliseconds since the epoch. */
  readonly takenAt: number;
}

/**
 * The effective configuration of a broker or a topic as a .properties text. What is set there is an entry, by where it comes
 * from; what holds without being set is a comment, so that nobody takes a default for a decision. `${hidden}` stands for a
 * value that is set and that Kafka keeps to itself.
 */
export function runningDocument(config: RunningConfig, about: About): string {
  const head = [headline(config, about), `As of ${new Date(about.takenAt).toISOString()}. Read-only.`];
  const sections = SECTIONS[config.kind].map(({ title, sources, isSet }) => {
    const settings = config.settings.filter((setting) => sources.includes(sourceOf(setting)));
    if (settings.length === 0) return '';
    const lines = settings.map((setting) => (isSet ? entryLine(setting) : commentLine(defaultLine(setting))));
    return `\n${commentLine(title)}${lines.join('')}`;
  });
  return [...head.map(commentLine), commentLine(directive(config, about)), ...sections].join('');
}

interface Section {
  readonly title: string;
  readonly sources: readonly ConfigSource[];
  readonly isSet: boolean;
}

const SECTIONS: Readonly<Record<RunningConfig['kind'], readonly Section[]>> = {
  broker: [
    { title: 'Set for this broker (DYNAMIC_BROKER_CONFIG)', sources: ['DYNAMIC_BROKER_CONFIG'], isSet: true },
    {
      title: 'Set for all brokers (DYNAMIC_DEFAULT_BROKER_CONFIG)',
      sources: ['DYNAMIC_DEFAULT_BROKER_CONFIG'],
      isSet: true,
    },
    { title: "From the broker's file (STATIC_BROKER_CONFIG)", sources: ['STATIC_BROKER_CONFIG'], isSet: true },
    { title: 'Kafka does not say from where', sources: ['UNKNOWN', 'DYNAMIC_TOPIC_CONFIG'], isSet: true },
    { title: 'Defaults of Kafka (DEFAULT_CONFIG)', sources: ['DEFAULT_CONFIG'], isSet: false },
  ],
  topic: [
    { title: 'Set for this topic (DYNAMIC_TOPIC_CONFIG)', sources: ['DYNAMIC_TOPIC_CONFIG'], isSet: true },
    {
      title: 'From the brokers',
      sources: ['DYNAMIC_BROKER_CONFIG', 'DYNAMIC_DEFAULT_BROKER_CONFIG', 'STATIC_BROKER_CONFIG', 'UNKNOWN'],
      isSet: false,
    },
    { title: 'Defaults of Kafka (DEFAULT_CONFIG)', sources: ['DEFAULT_CONFIG'], isSet: false },
  ],
};

/** A key without a value is set nowhere, wherever Kafka says that this comes from. */
function sourceOf({ source, value, isSensitive }: RunningSetting): ConfigSource {
  return value === undefined && !isSensitive ? 'DEFAULT_CONFIG' : source;
}

function headline({ kind, name }: RunningConfig, { cluster, layout }: About): string {
  if (kind === 'broker') return `Broker ${name} of ${cluster}${addressOf(name, layout)}`;
  const topic = layout.topics.find((one) => one.topic === name);
  return `Topic ${name} of ${cluster}${topic ? `: ${shapeOf(topic)}` : ''}`;
}

function addressOf(name: string, { brokers }: ClusterLayout): string {
  const broker = brokers.find(({ id }) => String(id) === name);
  if (!broker) return '';
  const { host, port, rack } = broker;
  return ` at ${host}:${port}${rack === undefined ? '' : `, rack ${rack}`}`;
}

export function shapeOf({ partitions, replicas }: Pick<TopicLayout, 'partitions' | 'replicas'>): string {
  const count = (number: number, one: string) => `${number} ${one}${number === 1 ? '' : 's'}`;
  return `${count(partitions, 'partition')}, ${count(replicas, 'replica')} each`;
}

/** During an upgrade the older release is what everything has to work with. */
function directive({ kind, settings }: RunningConfig, { layout }: About): string {
  const version = /^\d+\.\d+/.exec(layout.kafkaVersion ?? '')?.[0];
  const isKraft = settings.some(({ key, value }) => key === 'process.roles' && value);
  // A KRaft node's own settings say whether it is a controller too.
  const role = kind === 'topic' ? ' role=topic' : isKraft ? '' : ' role=broker';
  return `kafka-lint${role}${version === undefined ? '' : ` version=${version}`}`;
}

function entryLine({ key, value }: RunningSetting): string {
  return `${escapeKey(key)}=${value === undefined ? HIDDEN : escapeValue(value, '=')}\n`;
}

/** A placeholder to every reader of the file: nothing is concluded from it. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder of the file.
const HIDDEN = '${hidden}';

function defaultLine({ key, value = '' }: RunningSetting): string {
  const line = `${escapeKey(key)}=${escapeValue(value, '=')}`;
  // A key is whatever the broker calls one.
  return /^kafka-lint/.test(line) ? `Key ${line}` : line;
}

/** One line, whatever the text has in it. */
function commentLine(text: string): string {
  const line = text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, ' ');
  return `# ${line}\n`;
}
