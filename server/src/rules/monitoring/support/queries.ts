import type { Query, ScrapeJob } from '../../../model/monitoring';
import type { Sited, WorkspaceFacts } from '../../../model/project';

export type SitedQuery = Sited<Query>;
export type SitedJob = Sited<ScrapeJob>;

export function queriesOf({ files }: WorkspaceFacts): readonly SitedQuery[] {
  return files.flatMap(({ monitoring = [] }) => monitoring.flatMap(({ queries }) => queries));
}

export function recordedBy({ files }: WorkspaceFacts): ReadonlySet<string> {
  return new Set(files.flatMap(({ monitoring = [] }) => monitoring.flatMap(({ recorded }) => recorded)));
}

/** The jobs of the workspace; undefined where there may be others, or their labels are changed. */
export function jobsOf({ files }: WorkspaceFacts): readonly SitedJob[] | undefined {
  const all = files.flatMap(({ monitoring = [] }) => monitoring);
  const jobs = all.flatMap((one) => one.jobs);
  const isKnown = !all.some(({ discovers }) => discovers) && !jobs.some((job) => job.discovers || job.relabels);
  return isKnown && jobs.length > 0 ? jobs : undefined;
}

/** The folder of a file, with its slash. */
export function folderOf(uri: string): string {
  return uri.slice(0, uri.lastIndexOf('/') + 1);
}

/** The files are of one project: one of their folders is in the other. */
export function areTogether(one: string, other: string): boolean {
  const [a, b] = [folderOf(one), folderOf(other)];
  return a.startsWith(b) || b.startsWith(a);
}
