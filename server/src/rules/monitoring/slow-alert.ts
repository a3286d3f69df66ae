import type { Report } from '../../model/finding';
import type { Monitoring } from '../../model/monitoring';
import type { MonitoringRule } from '../rule';
import { lettersOf } from './support/names';

export const rule: MonitoringRule = {
  id: 'monitoring/slow-alert',
  summary: 'An alert about lost copies waits for longer than a quarter of an hour',
  severity: 'warning',
  sources: ['Kafka monitoring documentation (UnderReplicatedPartitions, OfflinePartitionsCount)'],
  *checkMonitoring({ queries }: Monitoring): Iterable<Report> {
    for (const { use, wait, selectors } of queries) {
      if (use !== 'alert' || !wait || wait.value <= LONGEST) continue;
      const urgent = selectors.find(({ metric }) => URGENT.test(lettersOf(metric)));
      if (!urgent) continue;
      const minutes = Math.round(wait.value / 60);
      yield {
        span: wait.span,
        message: `The alert waits ${minutes} minutes: a second fault meanwhile loses data. It watches ${urgent.metric}.`,
        fixes: [{ title: 'Set for to 5m', safe: true, edits: [{ kind: 'text', span: wait.span, newText: '5m' }] }],
      };
    }
  },
};

const LONGEST = 15 * 60;
const URGENT =
  /(?:underreplicatedpartitions?|offlinepartitionscount|underminisrpartitioncount|offlinelogdirectorycount)$/;
