import type { ConfigDocument } from '../../model/document';
import type { Report } from '../../model/finding';
import type { Monitoring, Query } from '../../model/monitoring';
import type { MonitoringRule } from '../rule';
import { lettersOf } from './support/names';

export const rule: MonitoringRule = {
  id: 'monitoring/slow-alert',
  summary: 'An alert about lost copies waits for longer than a quarter of an hour',
  severity: 'warning',
  sources: ['Kafka monitoring documentation (UnderReplicatedPartitions, OfflinePartitionsCount)'],
  *checkMonitoring({ queries }: Monitoring, { monitoring = [] }: ConfigDocument): Iterable<Report> {
    const all = monitoring.flatMap((one) => one.queries).filter(({ use }) => use === 'alert');
    const early = new Set(all.filter(({ wait }) => !wait || wait.value <= LONGEST).flatMap(faultsIn));
    for (const query of queries) {
      const { use, wait } = query;
      if (use !== 'alert' || !wait || wait.value <= LONGEST) continue;
      // Behind an alert that fires early this one is the escalation.
      const faults = faultsIn(query).filter((fault) => !early.has(fault));
      const urgent = query.selectors.find(({ metric }) => faults.some((fault) => lettersOf(metric).endsWith(fault)));
      if (!urgent) continue;
      const minutes = Math.round(wait.value / 60);
      yield {
        span: wait.span,
        message: `The alert waits ${minutes} minutes: a second fault meanwhile loses data. It watches ${urgent.metric}.`,
        fixes: [{ title: 'Set for to 5m', safe: false, edits: [{ kind: 'text', span: wait.span, newText: '5m' }] }],
      };
    }
  },
};

const LONGEST = 15 * 60;
const URGENT =
  /(?:underreplicatedpartitions?|offlinepartitionscount|underminisrpartitioncount|offlinelogdirectorycount)$/;

/** What an alert is about, whichever exporter or recording rule names it. */
function faultsIn({ selectors }: Query): string[] {
  return selectors.flatMap(({ metric }) => URGENT.exec(lettersOf(metric))?.[0] ?? []);
}
