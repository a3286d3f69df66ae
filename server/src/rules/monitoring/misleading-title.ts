import type { Report } from '../../model/finding';
import type { Monitoring, Query } from '../../model/monitoring';
import type { MonitoringRule } from '../rule';
import { isKafkaMetric, lettersOf } from './support/names';

export const rule: MonitoringRule = {
  id: 'monitoring/misleading-title',
  summary: 'A title says another thing than its metric shows',
  severity: 'information',
  sources: [
    'Kafka monitoring documentation (MessagesInPerSec, RequestsPerSec)',
    'SenderMetricsRegistry (compression-rate-avg)',
  ],
  *checkMonitoring({ queries }: Monitoring): Iterable<Report> {
    for (const query of queries) {
      const message = mistakenIn(query);
      if (message !== undefined) yield { span: query.nameSpan, message };
    }
  },
};

function mistakenIn({ name, selectors }: Query): string | undefined {
  const metrics = selectors.map(({ metric }) => metric).filter(isKafkaMetric);
  if (metrics.length === 0) return undefined;
  const all = (part: string): boolean => metrics.every((metric) => lettersOf(metric).includes(part));
  if (/\brequests?\b/i.test(name) && !/\b(?:message|record)/i.test(name) && all('messagesin')) {
    return `${metrics[0]} counts records, not requests: a request brings many of them.`;
  }
  if (/\bcompression\b/i.test(name) && /\bratio\b/i.test(name) && all('compressionrateavg')) {
    return `${metrics[0]} is the compressed size over the uncompressed one: lower is better.`;
  }
  return undefined;
}
