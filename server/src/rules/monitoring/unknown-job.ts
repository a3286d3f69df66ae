import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { isKafkaMetric } from './support/names';
import { jobsOf, queriesOf, type SitedJob } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/unknown-job',
  summary: 'A query selects a job that Prometheus does not scrape',
  severity: 'warning',
  sources: ['Prometheus, scrape_config (job_name)'],
  *checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport> {
    const jobs = jobsOf(workspace);
    if (!jobs) return;
    const names = new Set(jobs.map(({ name }) => name));
    const only = kafkaJob(jobs);
    for (const { metric, matchers } of queriesOf(workspace).flatMap(({ selectors }) => selectors)) {
      if (!isKafkaMetric(metric)) continue;
      for (const { label, operator, value, valueSpan } of matchers) {
        if (label !== 'job' || operator !== '=' || value.includes('$') || names.has(value)) continue;
        const told = [...names].slice(0, MOST_NAMED).join(', ');
        yield {
          at: valueSpan,
          message: `No scrape configuration has the job ${value}, so that nothing is selected: there is ${told}.`,
          related: jobs.slice(0, MOST_NAMED).map((job) => ({ at: job.span, message: `The job ${job.name} is here.` })),
          ...(only && {
            texts: [
              { title: `Select the job ${only.name}`, safe: false, edits: [{ at: valueSpan, newText: only.name }] },
            ],
          }),
        };
      }
    }
  },
};

const MOST_NAMED = 3;

function kafkaJob(jobs: readonly SitedJob[]): SitedJob | undefined {
  const named = jobs.filter(({ name }) => /kafka/i.test(name) && /^[\w ./:-]+$/.test(name));
  return named.length === 1 ? named[0] : undefined;
}
