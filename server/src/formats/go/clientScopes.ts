import { hasCatalogue } from '../../catalogue/clients/data';
import { libraryDefaults } from '../../catalogue/clients/defaults';
import type { Call, Options } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import type { KafkaVersion } from '../../model/version';
import { spanOf } from '../code/clientCalls';
import { ask } from '../code/code';
import type { Program } from '../code/idioms';
import { bare, type Node, nodesOf } from '../code/tree';
import { callOf, methodCalls } from './calls';
import { type ClientRole, madeBy } from './clients';
import { type Instance, instanceOf } from './instances';
import { creationOptions } from './options';
import { isOfRole, rolesOf } from './roles';
import { isHandedOn } from './sharing';
import { goName, writtenInGo } from './written';

/** What a file says about all its clients. */
export interface FileFacts extends Pick<Scope, 'target' | 'environment'> {
  releaseOf(from: string): KafkaVersion | undefined;
}

interface Draft {
  readonly instance: Instance;
  readonly calls: Call[];
}

/** One scope for each client that the file makes or is handed, and for each thing that it does. */
export function clientScopes(program: Program, facts: FileFacts): Scope[] {
  const drafts = new Map<Node, Draft>();
  const draftFor = (instance: Instance): Draft => {
    const known = drafts.get(instance.identity) ?? { instance, calls: [] };
    drafts.set(instance.identity, known);
    return known;
  };
  for (const type of ['CallExpr', 'TypedLiteral']) {
    for (const node of nodesOf(program.root, type)) {
      const made = madeBy(node);
      if (made) draftFor({ ...made, made, identity: node });
    }
  }
  for (const { node, parts, receiver } of methodCalls(program.root)) {
    const instance = METHODS.has(parts.method) ? ask(program, () => instanceOf(program, receiver)) : undefined;
    if (instance) draftFor(instance).calls.push(callOf(program, node, parts));
  }
  const scopes = [...drafts.values()].flatMap((draft) => scopesOf(program, draft, facts));
  return scopes.sort((a, b) => a.span.start - b.span.start);
}

/** Names that many other objects have too are looked into only where a client may be meant. */
const METHODS: ReadonlySet<string> = new Set([
  ...[
    'Produce',
    'ProduceChannel',
    'ProduceSync',
    'TryProduce',
    'WriteMessages',
    'SendMessage',
    'SendMessages',
    'Input',
  ],
  ...[
    'Flush',
    'Close',
    'AsyncClose',
    'Events',
    'Errors',
    'Successes',
    'Poll',
    'ReadMessage',
    'FetchMessage',
    'Consume',
  ],
  ...[
    'ReadLag',
    'CommitMessages',
    'CommitMessage',
    'Commit',
    'CommitOffsets',
    'CommitRecords',
    'CommitUncommittedOffsets',
  ],
  ...['MarkMessage', 'MarkOffset', 'MarkCommitRecords', 'StoreOffsets', 'StoreMessage', 'PollFetches', 'PollRecords'],
  ...[
    'Subscribe',
    'SubscribeTopics',
    'Len',
    'InitTransactions',
    'BeginTransaction',
    'CommitMarkedOffsets',
    'SetOffset',
  ],
]);

function scopesOf(program: Program, { instance, calls }: Draft, facts: FileFacts): Scope[] {
  const { made, identity, library } = instance;
  const options = made && creationOptions(program, identity, made);
  const roles = library === 'franz-go' ? rolesOf(options, calls) : [instance.role];
  return roles.map((role) =>
    scopeOf(program, instance, { role, options, calls: callsOf(library, role, calls), facts }),
  );
}

/** Of a client that does both, the calls of each. */
function callsOf(library: Scope['client'], role: ClientRole, calls: readonly Call[]): readonly Call[] {
  return library === 'franz-go' ? calls.filter(({ method }) => isOfRole(method, role)) : calls;
}

interface Facts {
  readonly role: ClientRole;
  readonly options: Options | undefined;
  readonly calls: readonly Call[];
  readonly facts: FileFacts;
}

function scopeOf(program: Program, instance: Instance, { role, options, calls, facts }: Facts): Scope {
  const { library, identity, made, alias } = instance;
  const release = facts.releaseOf(instance.package);
  const takes = made?.takes ?? role;
  const written = { library, takes, alias };
  const isShared = isHandedOn(program, identity);
  return {
    role,
    client: library,
    target: facts.target,
    environment: facts.environment,
    span: options?.span ?? spanOf(identity),
    entries: (options?.entries ?? []).filter((entry) => isForRole(library, role, entry)),
    others: [],
    calls,
    parts: [],
    written: (key) => goName(written, key),
    writtenValue: (key, value) => writtenInGo(written, key, value),
    fromEnvironment: (variable) => `os.Getenv("${variable}")`,
    completeness: options?.completeness ?? 'fragment',
    package: instance.package,
    ...(release && { release }),
    ...(made && options && { creation: creationOf(program, instance, options) }),
    ...(isShared && { shared: isShared }),
    ...(hasCatalogue(library) && made && { defaults: libraryDefaults(library, takes, release) }),
  };
}

/** A literal counts as a call of its type. */
function creationOf(program: Program, { identity, name }: Instance, options: Options): Call {
  const node = bare(identity);
  const callee = node.children[0] ?? node;
  const parts = node.source.language.callParts(node) ?? { callee, name: callee, method: name, arguments: [] };
  return { ...callOf(program, node, { ...parts, method: name }), options };
}

/** sarama has one configuration for everything. */
function isForRole(library: Scope['client'], role: ClientRole, { writtenKey }: Entry): boolean {
  if (library === 'franz-go') return isOfRole(writtenKey, role);
  if (library !== 'sarama' || role === 'client') return true;
  return !writtenKey.startsWith(role === 'producer' ? 'Consumer.' : 'Producer.');
}
