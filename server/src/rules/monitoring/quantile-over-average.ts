import { knownMetrics, stemOf } from '../../catalogue/metrics/knownMetrics';
import type { ConfigDocument } from '../../model/document';
import type { Fix, Report } from '../../model/finding';
import type { Monitoring, Selector } from '../../model/monitoring';
import type { MonitoringRule } from '../rule';
import { isKafkaMetric } from './support/names';
import { labelsOf } from './support/source';

export const rule: MonitoringRule = {
  id: 'monitoring/quantile-over-average',
  summary: 'A quantile is computed of a metric that has no buckets',
  severity: 'error',
  sources: [
    'Kafka monitoring documentation (request-latency-avg, request-latency-max)',
    'Prometheus, histogram_quantile()',
  ],
  *checkMonitoring({ queries }: Monitoring, document: ConfigDocument): Iterable<Report> {
    for (const selector of queries.flatMap(({ selectors }) => selectors)) {
      const { metric, metricSpan, within } = selector;
      const call = within.find(({ name }) => name === 'histogram_quantile');
      if (!call || !isKafkaMetric(metric) || !lacksBuckets(metric)) continue;
      const message = `histogram_quantile() returns nothing: ${metric} is not a histogram, ${reasonOf(metric)}.`;
      yield { span: metricSpan, message, fixes: fixesOf(document.text, selector, call.span) };
    }
  },
};

const AGGREGATED = /_(?:avg|max|min|rate|ratio|percent)_bucket$/;

/** Averages and maxima have none, nor has what was seen in a run. */
function lacksBuckets(metric: string): boolean {
  return AGGREGATED.test(metric) || (!metric.endsWith('_bucket') && knownMetrics().has(stemOf(metric)));
}

function reasonOf(metric: string): string {
  return AGGREGATED.test(metric) ? 'and an average has no percentiles' : 'and has no buckets';
}

function fixesOf(text: string, selector: Selector, span: { start: number; end: number }): Fix[] {
  if (!/_(?:avg|max)_bucket$/.test(selector.metric)) return [];
  const metric = selector.metric.replace(/_(?:avg|max)_bucket$/, '_max');
  const newText = metric + labelsOf(text, selector);
  return [{ title: `Use ${metric}`, safe: false, edits: [{ kind: 'text', span, newText }] }];
}
