import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { flowsOf } from './support/flows';

/** Connect's word for what a connector sets for its own clients. */
const OVERRIDE = 'override.';

export const rule: ScopeRule = {
  id: 'mm2/ignored-client-key',
  summary: 'A setting for clients names no cluster, so that MirrorMaker drops it',
  severity: 'warning',
  roles: ['producer', 'consumer', 'admin'],
  sources: ['MirrorMakerConfig.connectorBaseConfig (retainAll)', 'MirrorMakerConfig.clusterProps'],
  *check({ scope }: Reader): Iterable<Report> {
    const outer = scope.parent;
    if (outer?.role !== 'mirror-maker' || !scope.part || scope.part.cluster !== undefined) return;
    const flows = flowsOf(outer);
    const [flow] = flows;
    const cluster = flow && (scope.role === 'consumer' ? flow.source : flow.target);
    for (const entry of scope.entries) {
      if (entry.overriddenBy) continue;
      const own = entry.key.startsWith(OVERRIDE) ? entry.key.slice(OVERRIDE.length) : entry.key;
      const key = `${scope.role}.${own}`;
      const message = `${entry.writtenKey} is dropped: MirrorMaker hands clients only what names a cluster, as in ${cluster ?? '<cluster>'}.${key}.`;
      const fixes = cluster !== undefined && flows.length === 1 ? [renamed(outer, entry, `${cluster}.${key}`)] : [];
      yield { span: entry.keySpan, message, fixes };
    }
  },
};

function renamed(scope: Scope, entry: Entry, key: string): Fix {
  return { title: `Rename ${entry.writtenKey} to ${key}`, safe: false, edits: [{ kind: 'rename', entry, scope, key }] };
}
