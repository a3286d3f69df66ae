import { hasCatalogue } from '../../catalogue/clients/data';
import { libraryDefaults } from '../../catalogue/clients/defaults';
import type { Call } from '../../model/call';
import type { ClientLibrary, Scope } from '../../model/scope';
import type { KafkaVersion } from '../../model/version';
import { spanOf } from '../code/clientCalls';
import { ask } from '../code/code';
import type { Program } from '../code/idioms';
import { ancestor, type Node, nodesOf } from '../code/tree';
import { callOf, methodCalls } from './calls';
import { type Instance, instanceOf, madeBy } from './instances';
import { layoutOf } from './layout';
import { creationOptions } from './options';
import { isHandedOn } from './sharing';
import { pythonValue, writtenName } from './written';

/** What a file says about all its clients. */
export interface FileFacts extends Pick<Scope, 'target' | 'environment'> {
  releaseOf(library: ClientLibrary, from: string): KafkaVersion | undefined;
}

interface Draft {
  readonly instance: Instance;
  readonly calls: Call[];
}

/** One scope for each client that the file makes or is handed. */
export function clientScopes(program: Program, facts: FileFacts): Scope[] {
  const drafts = new Map<Node, Draft>();
  const draftFor = (instance: Instance): Draft => {
    const known = drafts.get(instance.identity) ?? { instance, calls: [] };
    drafts.set(instance.identity, known);
    return known;
  };
  for (const call of nodesOf(program.root, 'CallExpression')) {
    const made = madeBy(program, call);
    if (made) draftFor(made).calls.push(...closings(program, call));
  }
  for (const { node, parts } of methodCalls(program.root)) {
    const instance =
      parts.receiver && METHODS.has(parts.method) && ask(program, () => instanceOf(program, parts.receiver ?? node));
    if (instance) draftFor(instance).calls.push(callOf(program, node, parts));
  }
  return [...drafts.values()]
    .map((draft) => scopeOf(program, draft, facts))
    .sort((a, b) => a.span.start - b.span.start);
}

/** Names that many other objects have too are looked into only where a client may be meant. */
const METHODS: ReadonlySet<string> = new Set([
  ...['produce', 'send', 'send_and_wait', 'send_batch', 'flush', 'poll', 'consume', 'commit', 'store_offsets', 'close'],
  ...[
    'stop',
    'start',
    'subscribe',
    'assign',
    'seek',
    'getone',
    'getmany',
    'bootstrap_connected',
    'list_topics',
    'purge',
  ],
  ...[
    'init_transactions',
    'begin_transaction',
    'commit_transaction',
    'abort_transaction',
    'transaction',
    'create_topics',
  ],
]);

/** A `with` statement closes what it is given. */
function closings(program: Program, creation: Node): Call[] {
  const statement = ancestor(creation, ({ type }) => /Statement$/.test(type));
  const isResource = statement?.type === 'WithStatement' && statement.children.includes(creation);
  const [callee] = creation.children;
  if (!isResource || !callee) return [];
  const parts = { callee, name: callee, method: 'close', arguments: [] };
  return [{ ...callOf(program, creation, parts), span: spanOf(creation) }];
}

function scopeOf(program: Program, { instance, calls }: Draft, facts: FileFacts): Scope {
  const { library, role, creation, identity, name } = instance;
  const options = creationOptions(program, instance);
  const release = facts.releaseOf(library, instance.package);
  const parts = creation?.source.language.callParts(creation);
  const made = creation && parts && options && { ...callOf(program, creation, parts), options, method: name };
  const shared = isHandedOn(program, identity);
  const { quote } = layoutOf(program.root.source.text);
  return {
    role,
    client: library,
    target: facts.target,
    environment: facts.environment,
    span: options?.span ?? spanOf(identity),
    entries: options?.entries ?? [],
    others: [],
    calls,
    parts: [],
    written: (key) => writtenName(library, role, key),
    writtenValue: (key, value) => pythonValue(program.root.source.text, library, role, key, value),
    fromEnvironment: (variable) => `os.environ[${quote}${variable}${quote}]`,
    completeness: options?.completeness ?? 'fragment',
    package: instance.package,
    ...(release && { release }),
    ...(made && { creation: made }),
    ...(shared && { shared }),
    ...(hasCatalogue(library) && { defaults: libraryDefaults(library, role, release) }),
  };
}
