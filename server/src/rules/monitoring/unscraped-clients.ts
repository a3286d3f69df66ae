import { isOfClients, knownMetrics, stemOf } from '../../catalogue/metrics/knownMetrics';
import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { isKafkaMetric } from './support/names';
import { areTogether, jobsOf, queriesOf, type SitedJob } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/unscraped-clients',
  summary: 'A query asks for metrics of clients, while only brokers are scraped',
  severity: 'warning',
  sources: [
    'Kafka monitoring documentation: metrics of clients are in the process of the client',
    'Micrometer and OpenTelemetry, seen in a run',
  ],
  *checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport> {
    const jobs = jobsOf(workspace);
    if (!jobs?.some(isOfBrokers) || !jobs.every((job) => isOfBrokers(job) || isNothingOfKafka(job))) return;
    for (const { metric, metricSpan } of queriesOf(workspace).flatMap(({ selectors }) => selectors)) {
      const sources = knownMetrics().get(stemOf(metric))?.sources ?? [];
      if (!isKafkaMetric(metric) || !isOfClients(sources)) continue;
      const job = jobs.find((one) => isOfBrokers(one) && areTogether(one.span.uri, metricSpan.uri));
      if (!job) continue;
      yield {
        at: metricSpan,
        message: `${metric} is a metric of the client's own process (${sources.join(', ')}): the job ${job.name} scrapes brokers only.`,
        related: [{ at: job.span, message: 'It is the only job with metrics of Kafka.' }],
      };
    }
  },
};

/** The names that people give to containers of brokers and of the exporter beside them. */
function isOfBrokers({ targets }: SitedJob): boolean {
  return targets.length > 0 && targets.every(({ host }) => BROKERS.test(host));
}

const BROKERS =
  /^(?:(?:kafka|broker|kafka[-_]broker)[-_]?\d{0,3}|(?:kafka[-_])?(?:jmx[-_])?exporter(?:[-_]?\d{1,3})?)$/;

function isNothingOfKafka({ targets }: SitedJob): boolean {
  const others = /^(?:prometheus|localhost|127\.0\.0\.1|node[-_]?exporter|grafana|alertmanager|cadvisor|zookeeper)/;
  return targets.every(({ host, port }) => others.test(host) && (host !== 'localhost' || port === 9090));
}
