import type { ProjectReports, RuleFailure } from '../engine/lint';
import type { Report } from '../model/finding';
import type { ClusterFacts, FileFacts, Place, PlacedReport, ScopeFacts, Site, WorkspaceFacts } from '../model/project';
import type { RunningCluster } from '../model/running';
import type { ProjectRule, WorkspaceRule } from '../rules/rule';
import { clustersOf } from './clusters/clusters';
import { placedIn } from './placed';
import { withLinks } from './running/links';
import { sameFacts } from './sameFacts';

/** What the files of a workspace say of its clusters, and what rules find between them. */
export interface ProjectIndex {
  /** Takes what a file says now, undefined when nothing; `assigned` is the cluster that the settings give it. */
  put(uri: string, facts: FileFacts | undefined, assigned?: string): void;
  /** Takes the connected clusters; each as the same object as long as nothing of it has changed. */
  putRunning(clusters: readonly RunningCluster[]): void;
  /** Every file that says something. */
  uris(): readonly string[];
  has(uri: string): boolean;
  /** What the rules report at places of the file; the same object as long as that is the same. */
  reportsOf(uri: string): ProjectReports;
  /** What was reported there last, for as long as it has changed meanwhile and nobody has time to judge that. */
  lastReportsOf(uri: string): ProjectReports;
  /** False when a fact has changed since the rules ran. */
  isCurrent(): boolean;
  clusters(): readonly ClusterFacts[];
  /** Where that is now; undefined when it is gone. */
  placeOf(site: Site): Place | undefined;
  failures(): readonly RuleFailure[];
  readonly size: number;
  clear(): void;
}

interface Kept {
  readonly facts: FileFacts;
  readonly assigned: string | undefined;
}

interface Found {
  readonly reports: Placed;
  readonly failures: readonly RuleFailure[];
}

interface Judged extends Found {
  readonly cluster: ClusterFacts;
}

type Placed = readonly { readonly rule: string; readonly report: PlacedReport }[];

const TOP: Place = { span: { start: 0, end: 0 }, start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

export const NO_REPORTS: ProjectReports = new Map();

export function createProjectIndex(rules: readonly (ProjectRule | WorkspaceRule)[]): ProjectIndex {
  const ofClusters = rules.filter((rule) => 'checkProject' in rule);
  const ofWorkspaces = rules.filter((rule) => 'checkWorkspace' in rule);
  const files = new Map<string, Kept>();
  const told = new Map<string, { readonly at: number; readonly reports: ProjectReports }>();
  let running: readonly RunningCluster[] = [];
  let judged: readonly Judged[] | undefined;
  let before: readonly Judged[] = [];
  let watched: Found = NOTHING;
  let runningUris: ReadonlySet<string> = new Set();
  let byFile: ReadonlyMap<string, Placed> = new Map();
  /** Counts what may move a place. */
  let changes = 0;

  const current = (): readonly Judged[] => {
    if (judged) return judged;
    const known = new Map(before.map((one) => [idOf(one.cluster), one]));
    const clusters = withLinks(clustersOf(membersOf(files), running), running);
    judged = clusters.map((cluster) => {
      const same = known.get(idOf(cluster));
      return same && sameCluster(same.cluster, cluster)
        ? same
        : { cluster, ...judge(ofClusters, (rule) => rule.checkProject(cluster)) };
    });
    before = judged;
    watched = judgeWatching(ofWorkspaces, files, clusters);
    byFile = groupedByFile([...judged, watched]);
    return judged;
  };
  // What runs has a document, and no place in it.
  const placeOf = ({ uri, at }: Site) => files.get(uri)?.facts.places[at] ?? (runningUris.has(uri) ? TOP : undefined);

  return {
    put(uri, facts, assigned) {
      const old = files.get(uri);
      if (!facts) {
        if (!files.delete(uri)) return;
        judged = undefined;
      } else {
        // Text that only moves changes no fact, and no rule runs again.
        const isSame = old !== undefined && old.assigned === assigned && sameFacts(old.facts, facts);
        files.set(uri, { facts: isSame ? { ...old.facts, places: facts.places } : facts, assigned });
        if (!isSame) judged = undefined;
      }
      changes++;
    },
    putRunning(clusters) {
      running = clusters;
      runningUris = new Set(clusters.flatMap((one) => [...one.brokers, ...one.topics].map(({ uri }) => uri)));
      judged = undefined;
      changes++;
    },
    has: (uri) => files.has(uri),
    uris: () => [...files.keys()],
    reportsOf(uri) {
      current();
      const known = told.get(uri);
      if (known?.at === changes) return known.reports;
      const fresh = reportsFor(uri, byFile.get(uri) ?? [], placeOf);
      const reports =
        known && JSON.stringify([...known.reports]) === JSON.stringify([...fresh]) ? known.reports : fresh;
      if (reports.size > 0 || known) told.set(uri, { at: changes, reports });
      return reports;
    },
    lastReportsOf: (uri) => told.get(uri)?.reports ?? NO_REPORTS,
    isCurrent: () => judged !== undefined,
    placeOf,
    clusters: () => current().map(({ cluster }) => cluster),
    failures: () => [...current(), watched].flatMap(({ failures }) => failures),
    get size() {
      return files.size;
    },
    clear() {
      files.clear();
      told.clear();
      judged = undefined;
      before = [];
      changes++;
    },
  };
}

/** In the order of their names, so that no answer depends on which file was read first. */
function membersOf(files: ReadonlyMap<string, Kept>): { facts: ScopeFacts; assigned?: string }[] {
  const sorted = [...files].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, { facts, assigned }]) =>
    facts.scopes.map((scope) => ({ facts: scope, ...(assigned !== undefined && { assigned }) })),
  );
}

/** The first of its members, which no two clusters share. */
function idOf({ servers, clients, topics }: ClusterFacts): ScopeFacts | undefined {
  return servers[0] ?? clients[0] ?? topics[0];
}

function sameCluster(one: ClusterFacts, other: ClusterFacts): boolean {
  if (one.name !== other.name || one.brokers !== other.brokers) return false;
  if (one.running?.cluster !== other.running?.cluster) return false;
  return (['servers', 'clients', 'topics'] as const).every((kind) => {
    const [a, b] = [one[kind], other[kind]];
    return a.length === b.length && a.every((facts, index) => facts === b[index]);
  });
}

const NOTHING: Found = { reports: [], failures: [] };

/** Only where a file has to do with watching Kafka. */
function judgeWatching(
  rules: readonly WorkspaceRule[],
  files: ReadonlyMap<string, Kept>,
  clusters: readonly ClusterFacts[],
): Found {
  const all = [...files.values()].map(({ facts }) => facts);
  if (!all.some(({ monitoring }) => monitoring)) return NOTHING;
  const workspace: WorkspaceFacts = { files: all.sort((a, b) => (a.uri < b.uri ? -1 : 1)), clusters };
  return judge(rules, (rule) => rule.checkWorkspace(workspace));
}

function judge<R extends { readonly id: string }>(
  rules: readonly R[],
  check: (rule: R) => Iterable<PlacedReport>,
): Found {
  const failures: RuleFailure[] = [];
  const reports = rules.flatMap((rule) => {
    try {
      return Array.from(check(rule), (report) => ({ rule: rule.id, report }));
    } catch (error) {
      failures.push({ rule: rule.id, error });
      return [];
    }
  });
  return { reports, failures };
}

function groupedByFile(judged: readonly Found[]): Map<string, Placed> {
  const grouped = new Map<string, { rule: string; report: PlacedReport }[]>();
  for (const one of judged.flatMap(({ reports }) => reports)) {
    const { uri } = one.report.at;
    const list = grouped.get(uri);
    if (list) list.push(one);
    else grouped.set(uri, [one]);
  }
  return grouped;
}

function reportsFor(uri: string, placed: Placed, placeOf: Parameters<typeof placedIn>[2]): ProjectReports {
  if (placed.length === 0) return NO_REPORTS;
  const reports = new Map<string, Report[]>();
  for (const { rule, report } of placed) {
    const found = placedIn(uri, report, placeOf);
    if (found) reports.set(rule, [...(reports.get(rule) ?? []), found]);
  }
  return reports;
}
