import type { Reader } from '../catalogue/reader';
import type { ChecklistItem, Shown } from './item';

const NO_BROKER = 'No broker is configured in these files.';

/** What runs or is configured of a cluster's servers, where metrics come from. */
const isServer = ({ scope }: Reader): boolean =>
  scope.role === 'broker' || scope.role === 'combined' || (scope.role === 'jvm' && scope.machine?.process !== 'other');

function besideIt({ scope }: Reader, ...images: readonly RegExp[]): Shown | undefined {
  const neighbors = scope.container?.neighbors ?? [];
  const found = images.map((image) => neighbors.find((one) => image.test(one)));
  return found.every((one) => one !== undefined) ? { says: `${found.join(' and ')} run beside it` } : undefined;
}

export const MONITORING_ITEMS: readonly ChecklistItem[] = [
  {
    id: 'monitoring-metrics',
    section: 'monitoring',
    title: 'Export the metrics of each broker',
    why: 'The JMX exporter as an agent in the broker needs no open port of JMX, and no second container.',
    rules: ['compose/jmx-exposed', 'jvm/jmx-open'],
    concerns: isServer,
    shown: (reader) => {
      const agent = reader.scope.entries.find(
        ({ key, value }) => key === '-javaagent' && /jmx|prometheus|opentelemetry|datadog|newrelic/i.test(value.text),
      );
      return agent ? { span: agent.span, says: 'an agent exports the metrics' } : besideIt(reader, /jmx.*exporter/);
    },
    once: true,
    absent: NO_BROKER,
  },
  {
    id: 'monitoring-dashboards',
    section: 'monitoring',
    title: 'Collect metrics, and show them',
    why: 'A dashboard fits one configuration of the exporter only: names of metrics differ between them.',
    rules: [],
    concerns: isServer,
    shown: (reader) => besideIt(reader, /(?:^|\/)prometheus(?::|$)/, /(?:^|\/)grafana/),
    once: true,
    absent: NO_BROKER,
  },
  {
    id: 'monitoring-alerts',
    section: 'monitoring',
    title: 'Alert on partitions without copies, on lag that grows, and on idle ratios',
    why: 'Low throughput alone is no fault; lag that grows, under-replicated and offline partitions are.',
    rules: [],
    concerns: isServer,
    shown: () => undefined,
    once: true,
    absent: NO_BROKER,
  },
  {
    id: 'monitoring-groups',
    section: 'monitoring',
    title: 'Watch the lag of every consumer group',
    why: 'A client reports the lag of its own partitions only; a group whose members are all gone is seen from outside.',
    rules: ['kafkajs/monitoring-api'],
    concerns: (reader) => isServer(reader) || reader.scope.role === 'consumer',
    shown: (reader) => besideIt(reader, /kafka[-_](?:lag[-_])?exporter|kminion|burrow/),
    once: true,
    absent: 'Neither a broker nor a consumer is configured in these files.',
  },
];
