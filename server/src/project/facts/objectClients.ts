import type { Call, Options } from '../../model/call';
import type { Entry, Value } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { rootOf } from '../../model/tree';
import { isAtLeast } from '../../model/version';
import type { ReadAs } from './settingsClients';
import type { Meant } from './slim';

/** The libraries whose clients are objects with options of their own. */
export function isObjectClient({ client }: Scope): boolean {
  return client === 'kafkajs' || client === 'confluent' || client === 'platformatic';
}

type OwnerOf = (entry: Entry) => number | undefined;

/** What the options of a client mean in Kafka's own settings. */
export function meantByOptions(scope: Scope, ownerOf: OwnerOf): Meant[] {
  const root = rootOf(scope);
  const entries = root === scope ? scope.entries : [...root.entries, ...scope.entries];
  const meant = (key: string, value: Value | string, entry: Entry, settable = false): Meant => ({
    key,
    value: typeof value === 'string' ? { kind: 'literal', text: value, span: entry.value.span } : value,
    entry,
    scope: ownerOf(entry) ?? -1,
    settable: settable && ownerOf(entry) !== undefined,
  });
  const same = entries.map((entry) => meant(entry.key, entry.value, entry, entry.key !== entry.writtenKey));
  return [...same, ...connectionOf(root, meant), ...clientOf(scope, meant), ...sendsOf(scope, meant)];
}

type Make = (key: string, value: Value | string, entry: Entry, settable?: boolean) => Meant;

const BROKERS = ['brokers', 'kafkaJS.brokers', 'bootstrapBrokers'];

function connectionOf(root: Scope, meant: Make): Meant[] {
  const brokers = firstOf(root, BROKERS);
  const mechanism = firstOf(root, ['sasl.mechanism', 'kafkaJS.sasl.mechanism']);
  const found = brokers ? [meant('bootstrap.servers', brokers.value, brokers, brokers.value.kind === 'literal')] : [];
  if (mechanism?.value.kind === 'literal')
    found.push(meant('sasl.mechanism', mechanism.value.text.toUpperCase(), mechanism));
  const [ssl, sasl] = ['ssl', 'sasl'].map((name) => firstOf(root, [name, `kafkaJS.${name}`]));
  const at = ssl ?? sasl ?? brokers;
  if (at) found.push(meant('security.protocol', protocolOf(root, ssl, sasl, at), at));
  return found;
}

/** Unknown as soon as one of its two halves is. */
function protocolOf(root: Scope, ssl: Entry | undefined, sasl: Entry | undefined, at: Entry): Value {
  const isEncrypted = isGiven(root, ssl);
  const isLogin = isGiven(root, sasl);
  const { span } = at.value;
  if (isEncrypted === undefined || isLogin === undefined) return { kind: 'dynamic', text: '', span };
  const text = `${isLogin ? 'SASL_' : ''}${isEncrypted ? 'SSL' : 'PLAINTEXT'}`;
  return { kind: 'literal', text, span };
}

function isGiven({ completeness }: Scope, entry: Entry | undefined): boolean | undefined {
  if (!entry) return completeness === 'complete' ? false : undefined;
  const { value } = entry;
  if (value.kind === 'dynamic') return value.form === 'object' ? true : undefined;
  if (value.kind !== 'literal' || value.fallback) return undefined;
  return value.text === 'true' ? true : /^(?:false|null|undefined)$/.test(value.text) ? false : undefined;
}

function clientOf(scope: Scope, meant: Make): Meant[] {
  const found: Meant[] = [];
  const uncommitted = firstOf(scope, ['readUncommitted', 'kafkaJS.readUncommitted']);
  if (uncommitted?.value.kind === 'literal') {
    found.push(
      meant('isolation.level', uncommitted.value.text === 'true' ? 'read_uncommitted' : 'read_committed', uncommitted),
    );
  }
  const assigners = firstOf(scope, ['partitionAssigners', 'kafkaJS.partitionAssigners']);
  // Which those are their code says, but none of Kafka's own.
  if (assigners)
    found.push(
      meant('partition.assignment.strategy', { kind: 'dynamic', text: '', span: assigners.value.span }, assigners),
    );
  const partitioner = firstOf(scope, ['createPartitioner']);
  if (partitioner) found.push(meant('partitioner.class', partitionerOf(partitioner), partitioner));
  return found;
}

/** The name that the constant has: `Partitioners.LegacyPartitioner`. */
function partitionerOf({ value }: Entry): Value {
  const name = /(?:^|\.)(LegacyPartitioner|DefaultPartitioner|JavaCompatiblePartitioner)$/.exec(value.text)?.[1];
  return name ? { kind: 'literal', text: name, span: value.span } : { kind: 'dynamic', text: '', span: value.span };
}

const CODECS: readonly string[] = ['none', 'gzip', 'snappy', 'lz4', 'zstd'];

/** What the calls of a producer say that Kafka's own producers are told once; the weakest of them. */
function sendsOf(scope: Scope, meant: Make): Meant[] {
  const sends = callsOf(scope).filter(({ method }) => method === 'send' || method === 'sendBatch');
  const found: Meant[] = [];
  const acks = sends.flatMap(({ options }) => optionOf(options, 'acks') ?? []);
  const weakest =
    acks.find(({ value }) => value.text === '0') ?? acks.find(({ value }) => value.text === '1') ?? acks[0];
  if (weakest) found.push(meant('acks', weakest.value.text === '-1' ? 'all' : weakest.value, weakest));
  const codecs = sends.flatMap(({ options }) => optionOf(options, 'compression') ?? []);
  const [codec] = codecs;
  const name = codec?.value.kind === 'literal' ? CODECS[Number(codec.value.text)] : undefined;
  const isOne = codecs.every(({ value }) => value.kind === 'literal' && value.text === codec?.value.text);
  if (codec && name && isOne && codecs.length === sends.length) found.push(meant('compression.type', name, codec));
  return found;
}

/** KafkaJS's defaults, where Kafka's own do not hold; undefined where they cannot be said in Kafka's terms. */
export function readObjectAs(scope: Scope): ReadAs {
  const { role, client, completeness, release } = scope;
  if (client !== 'kafkajs') return { role, completeness: 'fragment' };
  const sends = callsOf(scope).filter(({ method }) => method === 'send' || method === 'sendBatch');
  const areWhole = sends.length > 0 && sends.every(({ options }) => options.completeness === 'complete');
  const isLegacy = release !== undefined && !isAtLeast(release, '2.0');
  const isWhole = completeness === 'complete' && rootOf(scope).completeness === 'complete';
  const defaults: [string, string | undefined][] = [
    ['acks', areWhole ? 'all' : undefined],
    ['compression.type', areWhole ? 'none' : undefined],
    ['isolation.level', 'read_committed'],
    ['partition.assignment.strategy', 'RoundRobinAssigner'],
    ['partitioner.class', isLegacy ? 'LegacyPartitioner' : 'DefaultPartitioner'],
    ['session.timeout.ms', '30000'],
    ['transaction.timeout.ms', '60000'],
    ['max.request.size', undefined],
    ['fetch.max.bytes', '10485760'],
    ['max.partition.fetch.bytes', '1048576'],
    ['connections.max.idle.ms', undefined],
    ['enable.idempotence', 'false'],
  ];
  return { role, completeness: isWhole ? 'complete' : 'fragment', defaults: new Map(defaults) };
}

export function callsOf({ calls, indirect = [] }: Scope): readonly Call[] {
  return [...calls, ...indirect];
}

export function optionOf(options: Pick<Options, 'entries'>, path: string): Entry | undefined {
  return options.entries.findLast((entry) => entry.writtenKey === path && !entry.overriddenBy);
}

function firstOf(scope: Scope, paths: readonly string[]): Entry | undefined {
  for (const path of paths) {
    const entry = optionOf(scope, path);
    if (entry) return entry;
  }
  return undefined;
}
