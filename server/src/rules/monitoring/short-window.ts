import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { isKafkaMetric } from './support/names';
import { jobsOf, queriesOf, type SitedJob, type SitedQuery } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/short-window',
  summary: 'The range of a rate has too few samples in it',
  severity: 'warning',
  sources: ['Prometheus, rate(): at least two samples; four leave room for a missed scrape'],
  *checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport> {
    const jobs = jobsOf(workspace);
    if (!jobs) return;
    for (const selector of queriesOf(workspace).flatMap(({ selectors }) => selectors)) {
      const { window, within, metric } = selector;
      const interval = intervalOf(selector, jobs);
      if (!window || interval === undefined || !isKafkaMetric(metric) || !RATES.test(within[0]?.name ?? '')) continue;
      if (window.value >= interval * WANTED) continue;
      const wanted = textOf(interval * WANTED);
      yield {
        at: window.span,
        message:
          window.value < interval * 2
            ? `A range of ${window.value} s has a single sample at best, since it is scraped every ${interval} s: there is no rate.`
            : `A range of ${window.value} s leaves gaps with each missed scrape, since it is scraped every ${interval} s.`,
        ...(window.value >= interval * 2 && { severity: 'hint' as const }),
        texts: [{ title: `Use a range of ${wanted}`, safe: false, edits: [{ at: window.span, newText: wanted }] }],
      };
    }
  },
};

const WANTED = 4;
const RATES = /^(?:rate|irate|increase|delta|deriv|idelta)$/;

/** That of the job which is selected, or the one that all jobs have. */
function intervalOf({ matchers }: SitedQuery['selectors'][number], jobs: readonly SitedJob[]): number | undefined {
  const job = matchers.find(({ label, operator }) => label === 'job' && operator === '=');
  const meant = job ? jobs.filter(({ name }) => name === job.value) : jobs;
  const intervals = new Set(meant.map(({ interval }) => interval));
  return intervals.size === 1 ? [...intervals][0] : undefined;
}

function textOf(seconds: number): string {
  return seconds % 60 === 0 ? `${seconds / 60}m` : `${Math.ceil(seconds)}s`;
}
