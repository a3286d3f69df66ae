import { lookup } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import { suggest } from '../../catalogue/suggest';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

/** What MirrorMaker reads of a cluster, or hands to its worker as it stands. */
const OF_CLUSTERS = /^(?:replication\.policy\.|forwarding\.admin\.class$|client\.id$)/;
const CLIENTS = ['producer', 'consumer'] as const;
const SHORTEST = 8;

export const rule: ScopeRule = {
  id: 'mm2/ignored-cluster-key',
  summary: "A setting behind a cluster's name, where MirrorMaker does not look for it",
  severity: 'warning',
  roles: ['mirror-maker'],
  sources: [
    'MirrorMakerConfig.connectorBaseConfig, workerConfig',
    'MirrorConnectorConfig.sourceConsumerConfig, targetAdminConfig',
  ],
  *check(reader: Reader): Iterable<Report> {
    for (const entry of reader.scope.others) {
      const [, cluster = '', key = ''] = /^([^.]+\.)([a-z][\w.-]*)$/i.exec(entry.key) ?? [];
      const report = key === '' || entry.overriddenBy ? undefined : ofCluster(reader, entry, cluster, key);
      if (report) yield report;
    }
  },
};

function ofCluster(reader: Reader, entry: Entry, cluster: string, key: string): Report | undefined {
  if (lookup('connect-distributed', key) || OF_CLUSTERS.test(key)) return undefined;
  if (lookup('mirror-maker', key)) {
    const message = `${entry.writtenKey} is ignored: MirrorMaker reads ${key} without a cluster, or for a flow (source->target.${key}).`;
    return { span: entry.keySpan, message, fixes: [...renamed(reader, entry, key), removeEntry(entry)] };
  }
  const clients = CLIENTS.filter((client) => lookup(client, key));
  if (clients.length > 0) {
    const names = clients.map((client) => `${cluster}${client}.${key}`);
    const message = `${entry.writtenKey} does not reach the clients that mirror: they take ${names.join(' or ')}.`;
    return {
      span: entry.keySpan,
      message,
      fixes: [...names.flatMap((name) => renamed(reader, entry, name)), removeEntry(entry)],
    };
  }
  if (lookup('broker', key)) {
    const message = `${entry.writtenKey} is ignored: ${key} is a broker setting, and nothing in MirrorMaker reads it.`;
    return { span: entry.keySpan, message, fixes: [removeEntry(entry)] };
  }
  const meant = key.length < SHORTEST ? undefined : suggest('connect-distributed', key, reader.version);
  if (meant === undefined) return undefined;
  const message = `Unknown setting ${entry.writtenKey}; MirrorMaker ignores it. Did you mean ${cluster}${meant}?`;
  return { span: entry.keySpan, message, fixes: [...renamed(reader, entry, cluster + meant), removeEntry(entry)] };
}

/** Not where the key is set already. */
function renamed({ scope }: Reader, entry: Entry, key: string): readonly Fix[] {
  const isSet = [scope, ...scope.parts].some(({ entries, others }) =>
    [...entries, ...others].some(({ writtenKey }) => writtenKey === key),
  );
  if (isSet) return [];
  return [
    { title: `Rename ${entry.writtenKey} to ${key}`, safe: false, edits: [{ kind: 'rename', entry, scope, key }] },
  ];
}
