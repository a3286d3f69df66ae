import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { exportedBy } from '../../server/src/catalogue/metrics/exporterRules';
import { beanAttributes, knownMetrics, stemOf } from '../../server/src/catalogue/metrics/knownMetrics';
import { lint } from '../../server/src/engine/lint';
import { selectorsOf } from '../../server/src/formats/promql/query';
import { ALERTS } from '../../server/src/monitoring/alerts';
import { DASHBOARDS } from '../../server/src/monitoring/dashboards';
import { type MonitoringFile, monitoringFiles, PLATFORMS } from '../../server/src/monitoring/stack';
import { watchedIn } from '../../server/src/monitoring/watched';
import { indexOf, parseFile, uriOf, type Workspace } from '../support/project';

const recorded = (name: string): string => readFileSync(new URL(`expectations/${name}`, import.meta.url), 'utf8');
const HOSTS = monitoringFiles({ platform: 'hosts', nodes: [{ host: 'kafka-1.example.com' }] });
const textOf = (files: readonly MonitoringFile[], path: string): string =>
  files.find((one) => one.path === path)?.text ?? assert.fail(`no ${path}`);
const QUERIES = [
  ...ALERTS.map(({ expr }) => expr),
  ...DASHBOARDS.flatMap(({ panels }) => panels.flatMap(({ queries }) => queries.map(([expr]) => expr))),
];

const COMPOSE = `services:
${[1, 2, 3]
  .map(
    (id) => `  kafka-${id}:
    image: apache/kafka:4.1.0
    environment:
      KAFKA_NODE_ID: ${id}
      KAFKA_PROCESS_ROLES: broker,controller
      KAFKA_LISTENERS: PLAINTEXT://:9092,CONTROLLER://:9093
      KAFKA_ADVERTISED_LISTENERS: PLAINTEXT://kafka-${id}:9092
      KAFKA_CONTROLLER_LISTENER_NAMES: CONTROLLER
      KAFKA_CONTROLLER_QUORUM_VOTERS: 1@kafka-1:9093,2@kafka-2:9093,3@kafka-3:9093
      KAFKA_OPTS: -Dlog=quiet
`,
  )
  .join('')}`;
const STRIMZI = `apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata:
  name: orders
  namespace: streams
spec:
  kafka:
    version: 4.1.0
    listeners:
      - { name: plain, port: 9092, type: internal, tls: false }
    config:
      min.insync.replicas: 2
`;

describe('the files that watch a cluster', () => {
  it('are those that promtool accepted and tested', () => {
    for (const { path, text } of HOSTS.filter((one) => /^[\w.-]+\.yml$/.test(one.path))) {
      assert.equal(text, recorded(path), `${path} has changed: npm run judge:monitoring`);
    }
  });

  it('ask for nothing that had no data, unless a healthy cluster has none', () => {
    const { data, empty } = JSON.parse(recorded('answers.json')) as Record<'data' | 'empty', string[]>;
    const asked = new Set(
      DASHBOARDS.flatMap(({ panels }) => panels.flatMap((one) => one.queries.map(([expr]) => expr))),
    );
    assert.deepEqual(new Set([...data, ...empty]), asked, 'npm run judge:monitoring');
    assert.deepEqual(
      empty.filter((expr) => !expr.includes('error!="NONE"')),
      [],
    );
  });

  it('have alerts that rest in good order and fire under their faults', () => {
    const { fired, firedInGoodOrder } = JSON.parse(recorded('answers.json')) as Record<
      'fired' | 'firedInGoodOrder',
      string[]
    >;
    assert.deepEqual(firedInGoodOrder, []);
    const staged = [
      'TargetDown',
      'UnderReplicatedPartitions',
      'PartitionsUnderMinIsr',
      'OfflinePartitions',
      'ControllerCount',
    ];
    for (const name of [...staged, 'FencedBrokers', 'ConsumerGroupFallsBehind'])
      assert.ok(fired.includes(`Kafka${name}`), name);
  });

  it('ask for metrics alone that the exporter beside them gives', () => {
    const [monitoring] = parseFile('jmx-exporter.yml', textOf(HOSTS, 'jmx-exporter.yml')).monitoring ?? [];
    const exporter = monitoring?.exporter ?? assert.fail('no exporter');
    const given = new Set(exportedBy(exporter, beanAttributes())?.map(({ name }) => stemOf(name)));
    const ofAgent = new Set(['up', 'jvm_memory_used_bytes', 'jvm_gc_collection_seconds_sum']);
    const metrics = QUERIES.flatMap((expr) =>
      selectorsOf(expr, (start, end) => ({ start, end })).map(({ metric }) => metric),
    );
    const isLag = (metric: string): boolean =>
      knownMetrics().get(stemOf(metric))?.sources.includes('kafka_exporter') === true;
    assert.deepEqual(
      metrics.filter((one) => !given.has(stemOf(one)) && !ofAgent.has(one) && !isLag(one)),
      [],
    );
  });

  it('have every pattern of the exporter take something', () => {
    const [monitoring] = parseFile('jmx-exporter.yml', textOf(HOSTS, 'jmx-exporter.yml')).monitoring ?? [];
    const exporter = monitoring?.exporter ?? assert.fail('no exporter');
    const used = new Set(exportedBy(exporter, beanAttributes())?.map(({ rule }) => rule?.pattern));
    assert.deepEqual(
      exporter.rules.filter(({ pattern }) => !used.has(pattern)).map(({ pattern }) => pattern),
      [],
    );
  });

  for (const platform of PLATFORMS) {
    it(`are found without a mistake by our own rules, for ${platform}`, () => {
      const own: Workspace =
        platform === 'compose'
          ? { 'docker-compose.yml': COMPOSE }
          : platform === 'strimzi'
            ? { 'kafka.yaml': STRIMZI }
            : {};
      const documents = Object.entries(own).map(([path, text]) => parseFile(path, text));
      const watched = watchedIn(documents, platform) ?? assert.fail('nothing to watch');
      const files = monitoringFiles(watched).filter(({ path }) => /\.(?:ya?ml|json)$/.test(path));
      const workspace = { ...own, ...Object.fromEntries(files.map(({ path, text }) => [`monitoring/${path}`, text])) };
      const index = indexOf(workspace);
      const found = Object.entries(workspace).flatMap(([path, text]) =>
        lint(parseFile(path, text), { severityOf: () => undefined }, index.reportsOf(uriOf(path)))
          .findings.filter(({ rule }) => rule.startsWith('monitoring/'))
          .map(({ rule, message }) => `${path}: ${rule}: ${message}`),
      );
      assert.deepEqual(found, []);
      for (const { path, text } of files) if (path.endsWith('.json')) JSON.parse(text);
    });
  }

  it('have every container of a compose file as a target, with what its variable says already', () => {
    const files = monitoringFiles(watchedIn([parseFile('docker-compose.yml', COMPOSE)], undefined) ?? assert.fail());
    const { services } = parse(textOf(files, 'compose.yml')) as {
      services: Record<string, { environment: Record<string, string> }>;
    };
    assert.match(services['kafka-2']?.environment.KAFKA_OPTS ?? '', /^-Dlog=quiet -javaagent:\S+=7071:\S+$/);
    for (const id of [1, 2, 3]) assert.match(textOf(files, 'prometheus.yml'), new RegExp(`kafka-${id}:7071`));
  });

  it('are of the resource that Strimzi reads', () => {
    const files = monitoringFiles(watchedIn([parseFile('kafka.yaml', STRIMZI)], undefined) ?? assert.fail());
    const { metadata } = parse(textOf(files, 'kafka-metrics.yaml')) as { metadata: { namespace: string } };
    assert.equal(metadata.namespace, 'streams');
    assert.match(textOf(files, 'pod-monitor.yaml'), /strimzi\.io\/cluster: orders/);
    const { data } = parse(textOf(files, 'kafka-metrics.yaml')) as { data: Record<string, string> };
    assert.equal(data['jmx-exporter.yml'], textOf(HOSTS, 'jmx-exporter.yml'));
  });
});
