import type { Explicit, Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { processEntries } from '../../model/tree';
import { addOrSet } from '../fixes';
import type { ScopeRule } from '../rule';

const SERVERS = 'bootstrap.servers';
const HEARTBEATS = 'emit.heartbeats.enabled';
/** A setting that may switch one flow on. */
const FLOW = /^(.+?)->(.+?)\.(?:emit\.heartbeats\.)?enabled$/;

export const rule: ScopeRule = {
  id: 'mm2/no-flow',
  summary: 'MirrorMaker has nothing to replicate, or does not know where a cluster is',
  severity: 'error',
  roles: ['mirror-maker'],
  sources: ['MirrorMakerConfig.clusterPairs', 'MirrorMakerConfig.clusterProps', 'MirrorMaker (constructor)'],
  *check(reader: Reader): Iterable<Report> {
    const clusters = reader.setList('clusters');
    if (!clusters) return;
    const settings = byWholeKey(reader.scope);
    const { span } = clusters.entry;
    const connected = clustersInFlows([...new Set(clusters.value)], settings);
    if (connected.length === 0) {
      const message =
        clusters.value.length < 2
          ? 'MirrorMaker replicates between clusters, and clusters names fewer than two: "No source->target replication flows", and it does not start.'
          : `No flow is enabled, and ${HEARTBEATS} is false: "No source->target replication flows", and MirrorMaker does not start.`;
      yield { span, message };
      return;
    }
    const idle = nothingMirrored(reader, clusters, settings);
    if (idle) yield idle;
    if (settings.has(SERVERS)) return;
    const lost = connected.find((cluster) => isEmpty(settings.get(`${cluster}.${SERVERS}`)));
    if (lost === undefined) return;
    const key = `${lost}.${SERVERS}`;
    const message = `${key} is missing, so that MirrorMaker has no address of the cluster ${lost} and does not start.`;
    yield { span, message, fixes: settings.has(key) ? [] : [addOrSet(reader, key, 'localhost:9092')] };
  },
};

/** What is set for the process, for a cluster or for a flow, by the keys that a file in Java's form has. */
function byWholeKey(scope: Scope): ReadonlyMap<string, Entry> {
  const found = new Map<string, Entry>();
  const add = (entries: readonly Entry[], prefix = ''): void => {
    for (const entry of entries) if (!entry.overriddenBy) found.set(prefix + entry.key, entry);
  };
  add(processEntries(scope));
  for (const { part, entries } of scope.parts) {
    if (part?.kind === 'client') add(entries, `${part.cluster}.`);
    if (part?.kind === 'flow') add(entries, `${part.source}->${part.cluster}.`);
  }
  return found;
}

/** Without a flow that is switched on, heartbeats are all that MirrorMaker replicates. */
function nothingMirrored(
  reader: Reader,
  { entry, value }: Explicit<readonly string[]>,
  settings: ReadonlyMap<string, Entry>,
): Report | undefined {
  if (reader.scope.completeness === 'fragment' || entry.value.kind === 'dynamic') return undefined;
  const [one = '', other = ''] = value;
  for (const [key, setting] of settings) {
    const isSwitch = key === 'enabled' || /->[^.]+\.enabled$/.test(key);
    if (isSwitch && (setting.value.kind === 'dynamic' || setting.value.text.trim().toLowerCase() === 'true')) return;
  }
  const message = `No flow is enabled, as ${one}->${other}.enabled=true would: MirrorMaker replicates its heartbeats and no topic.`;
  return { span: entry.span, message, severity: 'warning' };
}

/** By default there is a flow between any two clusters, for heartbeats at least. */
function clustersInFlows(clusters: readonly string[], settings: ReadonlyMap<string, Entry>): readonly string[] {
  const isOn = (key: string, usual: boolean): boolean => {
    const value = settings.get(key)?.value;
    return value ? value.kind === 'dynamic' || value.text.trim().toLowerCase() === 'true' : usual;
  };
  const heartbeats = isOn(HEARTBEATS, true);
  const exists = (source: string, target: string): boolean => {
    const flow = `${source}->${target}`;
    return source !== target && (isOn(`${flow}.enabled`, false) || isOn(`${flow}.${HEARTBEATS}`, heartbeats));
  };
  // With heartbeats nearly any other cluster will do; without them only those that a setting names beside it.
  const partners = heartbeats ? undefined : namedTogether(settings);
  const all = new Set(clusters);
  return clusters.filter((one) => {
    const others = partners ? (partners.get(one) ?? []) : clusters;
    return others.some((other) => all.has(other) && (exists(one, other) || exists(other, one)));
  });
}

/** The clusters that settings of flows name together, each with its others. */
function namedTogether(settings: ReadonlyMap<string, Entry>): ReadonlyMap<string, readonly string[]> {
  const partners = new Map<string, string[]>();
  for (const key of settings.keys()) {
    const [, source, target] = FLOW.exec(key) ?? [];
    if (source === undefined || target === undefined) continue;
    partners.set(source, [...(partners.get(source) ?? []), target]);
    partners.set(target, [...(partners.get(target) ?? []), source]);
  }
  return partners;
}

function isEmpty(entry: Entry | undefined): boolean {
  return entry === undefined || (entry.value.kind !== 'dynamic' && entry.value.text.trim() === '');
}
