import type { CancellationToken } from 'vscode-languageserver';
import type { LeftReason } from '../features/leftFiles';
import type { ClusterFacts, ScopeFacts } from '../model/project';
import type { ProjectIndex } from '../project/projectIndex';
import {
  HEALTH_CHANGED,
  LINT_WORKSPACE,
  type WireCluster,
  type WireFiles,
  type WireMember,
  WORKSPACE_HEALTH,
  type WorkspaceHealth,
} from '../protocol/workspaceMessages';
import type { LanguageFeature, ServerContext } from './context';
import { soon } from './soon';

/** More than anybody looks at; the rest is counted. */
const MOST_FILES = 100;
const MOST_CLUSTERS = 100;
const MOST_MEMBERS = 500;
/** How long to wait for further changes, in milliseconds: many files are told of once. */
const QUIET = 300;

/** What has been read of the workspace, which files belong together and why, and linting all of it. */
export const health: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    const { connection, project, workspace } = context;
    connection.onRequest(WORKSPACE_HEALTH, () => healthOf(context));
    connection.onRequest(LINT_WORKSPACE, async (_: object, token: CancellationToken): Promise<WorkspaceHealth> => {
      workspace.askForAll();
      const result = await project.readAll({ token, title: 'Linting the workspace' });
      return { ...healthOf(context), ...(result?.limit !== undefined && { limit: result.limit }) };
    });
    if (context.options.health) tellChanges(context);
  },
};

function tellChanges({ connection, project, workspace, log }: ServerContext): void {
  const tell = soon(QUIET, () => {
    connection
      .sendNotification(HEALTH_CHANGED)
      .catch((error: unknown) => log.error('Telling of the workspace failed', error));
  });
  project.onChange(tell);
  workspace.onChange(tell);
}

function healthOf({ project, workspace }: ServerContext): WorkspaceHealth {
  const result = project.result();
  const left = [...project.left()];
  // What belongs to nothing else is no news.
  const clusters = project.index.clusters().filter(({ reasons }) => reasons.size > 1);
  return {
    isReading: result === undefined,
    isWhole: workspace.isWhole(),
    files: result?.files ?? 0,
    kafka: project.index.size,
    excluded: result?.excluded ?? 0,
    ...(result?.limit !== undefined && { limit: result.limit }),
    unreadable: filesOf(left, 'unreadable'),
    unrecognized: filesOf(left, 'unrecognized'),
    clusters: clusters.slice(0, MOST_CLUSTERS).map((cluster) => clusterOf(cluster, project.index)),
    moreClusters: Math.max(clusters.length - MOST_CLUSTERS, 0),
  };
}

function filesOf(left: readonly (readonly [string, LeftReason])[], wanted: LeftReason): WireFiles {
  const uris = left.flatMap(([uri, reason]) => (reason === wanted ? [uri] : [])).sort();
  return { count: uris.length, uris: uris.slice(0, MOST_FILES) };
}

function clusterOf({ name, brokers, reasons }: ClusterFacts, index: ProjectIndex): WireCluster {
  const members = [...reasons].slice(0, MOST_MEMBERS).map(([facts, reason]) => memberOf(facts, reason, index));
  return { name, ...(brokers !== undefined && { brokers }), members };
}

function memberOf(facts: ScopeFacts, reason: string, index: ProjectIndex): WireMember {
  const { uri, anchor, scope, declares } = facts;
  const start = index.placeOf(anchor)?.start ?? { line: 0, character: 0 };
  const name = declares?.topic ?? facts.name;
  return { uri, range: { start, end: start }, role: scope.role, ...(name !== undefined && { name }), reason };
}
