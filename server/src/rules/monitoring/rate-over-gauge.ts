import type { ConfigDocument } from '../../model/document';
import type { Fix, Report } from '../../model/finding';
import type { Monitoring, Selector } from '../../model/monitoring';
import type { MonitoringRule } from '../rule';
import { isKafkaMetric } from './support/names';
import { instantOf } from './support/source';

export const rule: MonitoringRule = {
  id: 'monitoring/rate-over-gauge',
  summary: 'A rate is computed of a metric that is not a counter',
  severity: 'warning',
  sources: ['Prometheus, rate(): counters only', 'Kafka monitoring documentation (attributes of MBeans)'],
  *checkMonitoring({ queries }: Monitoring, document: ConfigDocument): Iterable<Report> {
    for (const selector of queries.flatMap(({ selectors }) => selectors)) {
      const { metric, within } = selector;
      const [call] = within;
      if (!call || !COUNTED.test(call.name) || !isKafkaMetric(metric) || !GAUGE.test(metric)) continue;
      const message = `${metric} is not a counter: ${call.name}() takes each decrease for a restart, and its result means nothing.`;
      yield { span: call.nameSpan, message, fixes: [fixOf(document.text, selector, call)] };
    }
  },
};

const COUNTED = /^(?:rate|irate|increase)$/;
const GAUGE = /_(?:avg|max|min|rate|ratio|percent|lag|lag_sum)$/i;

/** A lag may well be asked how it grows. */
function fixOf(text: string, selector: Selector, call: Selector['within'][number]): Fix {
  if (/_lag(?:_max|_sum|_avg)?$/.test(selector.metric)) {
    const name = call.name === 'increase' ? 'delta' : 'deriv';
    return { title: `Use ${name}()`, safe: false, edits: [{ kind: 'text', span: call.nameSpan, newText: name }] };
  }
  const newText = instantOf(text, selector);
  return { title: `Remove ${call.name}()`, safe: false, edits: [{ kind: 'text', span: call.span, newText }] };
}
