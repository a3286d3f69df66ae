import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { addOrSet, removeEntry, setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { inEnvironment } from '../support/severity';
import { bothWays, type Flow, flowsOf, settingOf } from './support/flows';

/** Topics that MirrorMaker makes: the mirrored ones, and its own. */
const FACTORS = [
  'replication.factor',
  'checkpoints.topic.replication.factor',
  'heartbeats.topic.replication.factor',
  'offset-syncs.topic.replication.factor',
  'config.storage.replication.factor',
  'offset.storage.replication.factor',
  'status.storage.replication.factor',
];
const SYNC = 'sync.group.offsets.enabled';
const CHECKPOINTS = 'emit.checkpoints.enabled';

export const rule: ScopeRule = {
  id: 'mm2/replication-safety',
  summary: 'Mirrored topics have one copy, run in circles, or cannot be failed over to',
  severity: 'information',
  roles: ['mirror-maker'],
  sources: [
    'MirrorSourceConfig.REPLICATION_FACTOR_DOC',
    'MirrorSourceConnector.isCycle',
    'DefaultReplicationPolicy.formatRemoteTopic, topicSource',
    'MirrorCheckpointConfig.SYNC_GROUP_OFFSETS_ENABLED_DOC',
  ],
  *check(reader: Reader): Iterable<Report> {
    const copies = singleCopies(reader);
    if (copies) yield copies;
    const nameless = emptySeparator(reader);
    if (nameless) yield nameless;
    const unchecked = syncWithoutCheckpoints(reader);
    if (unchecked) yield unchecked;
    const pair = bothWays(flowsOf(reader.scope));
    if (!pair) return;
    const circle = circleOf(reader.scope, pair);
    if (circle) yield circle;
    const offsets = unsyncedOffsets(reader, pair);
    if (offsets) yield offsets;
  },
};

/** One finding for all of them, since samples set them together. */
function singleCopies(reader: Reader): Report | undefined {
  const single = FACTORS.flatMap((key) => {
    const factor = reader.setNumber(key);
    return factor?.value === 1 ? [factor.entry] : [];
  });
  const [first, ...others] = single;
  if (!first) return undefined;
  const what = first.key === 'replication.factor' ? 'Mirrored topics' : "MirrorMaker's own topics";
  const message = `${what} get one copy: the loss of a broker in the target cluster loses them. Three are usual; the default of replication.factor is 2.`;
  const title = single.length === 1 ? `Set ${first.writtenKey} to 3` : `Set ${single.length} replication factors to 3`;
  const fix = { title, safe: false, edits: single.map((entry) => ({ kind: 'set' as const, entry, value: '3' })) };
  const related = others.map(({ span, writtenKey }) => ({ span, message: `${writtenKey} is 1 too.` }));
  const severity = inEnvironment(reader, isTargetLarge(reader.scope) ? 'warning' : 'information');
  return { span: first.span, message, severity, fixes: [fix], related };
}

/** A flow leads to a cluster of which at least three brokers are listed. */
function isTargetLarge(scope: Scope): boolean {
  const targets = new Set(flowsOf(scope).map(({ target }) => target));
  const clients = scope.parts.filter(({ part }) => part?.kind === 'client' && targets.has(part.cluster ?? ''));
  const servers = clients.flatMap(({ entries }) =>
    entries.filter(({ key, overriddenBy }) => key === 'bootstrap.servers' && !overriddenBy),
  );
  return servers.some(({ value }) => value.kind === 'literal' && new Set(value.text.split(',')).size >= 3);
}

/** People set it, with empty aliases, to keep the names of topics; the aliases are MirrorMaker's own all the same. */
function emptySeparator(reader: Reader): Report | undefined {
  const separator = reader.entry('replication.policy.separator');
  const isEmpty = separator?.value.kind !== 'dynamic' && separator?.value.text.trim() === '';
  if (!separator || !isEmpty || reader.has('replication.policy.class')) return undefined;
  const source = flowsOf(reader.scope)[0]?.source ?? 'primary';
  const message = `An empty replication.policy.separator makes topics such as ${source}orders, and MirrorMaker takes the first letter of any topic for its cluster.`;
  const identity = addOrSet(
    reader,
    'replication.policy.class',
    'org.apache.kafka.connect.mirror.IdentityReplicationPolicy',
  );
  return { span: separator.span, message, severity: 'warning', fixes: [removeEntry(separator), identity] };
}

/** What a checkpoint does not say cannot be synced: MirrorCheckpointTask has it from there alone. */
function syncWithoutCheckpoints({ scope }: Reader): Report | undefined {
  for (const flow of flowsOf(scope)) {
    const sync = settingOf(scope, flow, SYNC);
    const checkpoints = settingOf(scope, flow, CHECKPOINTS);
    if (!isWritten(sync, 'true') || !isWritten(checkpoints, 'false') || !checkpoints) continue;
    const message = `${checkpoints.writtenKey}=false stops ${SYNC} too: offsets are synced from checkpoints, so none ever is.`;
    return { span: checkpoints.span, message, severity: 'warning', fixes: [setEntry(checkpoints, 'true')] };
  }
  return undefined;
}

const isWritten = (entry: Entry | undefined, value: string): boolean =>
  entry?.value.kind === 'literal' && entry.value.text.trim().toLowerCase() === value;

/** With unchanged names nothing shows that a record has come from the other side. */
function circleOf(scope: Scope, pair: readonly [Flow, Flow]): Report | undefined {
  const policies = pair.map((flow) => settingOf(scope, flow, 'replication.policy.class'));
  const [policy] = policies;
  if (!policy || !policies.every((entry) => entry?.value.text.trim().endsWith('.IdentityReplicationPolicy'))) return;
  const [there = '.*', back = '.*'] = pair.map((flow) => settingOf(scope, flow, 'topics')?.value.text.trim());
  if (there !== back && there !== '.*' && back !== '.*') return undefined;
  const { source, target } = pair[0];
  const message = `IdentityReplicationPolicy keeps the names of topics, so MirrorMaker cannot tell that a record has come from the other side: between ${source} and ${target} records run in circles.`;
  return { span: policy.span, message, severity: 'warning' };
}

function unsyncedOffsets(reader: Reader, pair: readonly [Flow, Flow]): Report | undefined {
  const settings = pair.map((flow) => settingOf(reader.scope, flow, SYNC));
  const isOff = settings.every((entry) => entry === undefined || entry.value.text.trim().toLowerCase() === 'false');
  if (!isOff) return undefined;
  const [entry] = settings;
  const message = `Records are mirrored both ways, but ${SYNC} is ${entry ? 'false' : 'not set and false by default'}: after a fail-over, consumers do not find where they were.`;
  const fixes = [entry ? setEntry(entry, 'true') : addSync(reader, pair[1])];
  return { span: entry?.span ?? pair[0].entry.span, message, severity: 'hint', fixes };
}

/** Behind the flows, rather than behind the last setting that belongs to no cluster. */
function addSync({ scope }: Reader, { entry }: Flow): Fix {
  const edits = [{ kind: 'add' as const, scope, key: SYNC, value: 'true', after: entry }];
  return { title: `Add ${SYNC}=true`, safe: false, edits };
}
