/**
 * A configuration of the JMX exporter: what the alerts and dashboards here ask for, under the names that Strimzi's dashboards
 * know, and no more. Percentiles are those of the requests that clients and replicas wait for.
 */
export const EXPORTER_CONFIG = `# What the JMX exporter makes of a broker's and a controller's MBeans.
lowercaseOutputName: true
includeObjectNames:
  - kafka.controller:*
  - kafka.coordinator.group:*
  - kafka.log:*
  - kafka.network:*
  - kafka.server:*
rules:
  # Share of the time in which threads were idle, over the last minute.
  - pattern: kafka.server<type=KafkaRequestHandlerPool, name=(\\w+)Percent><>OneMinuteRate
    name: kafka_server_kafkarequesthandlerpool_$1_percent
    type: GAUGE
  - pattern: kafka.network<type=SocketServer, name=(\\w+)Percent><>Value
    name: kafka_network_socketserver_$1_percent
    type: GAUGE
  # How long requests take, and in which phase.
  - pattern: kafka.network<type=RequestMetrics, name=(Total|RequestQueue|Local|Remote|ResponseQueue|ResponseSend)TimeMs, request=(Produce|FetchConsumer|FetchFollower)><>(50|99)thPercentile
    name: kafka_network_requestmetrics_$1timems
    type: GAUGE
    labels:
      request: $2
      quantile: "0.$3"
  - pattern: kafka.network<type=RequestMetrics, name=RequestsPerSec, request=(\\w+), version=(\\d+)><>Count
    name: kafka_network_requestmetrics_requests_total
    type: COUNTER
    labels:
      request: $1
      version: "$2"
  - pattern: kafka.network<type=RequestMetrics, name=ErrorsPerSec, request=(\\w+), error=(\\w+)><>Count
    name: kafka_network_requestmetrics_errors_total
    type: COUNTER
    labels:
      request: $1
      error: $2
  - pattern: kafka.network<type=RequestChannel, name=(RequestQueueSize|ResponseQueueSize)><>Value
    name: kafka_network_requestchannel_$1
    type: GAUGE
  # By topic, and without a topic for the whole broker: a sum over both counts everything twice.
  - pattern: kafka.server<type=BrokerTopicMetrics, name=(\\w+)PerSec, topic=(.+)><>Count
    name: kafka_server_brokertopicmetrics_$1_total
    type: COUNTER
    labels:
      topic: $2
  - pattern: kafka.server<type=BrokerTopicMetrics, name=(\\w+)PerSec><>Count
    name: kafka_server_brokertopicmetrics_$1_total
    type: COUNTER
  # Replication, controller, logs.
  - pattern: kafka.server<type=ReplicaManager, name=(\\w+)PerSec><>Count
    name: kafka_server_replicamanager_$1_total
    type: COUNTER
  - pattern: kafka.server<type=ReplicaManager, name=(\\w+)><>Value
    name: kafka_server_replicamanager_$1
    type: GAUGE
  - pattern: kafka.server<type=KafkaServer, name=BrokerState><>Value
    name: kafka_server_kafkaserver_brokerstate
    type: GAUGE
  - pattern: kafka.controller<type=ControllerStats, name=(\\w+)PerSec><>Count
    name: kafka_controller_controllerstats_$1_total
    type: COUNTER
  - pattern: kafka.controller<type=KafkaController, name=(\\w+)><>Value
    name: kafka_controller_kafkacontroller_$1
    type: GAUGE
  - pattern: kafka.log<type=LogManager, name=OfflineLogDirectoryCount><>Value
    name: kafka_log_logmanager_offlinelogdirectorycount
    type: GAUGE
  - pattern: kafka.log<type=Log, name=Size, topic=(.+), partition=(\\d+)><>Value
    name: kafka_log_log_size
    type: GAUGE
    labels:
      topic: $1
      partition: "$2"
  # The metadata quorum, and how far this node is behind it.
  - pattern: "kafka.server<type=raft-metrics><>(current-leader|current-epoch|high-watermark|log-end-offset|number-unknown-voter-connections|election-latency-max|commit-latency-avg):"
    name: kafka_server_raftmetrics_$1
    type: GAUGE
  - pattern: "kafka.server<type=broker-metadata-metrics><>(last-applied-record-lag-ms|metadata-load-error-count|metadata-apply-error-count):"
    name: kafka_server_brokermetadatametrics_$1
    type: GAUGE
  # Connections by listener.
  - pattern: "kafka.server<type=socket-server-metrics, listener=(\\\\w+), networkProcessor=(\\\\d+)><>(connection-count|connection-creation-rate):"
    name: kafka_server_socketservermetrics_$3
    type: GAUGE
    labels:
      listener: $1
      networkProcessor: "$2"
  - pattern: kafka.coordinator.group<type=GroupMetadataManager, name=(NumGroups\\w*)><>Value
    name: kafka_coordinator_group_groupmetadatamanager_$1
    type: GAUGE
`;
