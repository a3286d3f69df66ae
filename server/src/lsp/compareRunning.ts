import { runningText } from '../features/runningText';
import type { Report } from '../model/finding';
import type { RunningLink } from '../model/running';
import {
  COMPARE_RUNNING,
  type ComparedFile,
  type CompareRunningParams,
  type CompareRunningResult,
} from '../protocol/clusterMessages';
import type { LanguageFeature, ServerContext } from './context';

/** The rule that finds what differs. */
const DRIFT = 'live/config-drift';

/** Files beside what the clusters that they belong to run with. */
export const compareRunning: LanguageFeature = {
  capabilities: () => ({}),
  register(context) {
    context.connection.onRequest(
      COMPARE_RUNNING,
      async (params: CompareRunningParams): Promise<CompareRunningResult> => {
        const wanted = context.project.index
          .clusters()
          .flatMap(({ running }) => (running ? pairsIn(running, params) : []));
        const compared = await Promise.all([...grouped(wanted)].map(([uri, pairs]) => compare(context, uri, pairs)));
        return compared.flatMap((file) => file ?? []);
      },
    );
  },
};

interface Pair {
  readonly cluster: string;
  readonly uri: string;
  /** Of the documents of what runs. */
  readonly parts: readonly string[];
}

function pairsIn({ cluster, brokers, topics }: RunningLink, params: CompareRunningParams): readonly Pair[] {
  const all = [
    ...brokers.map(({ facts, brokers: own }) => ({
      kind: 'broker',
      uri: facts.uri,
      own: own.map(({ id, uri }) => ({ name: String(id), uri })),
    })),
    ...topics.map(({ facts, topic }) => ({
      kind: 'topic',
      uri: facts.uri,
      own: [{ name: topic.topic, uri: topic.uri }],
    })),
  ];
  const isMeant = (kind: string, name: string, uri: string): boolean =>
    'uri' in params
      ? params.uri === uri
      : params.cluster === cluster.name && params.kind === kind && params.name === name;
  return all.flatMap(({ kind, uri, own }) => {
    const parts = own.filter(({ name }) => isMeant(kind, name, uri)).map((part) => part.uri);
    return parts.length > 0 ? [{ cluster: cluster.name, uri, parts }] : [];
  });
}

function grouped(pairs: readonly Pair[]): ReadonlyMap<string, readonly Pair[]> {
  const groups = new Map<string, Pair[]>();
  for (const pair of pairs) groups.set(pair.uri, [...(groups.get(pair.uri) ?? []), pair]);
  return groups;
}

async function compare(context: ServerContext, uri: string, pairs: readonly Pair[]): Promise<ComparedFile | undefined> {
  const analysis = await context.analysisOfFile(uri);
  const [first] = pairs;
  if (!analysis || !first) return undefined;
  const parts = new Set(pairs.flatMap((pair) => pair.parts));
  const isAbout = ({ related = [] }: Report): boolean =>
    related.some(({ foreign }) => foreign && parts.has(foreign.uri));
  const reports = context.project.index.reportsOf(uri).get(DRIFT)?.filter(isAbout) ?? [];
  return { uri, cluster: first.cluster, ...runningText(analysis.document, reports) };
}
