import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { lettersOf } from './support/names';
import { queriesOf } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/missing-alerts',
  summary: 'Alerts about brokers leave out what every cluster has to be watched for',
  severity: 'information',
  sources: ['Kafka monitoring documentation (values that are expected)'],
  *checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport> {
    const queries = queriesOf(workspace);
    const isEssential = (metric: string): boolean => ESSENTIALS.some(({ sign }) => sign.test(lettersOf(metric)));
    const first = queries.find(
      ({ use, selectors }) => use === 'alert' && selectors.some((one) => isEssential(one.metric)),
    );
    // Recorded under another name it is watched as well.
    const letters = queries
      .filter(({ use }) => use !== 'panel')
      .flatMap(({ selectors }) => selectors.map(({ metric }) => lettersOf(metric)));
    const missing = ESSENTIALS.filter(({ sign }) => !letters.some((one) => sign.test(one)));
    // Who watches no broker at all here watches them elsewhere.
    if (!first || missing.length === 0 || missing.length > ESSENTIALS.length - LEAST_WATCHED) return;
    const named = missing.slice(0, MOST_NAMED).map(({ what }) => what);
    const more = missing.length > MOST_NAMED ? ` and ${missing.length - MOST_NAMED} more` : '';
    yield { at: first.nameSpan, message: `No alert of the workspace watches ${named.join(', ')}${more}.` };
  },
};

const LEAST_WATCHED = 2;
const MOST_NAMED = 4;

/** By the letters of the metric, whatever exporter names it. */
const ESSENTIALS: readonly { readonly sign: RegExp; readonly what: string }[] = [
  { sign: /underreplicatedpartition/, what: 'under-replicated partitions' },
  { sign: /underminisr/, what: 'partitions under min.insync.replicas' },
  { sign: /offlinepartitions/, what: 'offline partitions' },
  { sign: /activecontrollercount/, what: 'the controller' },
  { sign: /offlinelogdirectory|logdirectoryoffline/, what: 'offline log directories' },
  { sign: /uncleanleaderelections/, what: 'unclean elections' },
  { sign: /requesthandleravgidle/, what: 'idle request handlers' },
  { sign: /networkprocessoravgidle|processoridlepercent/, what: 'idle network threads' },
  { sign: /consumergroup\w*lag|recordslag|grouplag/, what: 'consumer lag' },
];
