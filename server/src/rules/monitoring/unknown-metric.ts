import { knownMetrics, stemOf } from '../../catalogue/metrics/knownMetrics';
import type { PlacedReport, WorkspaceFacts } from '../../model/project';
import type { WorkspaceRule } from '../rule';
import { brokerExporters } from './support/exported';
import { isKafkaMetric, lettersOf } from './support/names';
import { queriesOf, recordedBy, type SitedQuery } from './support/queries';

export const rule: WorkspaceRule = {
  id: 'monitoring/unknown-metric',
  summary: 'A query asks for a metric under a name that its exporter does not give',
  severity: 'warning',
  sources: [
    'Metrics of brokers of 3.9 and 4.3, as the JMX exporter gives them',
    'kafka_exporter, Micrometer, OpenTelemetry',
  ],
  *checkWorkspace(workspace: WorkspaceFacts): Iterable<PlacedReport> {
    const recorded = recordedBy(workspace);
    const names = namesOf(workspace);
    for (const { metric, metricSpan } of queriesOf(workspace).flatMap(
      ({ selectors }): SitedQuery['selectors'] => selectors,
    )) {
      if (!isKafkaMetric(metric) || recorded.has(metric)) continue;
      const right = names.rightFor(metric);
      if (right === undefined) continue;
      yield {
        at: metricSpan,
        message: `${metric} is not a metric of ${names.source}; ${right} is: what asks for it stays empty.`,
        ...(names.isGuess && { severity: 'information' as const }),
        texts: [{ title: `Rename it to ${right}`, safe: true, edits: [{ at: metricSpan, newText: right }] }],
      };
    }
  },
};

interface Names {
  readonly source: string;
  /** Another exporter, whose file is not here, may give other names. */
  readonly isGuess?: true;
  /** The name by which the metric is given; undefined where this one is right, or nobody knows. */
  rightFor(metric: string): string | undefined;
}

/** Those of the configurations in the workspace, else those of every known one. */
function namesOf(workspace: WorkspaceFacts): Names {
  const exporters = brokerExporters(workspace);
  const all = [...knownMetrics()];
  if (exporters.length === 0) {
    const seen = new Map(all.map(([stem, { name }]) => [stem, name]));
    return { ...namesAmong('any known exporter', seen), isGuess: true };
  }
  // What cannot be read may give any name.
  if (exporters.some(({ exported }) => !exported)) return { source: '', rightFor: () => undefined };
  const own = new Map(exporters.flatMap(({ exported }) => [...(exported?.stems ?? [])]));
  const beside = all.filter(([stem, { sources }]) => own.has(stem) || sources.some((source) => BESIDE.has(source)));
  return namesAmong("the workspace's JMX exporter", own, new Set(beside.map(([stem]) => stem)));
}

/** What others than the brokers' exporter give. */
const BESIDE: ReadonlySet<string> = new Set(['kafka_exporter', 'Micrometer', 'OpenTelemetry']);

function namesAmong(source: string, own: ReadonlyMap<string, string>, beside?: ReadonlySet<string>): Names {
  const byLetters = new Map<string, string>();
  for (const [stem, name] of own) {
    const letters = coreOf(stem);
    if (!byLetters.has(letters)) byLetters.set(letters, name);
  }
  return {
    source,
    rightFor(metric) {
      const stem = stemOf(metric);
      if (own.has(stem) || beside?.has(stem) || isSuffixed(metric, own)) return undefined;
      const found = byLetters.get(coreOf(stem));
      return found;
    },
  };
}

/** What a histogram or a summary has beside its name. */
function isSuffixed(metric: string, own: ReadonlyMap<string, string>): boolean {
  return own.has(metric.replace(/_(?:bucket|sum|count|created)$/, ''));
}

/** The letters without what exporters add for the kind of number. */
function coreOf(stem: string): string {
  return lettersOf(stem.replace(/_?percent$/, 'percent'));
}
