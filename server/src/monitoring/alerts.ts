/** An alert with what people need who are woken by it, and what its test shows it. */
export interface Alert {
  readonly name: string;
  readonly expr: string;
  /** How long it must hold. */
  readonly wait: string;
  readonly severity: 'critical' | 'warning';
  readonly summary: string;
  /** What to look at first, and what to do. */
  readonly runbook: string;
  /** Series under which it fires, and the same in good order; each is a name with labels and values for each minute. */
  readonly fires: readonly Series[];
  readonly rests: readonly Series[];
  /** The labels of what fires, beside its severity. */
  readonly labels: Readonly<Record<string, string>>;
}

type Series = readonly [name: string, values: string];

const NODE = { instance: 'kafka-1:7071', job: 'kafka' } as const;
const of = (metric: string, more = ''): string => `${metric}{instance="kafka-1:7071", job="kafka"${more}}`;

/** An alert on one metric of one node. */
function onNode(metric: string, bad: string, good: string, rest: Omit<Alert, 'fires' | 'rests' | 'labels'>): Alert {
  return { ...rest, fires: [[of(metric), bad]], rests: [[of(metric), good]], labels: NODE };
}

const REPLICAS = 'kafka_server_replicamanager';
const CONTROLLER = 'kafka_controller_kafkacontroller';
const REQUESTS = 'kafka_network_requestmetrics';

export const ALERTS: readonly Alert[] = [
  {
    name: 'KafkaTargetDown',
    expr: 'up{job=~".*kafka.*"} == 0',
    wait: '5m',
    severity: 'critical',
    summary: 'A node of Kafka, or its exporter, does not answer Prometheus.',
    runbook: 'See whether the process runs, then whether the port of the exporter answers: curl HOST:PORT/metrics.',
    fires: [[of('up'), '0x30']],
    rests: [[of('up'), '1x30']],
    labels: NODE,
  },
  onNode(`${REPLICAS}_underreplicatedpartitions`, '4x30', '0x30', {
    name: 'KafkaUnderReplicatedPartitions',
    expr: `${REPLICAS}_underreplicatedpartitions > 0`,
    wait: '5m',
    severity: 'warning',
    summary: 'Partitions that this broker leads lack a copy.',
    runbook:
      'Find the broker that all of them lack: kafka-topics.sh --describe --under-replicated-partitions. Look at its disk and network.',
  }),
  onNode(`${REPLICAS}_underminisrpartitioncount`, '1x30', '0x30', {
    name: 'KafkaPartitionsUnderMinIsr',
    expr: `${REPLICAS}_underminisrpartitioncount > 0`,
    wait: '1m',
    severity: 'critical',
    summary: 'Producers with acks=all cannot write to partitions of this broker.',
    runbook:
      'Bring the missing brokers back before anything else; lowering min.insync.replicas trades records for availability.',
  }),
  {
    name: 'KafkaOfflinePartitions',
    expr: `sum(${CONTROLLER}_offlinepartitionscount) > 0`,
    wait: '1m',
    severity: 'critical',
    summary: 'Partitions have no leader: nobody can read or write them.',
    runbook:
      'List them with kafka-topics.sh --describe --unavailable-partitions, and start the brokers that have their replicas.',
    fires: [[of(`${CONTROLLER}_offlinepartitionscount`), '2x30']],
    rests: [[of(`${CONTROLLER}_offlinepartitionscount`), '0x30']],
    labels: {},
  },
  {
    name: 'KafkaControllerCount',
    expr: `sum(${CONTROLLER}_activecontrollercount) != 1`,
    wait: '3m',
    severity: 'critical',
    summary: 'The cluster has no active controller, or more than one.',
    runbook:
      'kafka-metadata-quorum.sh describe --status shows the leader of the quorum; a majority of the controllers must run.',
    fires: [[of(`${CONTROLLER}_activecontrollercount`), '0x30']],
    rests: [[of(`${CONTROLLER}_activecontrollercount`), '1x30']],
    labels: {},
  },
  {
    name: 'KafkaUncleanLeaderElection',
    expr: 'increase(kafka_controller_controllerstats_uncleanleaderelections_total[10m]) > 0',
    wait: '0m',
    severity: 'critical',
    summary: 'A replica that was not in sync became leader: records are lost.',
    runbook:
      'Find out which topics have unclean.leader.election.enable=true, and tell their owners what may be missing.',
    fires: [[of('kafka_controller_controllerstats_uncleanleaderelections_total'), '0x5 1x25']],
    rests: [[of('kafka_controller_controllerstats_uncleanleaderelections_total'), '0x30']],
    labels: NODE,
  },
  {
    name: 'KafkaFencedBrokers',
    expr: `max(${CONTROLLER}_fencedbrokercount) > 0`,
    wait: '5m',
    severity: 'warning',
    summary: 'Brokers are registered, and do not take part in the cluster.',
    runbook: 'A fenced broker sends no heartbeats, or is still starting. Look at its log for what it waits for.',
    fires: [[of(`${CONTROLLER}_fencedbrokercount`), '1x30']],
    rests: [[of(`${CONTROLLER}_fencedbrokercount`), '0x30']],
    labels: {},
  },
  onNode('kafka_log_logmanager_offlinelogdirectorycount', '1x30', '0x30', {
    name: 'KafkaOfflineLogDirectory',
    expr: 'kafka_log_logmanager_offlinelogdirectorycount > 0',
    wait: '1m',
    severity: 'critical',
    summary: 'A disk of this broker failed, and its replicas are gone from it.',
    runbook: 'Look for the input/output error in the log of the broker; replace the disk and restart the broker.',
  }),
  onNode('kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent', '0.1x30', '0.9x30', {
    name: 'KafkaRequestHandlersBusy',
    expr: 'kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent < 0.3',
    wait: '10m',
    severity: 'warning',
    summary: 'The threads that handle requests are idle for less than 30 % of the time.',
    runbook:
      'See which phase of requests is slow. Local time is the disk, remote time is replication; many small requests want batching.',
  }),
  onNode('kafka_network_socketserver_networkprocessoravgidle_percent', '0.1x30', '0.9x30', {
    name: 'KafkaNetworkThreadsBusy',
    expr: 'kafka_network_socketserver_networkprocessoravgidle_percent < 0.3',
    wait: '10m',
    severity: 'warning',
    summary: 'The network threads are idle for less than 30 % of the time.',
    runbook:
      'Look at new connections and at requests for each second; TLS costs most here. Then raise num.network.threads.',
  }),
  onNode(`${REPLICAS}_isrshrinks_total`, '0+2x40', '0x40', {
    name: 'KafkaIsrChurn',
    expr: `rate(${REPLICAS}_isrshrinks_total[10m]) > 0.01`,
    wait: '10m',
    severity: 'warning',
    summary: 'Replicas leave the set of those in sync again and again.',
    runbook:
      'A follower is slow or pauses: look at garbage collection, disks and network of the brokers that come and go.',
  }),
  slow('Produce', 'KafkaProduceSlow', 'remote time waits for followers, local time for the disk'),
  slow(
    'FetchConsumer',
    'KafkaFetchSlow',
    'local time reads old records from the disk, response send time waits for the consumer',
  ),
  {
    name: 'KafkaConsumerGroupFallsBehind',
    expr: 'sum by (consumergroup, topic) (kafka_consumergroup_lag) > 1000 and sum by (consumergroup, topic) (deriv(kafka_consumergroup_lag[15m])) > 0',
    wait: '15m',
    severity: 'warning',
    summary: 'The lag of a consumer group has grown for a quarter of an hour.',
    runbook:
      'kafka-lint lag --group GROUP shows which partitions: one of them is a stuck record or a hot key, all of them want more consumers.',
    fires: [['kafka_consumergroup_lag{consumergroup="orders", topic="events", partition="0"}', '0+500x60']],
    rests: [['kafka_consumergroup_lag{consumergroup="orders", topic="events", partition="0"}', '5000-50x60']],
    labels: { consumergroup: 'orders', topic: 'events' },
  },
];

function slow(request: string, name: string, phases: string): Alert {
  const labels = `, request="${request}", quantile="0.99"`;
  return {
    name,
    expr: `${REQUESTS}_totaltimems{request="${request}", quantile="0.99"} > 1000`,
    wait: '10m',
    severity: 'warning',
    summary: `One of a hundred ${request} requests takes over a second.`,
    runbook: `The dashboard of the broker shows the phase: ${phases}.`,
    fires: [[of(`${REQUESTS}_totaltimems`, labels), '1500x30']],
    rests: [[of(`${REQUESTS}_totaltimems`, labels), '20x30']],
    labels: { ...NODE, request, quantile: '0.99' },
  };
}
