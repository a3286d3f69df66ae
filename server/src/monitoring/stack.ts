import { ruleFile, ruleResource, ruleTests } from './alertFiles';
import { composeFile } from './composeFile';
import { dashboardFile } from './dashboardFile';
import { DASHBOARDS } from './dashboards';
import { EXPORTER_CONFIG } from './exporterConfig';
import { LAG_TARGET, type Node, scrapeFile } from './scrapeFile';
import { strimziFiles } from './strimziFiles';
import { unitFile } from './unitFile';

export const PLATFORMS = ['compose', 'strimzi', 'hosts'] as const;
export type Platform = (typeof PLATFORMS)[number];

/** A broker or a controller, and how it is started. */
export interface WatchedNode {
  /** Where Prometheus finds it. */
  readonly host: string;
  /** The service of Docker Compose, with what `KAFKA_OPTS` says there already. */
  readonly service?: string;
  readonly options?: string;
}

export interface Watched {
  readonly platform: Platform;
  readonly nodes: readonly WatchedNode[];
  /** The resource `Kafka`, with Strimzi. */
  readonly resource?: { readonly name: string; readonly namespace?: string };
}

export interface MonitoringFile {
  /** Below the folder of all of them. */
  readonly path: string;
  readonly text: string;
}

/** Where the agent serves metrics. */
const AGENT_PORT = 7071;
const RULES = 'kafka-alerts.yml';

/** Everything that watches the cluster, as files to look at and to keep. */
export function monitoringFiles(watched: Watched): MonitoringFile[] {
  const dashboards = DASHBOARDS.map((one) => ({ path: `dashboards/${one.name}.json`, text: dashboardFile(one) }));
  const rules = [
    { path: RULES, text: ruleFile() },
    { path: 'kafka-alerts.test.yml', text: ruleTests(RULES) },
  ];
  if (watched.platform === 'strimzi') {
    return [...strimziFiles(watched), { path: 'prometheus-rule.yaml', text: ruleResource() }, ...rules, ...dashboards];
  }
  const nodes = watched.nodes.map(({ host }): Node => ({ host, port: AGENT_PORT }));
  const isCompose = watched.platform === 'compose';
  return [
    { path: 'jmx-exporter.yml', text: EXPORTER_CONFIG },
    { path: 'prometheus.yml', text: scrapeFile(nodes, RULES, isCompose ? 'host.docker.internal:9308' : LAG_TARGET) },
    ...(isCompose
      ? composeFile(watched.nodes, AGENT_PORT)
      : [{ path: 'kafka.service.d/jmx-exporter.conf', text: unitFile(AGENT_PORT) }]),
    ...rules,
    ...dashboards,
  ];
}
