interface Panel {
  readonly title: string;
  readonly unit: 'short' | 'percentunit' | 'ms' | 'reqps' | 'Bps' | 'bytes' | 'cps';
  readonly kind: 'stat' | 'timeseries';
  readonly queries: readonly (readonly [expr: string, legend: string])[];
}

export interface Dashboard {
  /** Of the file, and of the address in Grafana. */
  readonly name: string;
  readonly title: string;
  readonly panels: readonly Panel[];
}

const stat = (title: string, expr: string, unit: Panel['unit'] = 'short'): Panel => ({
  title,
  unit,
  kind: 'stat',
  queries: [[expr, '']],
});
const lines = (title: string, unit: Panel['unit'], ...queries: Panel['queries']): Panel => ({
  title,
  unit,
  kind: 'timeseries',
  queries,
});

const NODE = '{{instance}}';
const topicRate = (metric: string): string =>
  `sum by (topic) (rate(kafka_server_brokertopicmetrics_${metric}_total{topic!=""}[$__rate_interval]))`;
const brokerRate = (metric: string): string =>
  `sum by (instance) (rate(kafka_server_brokertopicmetrics_${metric}_total{topic=""}[$__rate_interval]))`;
const requestTime = (phase: string, request: string): string =>
  `max by (instance) (kafka_network_requestmetrics_${phase}timems{request="${request}", quantile="0.99"})`;

const PHASES = ['requestqueue', 'local', 'remote', 'responsequeue', 'responsesend'];

export const DASHBOARDS: readonly Dashboard[] = [
  {
    name: 'kafka-cluster',
    title: 'Kafka: cluster',
    panels: [
      stat('Active controllers (must be 1)', 'sum(kafka_controller_kafkacontroller_activecontrollercount)'),
      stat('Active brokers', 'max(kafka_controller_kafkacontroller_activebrokercount)'),
      stat('Fenced brokers', 'max(kafka_controller_kafkacontroller_fencedbrokercount)'),
      stat('Offline partitions', 'sum(kafka_controller_kafkacontroller_offlinepartitionscount)'),
      stat('Under-replicated partitions', 'sum(kafka_server_replicamanager_underreplicatedpartitions)'),
      stat('Partitions under min.insync.replicas', 'sum(kafka_server_replicamanager_underminisrpartitioncount)'),
      lines('Records in', 'cps', [
        `sum(rate(kafka_server_brokertopicmetrics_messagesin_total{topic=""}[$__rate_interval]))`,
        'all brokers',
      ]),
      lines(
        'Bytes in and out',
        'Bps',
        [`sum(rate(kafka_server_brokertopicmetrics_bytesin_total{topic=""}[$__rate_interval]))`, 'in'],
        [`sum(rate(kafka_server_brokertopicmetrics_bytesout_total{topic=""}[$__rate_interval]))`, 'out'],
      ),
      lines('Leaders by broker', 'short', ['sum by (instance) (kafka_server_replicamanager_leadercount)', NODE]),
      lines('Partitions without their preferred leader', 'short', [
        'max(kafka_controller_kafkacontroller_preferredreplicaimbalancecount)',
        'partitions',
      ]),
      lines('Unclean elections', 'short', [
        'sum(increase(kafka_controller_controllerstats_uncleanleaderelections_total[$__rate_interval]))',
        'elections',
      ]),
      lines('Leader of the metadata quorum', 'short', [
        'max by (instance) (kafka_server_raftmetrics_current_leader)',
        NODE,
      ]),
      lines('Metadata behind the quorum', 'ms', [
        'max by (instance) (kafka_server_brokermetadatametrics_last_applied_record_lag_ms)',
        NODE,
      ]),
    ],
  },
  {
    name: 'kafka-broker',
    title: 'Kafka: brokers',
    panels: [
      lines('Request handlers idle (over 30 %)', 'percentunit', [
        'min by (instance) (kafka_server_kafkarequesthandlerpool_requesthandleravgidle_percent)',
        NODE,
      ]),
      lines('Network threads idle (over 30 %)', 'percentunit', [
        'min by (instance) (kafka_network_socketserver_networkprocessoravgidle_percent)',
        NODE,
      ]),
      lines('Requests', 'reqps', [
        'sum by (request) (rate(kafka_network_requestmetrics_requests_total[$__rate_interval]))',
        '{{request}}',
      ]),
      lines('Requests that failed', 'reqps', [
        'sum by (request, error) (rate(kafka_network_requestmetrics_errors_total{error!="NONE"}[$__rate_interval]))',
        '{{request}} {{error}}',
      ]),
      lines(
        'Produce: 99th percentile by phase',
        'ms',
        ...PHASES.map((phase) => [requestTime(phase, 'Produce'), `${phase} ${NODE}`] as const),
      ),
      lines(
        'Fetch of consumers: 99th percentile by phase',
        'ms',
        ...PHASES.map((phase) => [requestTime(phase, 'FetchConsumer'), `${phase} ${NODE}`] as const),
      ),
      lines('Fetch of followers: 99th percentile', 'ms', [requestTime('total', 'FetchFollower'), NODE]),
      lines('Waiting requests', 'short', ['sum by (instance) (kafka_network_requestchannel_requestqueuesize)', NODE]),
      lines('Replicas leaving the set in sync', 'cps', [
        'sum by (instance) (rate(kafka_server_replicamanager_isrshrinks_total[$__rate_interval]))',
        NODE,
      ]),
      lines('Connections', 'short', [
        'sum by (instance, listener) (kafka_server_socketservermetrics_connection_count)',
        `{{listener}} ${NODE}`,
      ]),
      lines('New connections', 'cps', [
        'sum by (instance, listener) (kafka_server_socketservermetrics_connection_creation_rate)',
        `{{listener}} ${NODE}`,
      ]),
      lines('Heap', 'bytes', ['sum by (instance) (jvm_memory_used_bytes{area="heap"})', NODE]),
      lines('Time in garbage collection', 'percentunit', [
        'sum by (instance) (rate(jvm_gc_collection_seconds_sum[$__rate_interval]))',
        NODE,
      ]),
    ],
  },
  {
    name: 'kafka-topics',
    title: 'Kafka: topics',
    panels: [
      lines('Records in', 'cps', [topicRate('messagesin'), '{{topic}}']),
      lines('Bytes in', 'Bps', [topicRate('bytesin'), '{{topic}}']),
      lines('Bytes out', 'Bps', [topicRate('bytesout'), '{{topic}}']),
      lines('Size on disk, all copies', 'bytes', ['sum by (topic) (kafka_log_log_size)', '{{topic}}']),
      lines('Largest partition', 'bytes', ['max by (topic) (kafka_log_log_size)', '{{topic}}']),
      lines('Partitions', 'short', [
        'count by (topic) (count by (topic, partition) (kafka_log_log_size))',
        '{{topic}}',
      ]),
    ],
  },
  {
    name: 'kafka-consumers',
    title: 'Kafka: consumers',
    panels: [
      lines('Lag', 'short', ['sum by (consumergroup, topic) (kafka_consumergroup_lag)', '{{consumergroup}} {{topic}}']),
      lines('Lag of the worst partition', 'short', [
        'max by (consumergroup, topic) (kafka_consumergroup_lag)',
        '{{consumergroup}} {{topic}}',
      ]),
      lines('Growth of the lag', 'cps', [
        'sum by (consumergroup, topic) (deriv(kafka_consumergroup_lag[10m]))',
        '{{consumergroup}} {{topic}}',
      ]),
      lines('Records read', 'cps', [
        'sum by (consumergroup, topic) (rate(kafka_consumergroup_current_offset[$__rate_interval]))',
        '{{consumergroup}} {{topic}}',
      ]),
      lines('Members', 'short', ['max by (consumergroup) (kafka_consumergroup_members)', '{{consumergroup}}']),
      lines('Groups by broker', 'short', [
        'sum by (instance) (kafka_coordinator_group_groupmetadatamanager_numgroups)',
        NODE,
      ]),
    ],
  },
  {
    name: 'kafka-clients',
    title: 'Kafka: clients as brokers see them',
    panels: [
      lines('Produce requests', 'reqps', [
        'sum by (instance) (rate(kafka_network_requestmetrics_requests_total{request="Produce"}[$__rate_interval]))',
        NODE,
      ]),
      lines('Fetch requests', 'reqps', [
        'sum by (instance) (rate(kafka_network_requestmetrics_requests_total{request="Fetch"}[$__rate_interval]))',
        NODE,
      ]),
      lines('Records in', 'cps', [brokerRate('messagesin'), NODE]),
      lines('Rejected produce requests', 'reqps', [brokerRate('failedproducerequests'), NODE]),
      lines('Rejected fetch requests', 'reqps', [brokerRate('failedfetchrequests'), NODE]),
      lines('Old versions of requests', 'reqps', [
        'sum by (request, version) (rate(kafka_network_requestmetrics_requests_total{request=~"Produce|Fetch"}[$__rate_interval]))',
        '{{request}} v{{version}}',
      ]),
      lines('Produce: 99th percentile', 'ms', [requestTime('total', 'Produce'), NODE]),
    ],
  },
];
