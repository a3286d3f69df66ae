import { lookup } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import { isDropped } from '../../catalogue/streamsClients';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { PartKind } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { removeEntry } from '../fixes';
import type { ScopeRule } from '../rule';

const NO_GROUP = 'that consumer is in no group';

/** What Streams does in the setting's stead, and the value with which that is the same. */
const INSTEAD: Readonly<Record<string, readonly [reason: string, same?: string]>> = tableOf({
  'group.id': ['the group is the application.id'],
  'group.instance.id': [NO_GROUP],
  'auto.offset.reset': [NO_GROUP],
  'partition.assignment.strategy': ['Streams deals out tasks with an assignor of its own'],
  'allow.auto.create.topics': ['Streams sets it to false', 'false'],
  'enable.auto.commit': ['Streams commits automatically, after commit.interval.ms', 'false'],
  'group.protocol': ['Streams sets it to classic', 'classic'],
  'isolation.level': ['with exactly-once Streams reads committed records alone', 'read_committed'],
  'enable.idempotence': ['with exactly-once Streams sets it to true', 'true'],
  'transactional.id': ['with exactly-once Streams names the transactions'],
});

export const rule: ScopeRule = {
  id: 'streams/replaced-setting',
  summary: 'A setting of a client that Streams replaces by its own',
  severity: 'warning',
  roles: ['streams'],
  sources: [
    'StreamsConfig.getMainConsumerConfigs, getRestoreConsumerConfigs, getGlobalConsumerConfigs, getProducerConfigs',
    'StreamsConfig.checkIfUnexpectedUserSpecifiedClientConfig',
  ],
  *check(reader: Reader): Iterable<Report> {
    const { entries, parts } = reader.scope;
    for (const entry of entries) if (!isOfStreams(reader, entry)) yield* judge(reader, entry, 'process');
    for (const { part, entries: own } of parts)
      for (const entry of own) yield* judge(reader, entry, part?.kind ?? 'topic');
  },
};

/** Streams has some settings under a client's name. */
function isOfStreams({ version }: Reader, { key }: Entry): boolean {
  return lookup('streams', key)?.at(version) !== undefined;
}

function* judge({ scope, setString }: Reader, entry: Entry, place: PartKind | 'process'): Iterable<Report> {
  const [reason, same] = INSTEAD[entry.key] ?? [];
  if (reason === undefined || entry.overriddenBy || entry.value.kind !== 'literal') return;
  const text = entry.value.text.trim().toLowerCase();
  if (text === same || (entry.key === 'group.id' && text === setString('application.id')?.value.toLowerCase())) return;
  if (!isDropped(scope, place, entry.key)) return;
  const isLone = place === 'restore-consumer' || place === 'global-consumer';
  const why = isLone && entry.key === 'group.id' ? NO_GROUP : reason;
  const message = `${entry.writtenKey} has no effect: ${why}.`;
  yield { span: entry.span, message, fixes: [removeEntry(entry, 'it has no effect')], tags: ['unnecessary'] };
}
