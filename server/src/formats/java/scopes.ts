import type { Call } from '../../model/call';
import type { Role, Scope } from '../../model/scope';
import { mapScopes } from '../../model/tree';
import { type Surroundings, settingsScopes } from '../../recognition/settingsScopes';
import { ask, textOf } from '../code/code';
import type { Program } from '../code/idioms';
import { entriesOf, type Settings, settingsOf } from '../code/settings';
import { topicScopes } from '../code/topicScopes';
import { type Node, nodesOf } from '../code/tree';
import { callOf } from './calls';
import { makerOf, typeNameOf } from './clients';
import { instanceOf } from './instances';
import { looseSettings } from './loose';
import { isHandedOn } from './sharing';
import { consumerFacts, listenerScopes, springDefaults } from './spring';
import { topicsIn } from './topics';

interface Draft {
  readonly role: Role;
  /** Its `new` or factory call, or where it is declared. */
  readonly node: Node;
  readonly isMade: boolean;
  /** The class of a client that is used. */
  type?: string;
  readonly calls: Call[];
}

/** Methods that tell how a client is used. */
const TELLING =
  /^(?:send|sendDefault|flush|close|poll|commitSync|commitAsync|subscribe|assign|initTransactions|beginTransaction|commitTransaction|abortTransaction|executeInTransaction|acknowledge)$/;

/** A scope for each client of the code, with the calls that are made on it, and one for all settings that none is seen for. */
export function javaScopes(program: Program, around: Surroundings): Scope[] {
  const drafts = draftsOf(program);
  const scopes: Scope[] = [];
  const seen = new Set<number>();
  for (const draft of drafts.values()) {
    const maker = draft.isMade ? makerOf(draft.node) : undefined;
    const settings = maker ? settingsOf(program, maker.settings) : NOTHING;
    for (const { whole } of settings.given) seen.add(whole.start);
    scopes.push(...scopesOf(program, around, draft, settings));
  }
  const topics = topicsIn(program);
  for (const { whole } of topics.flatMap(({ settings }) => settings.given)) seen.add(whole.start);
  scopes.push(...topicScopes(program, topics, around));
  for (const { role, node, settings } of looseSettings(program, seen)) {
    scopes.push(...scopesOf(program, around, { ...(role && { role }), node, isMade: false, calls: [] }, settings));
  }
  scopes.push(...listenerScopes(program, around));
  return scopes.sort((a, b) => a.span.start - b.span.start);
}

const NOTHING: Settings = { given: [], complete: false };

function draftsOf(program: Program): ReadonlyMap<Node, Draft> {
  const drafts = new Map<Node, Draft>();
  const { root } = program;
  for (const node of [...nodesOf(root, 'ObjectCreationExpression'), ...nodesOf(root, 'MethodInvocation')]) {
    const maker = makerOf(node);
    // What is made of a StreamsConfig has that one's settings.
    const isWrapped = maker && makerOf(maker.settings) !== undefined;
    if (maker && !isWrapped) drafts.set(node, { role: maker.role, node, isMade: true, calls: closings(program, node) });
  }
  for (const node of nodesOf(root, 'MethodInvocation')) {
    const call = node.source.language.callParts(node);
    const { receiver } = call ?? {};
    if (!call || !receiver || !TELLING.test(call.method)) continue;
    const instance = ask(program, () => instanceOf(program, receiver));
    if (!instance) continue;
    const { identity, role, isMade, type } = instance;
    const draft = drafts.get(identity) ?? { role, node: identity, isMade, calls: [] };
    drafts.set(identity, draft);
    draft.type = type;
    // `send(record, callback)`; a template's second argument is a key or a value.
    const hasCallback = call.method === 'send' && call.arguments.length === 2 && isKafkas(type);
    draft.calls.push(callOf(program, node, call.method, call.name, hasCallback));
  }
  return drafts;
}

/** A `try` closes its resources. */
function closings(program: Program, creation: Node): Call[] {
  const name = creation.parent?.type === 'Resource' ? typeNameOf(creation) : undefined;
  return name ? [callOf(program, creation, 'close', name)] : [];
}

type Loose = Omit<Draft, 'role'> & { readonly role?: Role };

function scopesOf(program: Program, around: Surroundings, draft: Loose, settings: Settings): Scope[] {
  const { node, role, isMade, calls } = draft;
  const { entries, complete } = entriesOf(program, settings, (isMade ? makerOf(node)?.settings : undefined) ?? node);
  const defaults = isMade ? springDefaults(node) : undefined;
  const own = role === 'consumer' && isMade ? consumerFacts(program, node, entries) : undefined;
  const scopes = settingsScopes(
    {
      entries,
      span: { start: node.start, end: node.end },
      ...(role && { role }),
      keysTell: 'clear',
      completeness: complete && isMade ? 'complete' : 'fragment',
      ...(defaults && { defaults }),
      ...(own && { spring: own }),
    },
    around,
  );
  const name = node.type === 'ObjectCreationExpression' ? (typeNameOf(node) ?? node) : node;
  const from = packageOf(draft);
  const creation = isMade ? callOf(program, node, textOf(name), name) : undefined;
  const shared = creation && isHandedOn(program, node);
  return mapScopes(scopes, ({ parent }) =>
    parent
      ? {}
      : {
          calls,
          ...(creation && { creation }),
          ...(shared && { shared }),
          ...(from !== undefined && { package: from }),
        },
  );
}

/** Kafka's own clients give every error to whoever asks; what wraps them has ways of its own. */
function packageOf({ type }: Loose): string | undefined {
  return type !== undefined && isKafkas(type) ? 'org.apache.kafka.clients' : undefined;
}

function isKafkas(type: string): boolean {
  return /^(?:Kafka)?(?:Producer|Consumer)$/.test(type);
}
