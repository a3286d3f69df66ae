import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { lint } from '../../server/src/engine/lint';
import { renderEdits } from '../../server/src/formats/registry';
import { applyTextEdits } from '../../server/src/model/edit';
import { indexOf, parseFile, uriOf, type Workspace } from '../support/project';

/** As tutorials have it: JMX open to everybody, names that nobody gives, quantiles of averages. */
const COMPOSE = `version: '3.8'

services:
  kafka:
    image: confluentinc/cp-kafka:7.5.0
    environment:
      # Enable JMX
      KAFKA_JMX_PORT: 9999
      KAFKA_JMX_HOSTNAME: localhost
      KAFKA_OPTS: "-Dcom.sun.management.jmxremote \\
                   -Dcom.sun.management.jmxremote.authenticate=false \\
                   -Dcom.sun.management.jmxremote.ssl=false \\
                   -Djava.rmi.server.hostname=localhost \\
                   -Dcom.sun.management.jmxremote.rmi.port=9999"
    ports:
      - "9092:9092"
      - "9999:9999"  # JMX port

  jmx-exporter:
    image: sscaling/jmx-prometheus-exporter:latest
    volumes:
      - ./jmx-exporter-config.yml:/etc/jmx-exporter/config.yml
    ports:
      - "5556:5556"
    environment:
      SERVICE_PORT: 5556
    command: 5556 /etc/jmx-exporter/config.yml

  prometheus:
    image: prom/prometheus:latest
    volumes:
      - ./prometheus.yml:/etc/prometheus/prometheus.yml
    ports:
      - "9090:9090"

  grafana:
    image: grafana/grafana:latest
    ports:
      - "3000:3000"
    environment:
      GF_SECURITY_ADMIN_PASSWORD: admin
`;
const PROMETHEUS = `global:
  scrape_interval: 15s

scrape_configs:
  - job_name: 'kafka'
    static_configs:
      - targets: ['jmx-exporter:5556']
`;
const QUERIES: readonly (readonly [string, string])[] = [
  ['Throughput (messages/sec)', 'rate(kafka_producer_record_send_total[1m])'],
  ['Latency p99 (milliseconds)', 'histogram_quantile(0.99, rate(kafka_producer_request_latency_avg_bucket[5m]))'],
  ['Error rate', 'rate(kafka_producer_record_error_total[1m])'],
  ['Batch size average', 'kafka_producer_batch_size_avg'],
  ['Compression ratio', 'kafka_producer_compression_rate_avg'],
  ['Throughput (records/sec)', 'rate(kafka_consumer_records_consumed_total[1m])'],
  ['Consumer lag (CRITICAL!)', 'kafka_consumer_records_lag_max'],
  ['Fetch latency', 'kafka_consumer_fetch_latency_avg'],
  ['Rebalance frequency (should be low)', 'rate(kafka_consumer_rebalance_total[1m])'],
  ['Request rate', 'rate(kafka_server_broker_topic_metrics_messages_in_total[1m])'],
  ['Disk usage', 'kafka_log_log_size'],
  ['Under-replicated partitions', 'kafka_server_replica_manager_under_replicated_partitions'],
  ['Active controller count', 'kafka_controller_kafka_controller_active_controller_count'],
];
const DASHBOARD = JSON.stringify(
  { title: 'Kafka', panels: QUERIES.map(([title, expr]) => ({ title, targets: [{ expr, refId: 'A' }] })) },
  undefined,
  2,
);
const TUTORIAL: Workspace = {
  'docker-compose.yml': COMPOSE,
  'prometheus.yml': PROMETHEUS,
  'grafana/kafka.json': DASHBOARD,
};

interface Service {
  readonly ports: readonly string[];
  readonly environment: Readonly<Record<string, string>>;
}

function findingsOf(workspace: Workspace) {
  const index = indexOf(workspace);
  return Object.entries(workspace).flatMap(([path, text]) => {
    const document = parseFile(path, text);
    const { findings, failures } = lint(document, { severityOf: () => undefined }, index.reportsOf(uriOf(path)));
    assert.deepEqual(failures, []);
    return findings.map((finding) => ({
      path,
      document,
      finding,
      text: text.slice(finding.span.start, finding.span.end),
    }));
  });
}

/** Makes the first fix of every finding of the rules until there are no more. */
function mended(workspace: Workspace, rules: RegExp): Workspace {
  let current = workspace;
  for (let round = 0; round < 40; round++) {
    const next = findingsOf(current).find(({ finding }) => rules.test(finding.rule) && finding.fixes[0]?.edits.length);
    const fix = next?.finding.fixes[0];
    if (!next || !fix) return current;
    current = { ...current, [next.path]: applyTextEdits(next.document.text, renderEdits(next.document, fix.edits)) };
  }
  return assert.fail('the fixes have no end');
}

describe('a tutorial about watching Kafka', () => {
  const found = findingsOf(TUTORIAL);
  const texts = (rule: string): string[] =>
    found.filter(({ finding }) => finding.rule === rule).map(({ text }) => text);

  it('has JMX that is open, that leads elsewhere, and that tools take too', () => {
    assert.equal(texts('compose/jmx-exposed').length, 3);
  });

  it('computes a quantile of an average', () => {
    assert.deepEqual(texts('monitoring/quantile-over-average'), ['kafka_producer_request_latency_avg_bucket']);
  });

  it('spells the metrics of brokers as no exporter does', () => {
    assert.deepEqual(texts('monitoring/unknown-metric'), [
      'kafka_server_broker_topic_metrics_messages_in_total',
      'kafka_server_replica_manager_under_replicated_partitions',
      'kafka_controller_kafka_controller_active_controller_count',
    ]);
  });

  it('asks the exporter of a broker for metrics of clients', () => {
    assert.deepEqual(texts('monitoring/unscraped-clients'), [
      'kafka_producer_record_send_total',
      'kafka_producer_record_error_total',
      'kafka_producer_batch_size_avg',
      'kafka_producer_compression_rate_avg',
      'kafka_consumer_records_consumed_total',
      'kafka_consumer_records_lag_max',
      'kafka_consumer_fetch_latency_avg',
      'kafka_consumer_rebalance_total',
    ]);
  });

  it('calls records requests, and a size over a size a ratio', () => {
    assert.deepEqual(texts('monitoring/misleading-title'), ['"Compression ratio"', '"Request rate"']);
  });

  it('does not sum the controllers', () => {
    assert.deepEqual(texts('monitoring/controller-count'), [
      'kafka_controller_kafka_controller_active_controller_count',
    ]);
  });

  it('is mended by its fixes', () => {
    const rules = /^(?:compose\/jmx-exposed|monitoring\/(?:quantile|unknown-metric|controller))/;
    const after = mended(TUTORIAL, rules);
    assert.deepEqual(
      findingsOf(after).filter(({ finding }) => rules.test(finding.rule)),
      [],
    );
    const { services } = parse(after['docker-compose.yml'] ?? '') as { services: { kafka: Service } };
    assert.deepEqual(services.kafka.ports, ['9092:9092', '127.0.0.1:9999:9999']);
    assert.equal(services.kafka.environment.KAFKA_JMX_HOSTNAME, 'kafka');
    assert.match(services.kafka.environment.KAFKA_JMX_OPTS ?? '', /-Djava\.rmi\.server\.hostname=kafka/);
    const { panels } = JSON.parse(after['grafana/kafka.json'] ?? '') as { panels: { targets: { expr: string }[] }[] };
    const queries = panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));
    assert.ok(queries.includes('kafka_producer_request_latency_max'));
    assert.ok(queries.includes('rate(kafka_server_brokertopicmetrics_messagesin_total[1m])'));
    assert.ok(queries.includes('sum(kafka_controller_kafkacontroller_activecontrollercount)'));
  });
});
