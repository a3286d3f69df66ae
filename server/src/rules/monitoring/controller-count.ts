import type { Fix, Report } from '../../model/finding';
import type { Monitoring, Selector } from '../../model/monitoring';
import type { MonitoringRule } from '../rule';
import { isKafkaMetric, lettersOf } from './support/names';

export const rule: MonitoringRule = {
  id: 'monitoring/controller-count',
  summary: 'The active controllers are not summed over the cluster',
  severity: 'warning',
  sources: ['Kafka monitoring documentation (ActiveControllerCount: only one broker in the cluster should have 1)'],
  *checkMonitoring({ queries }: Monitoring): Iterable<Report> {
    for (const { selectors, use } of queries) {
      for (const selector of selectors) {
        const { metric, metricSpan, within, compared } = selector;
        if (!isKafkaMetric(metric) || !lettersOf(metric).endsWith(OF_A_NODE)) continue;
        // Beside another metric of the node the figure of each node is what is meant.
        if (selector.isPaired || within.some(({ name }) => AGGREGATIONS.test(name))) continue;
        // Beside each other the values of all nodes are right, just not what a single figure would say.
        if (compared ? picksOut(compared) : use !== 'panel') continue;
        yield {
          span: metricSpan,
          message: `Every node but one reports 0 for ${metric}: only the sum over the cluster is 1.`,
          ...(!compared && { severity: 'hint' as const }),
          fixes: [summed(selector)],
        };
      }
    }
  },
};

/** The MBean's type and name: other names, as of recording rules, may be the sum already. */
const OF_A_NODE = 'kafkacontrolleractivecontrollercount';

const AGGREGATIONS = /^(?:sum|count|max|min|avg|group|topk|bottomk|quantile|absent)/;

/** Leaves the node that is the active controller: who it is, rather than whether there is one. */
function picksOut({ operator, number }: NonNullable<Selector['compared']>): boolean {
  return (
    (operator === '==' && number === 1) || (operator === '>' && number === 0) || (operator === '>=' && number === 1)
  );
}

function summed({ span, metric }: Selector): Fix {
  return {
    title: `Sum ${metric}`,
    safe: false,
    edits: [
      { kind: 'text', span: { start: span.start, end: span.start }, newText: 'sum(' },
      { kind: 'text', span: { start: span.end, end: span.end }, newText: ')' },
    ],
  };
}
