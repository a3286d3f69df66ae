import { librdkafkaKey } from '../../catalogue/clients/librdkafka';
import type { Call } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Role, Scope } from '../../model/scope';
import { ask, type Code, isHere } from '../code/code';
import { enclosingFunction } from '../code/functions';
import type { Node } from '../code/tree';
import { callOf, methodCall } from './calls';
import { callsOf, guessInstance } from './guess';
import { isHandedOn, isReturnedOnly, isShortLived } from './handedOn';
import { helperOf } from './helpers';
import { indirectCalls } from './indirect';
import { type Instance, type InstanceKind, instanceOf } from './instances';
import { wrappedRuns } from './wrapped';

/** What all scopes of a file have in common. */
export type FileFacts = Pick<Scope, 'target' | 'environment' | 'release'>;

const ROLES: Readonly<Record<InstanceKind, Role>> = {
  kafka: 'client',
  producer: 'producer',
  consumer: 'consumer',
  admin: 'admin',
};

interface Draft {
  readonly instance: Instance;
  /** The first place where it is seen. */
  readonly node: Node;
  readonly calls: Call[];
  readonly indirect: Call[];
  readonly shortLived: Call[];
}

/** A scope for each client object of the code, with the calls that are made on it. */
export function clientScopes(code: Code, facts: FileFacts): Scope[] {
  const drafts = new Map<Node | string, Draft>();
  const draftOf = (instance: Instance, at: Node): Draft => {
    const id = instance.creation ?? instance.identity;
    const draft = drafts.get(id) ?? {
      instance,
      node: instance.creation && isHere(code, instance.creation) ? instance.creation : at,
      calls: [],
      indirect: [],
      shortLived: [],
    };
    drafts.set(id, draft);
    return draft;
  };
  for (const node of callsOf(code.root)) {
    const made = ask(code, () => instanceOf(code, node));
    if (made && isMadeEachTime(code, node, made))
      draftOf(made, node).shortLived.push(callOf(code, node, made.library, made.kind));
    if (made?.creation === node) draftOf(made, node);
    if (made?.creation === node) continue;
    if (node.type === 'CallExpression') {
      const through = [...indirectCalls(code, node), ...wrappedRuns(code, node)];
      for (const { instance, call } of through) draftOf(instance, node).indirect.push(call);
    }
    const called = methodCall(node);
    if (!called) continue;
    const { receiver, method } = called;
    // Of what an async function gives, and not of the client that it gives in the end.
    if (PROMISED.has(method)) continue;
    const instance = ask(code, () => instanceOf(code, receiver) ?? guessInstance(code, node, receiver, method));
    if (instance) draftOf(instance, node).calls.push(callOf(code, node, instance.library, method));
  }
  return scopesOf(code, [...drafts.values()], facts);
}

const PROMISED: ReadonlySet<string> = new Set(['then', 'catch', 'finally']);

/** The call makes a client, or is of a function that makes a new one whenever it is called. */
function isMadeEachTime(code: Code, node: Node, { creation }: Instance): boolean {
  if (!creation || !isShortLived(node)) return false;
  const [callee] = node.children;
  if (creation === node || !callee || node.type !== 'CallExpression') return creation === node;
  const maker = helperOf(code, callee);
  return maker !== undefined && enclosingFunction(creation) === maker && isReturnedOnly(creation);
}

function scopesOf(code: Code, drafts: readonly Draft[], facts: FileFacts): Scope[] {
  const scopes = new Map<Node | string, Scope>();
  const sorted = drafts.toSorted(
    (a, b) => RANK[a.instance.kind] - RANK[b.instance.kind] || a.node.start - b.node.start,
  );
  for (const draft of sorted) {
    const parent = parentOf(code, draft);
    const known = parent && scopes.get(parent.creation ?? parent.identity);
    // A client that is made in another file says nothing here, but its options hold for what it makes.
    const absent =
      parent && !known ? { instance: parent, node: draft.node, calls: [], indirect: [], shortLived: [] } : undefined;
    const parentScope = known ?? (absent && scopeOf(code, absent, facts, undefined));
    scopes.set(draft.instance.creation ?? draft.instance.identity, scopeOf(code, draft, facts, parentScope));
  }
  return [...scopes.values()].sort((a, b) => a.span.start - b.span.start);
}

const RANK: Readonly<Record<InstanceKind, number>> = { kafka: 0, producer: 1, consumer: 1, admin: 1 };

function parentOf(code: Code, { instance }: Draft): Instance | undefined {
  const called = instance.creation && methodCall(instance.creation);
  return called && ask(code, () => instanceOf(code, called.receiver));
}

function scopeOf(
  code: Code,
  { instance, node, calls, indirect, shortLived }: Draft,
  facts: FileFacts,
  parent: Scope | undefined,
): Scope {
  const { kind, library, creation } = instance;
  const made = creation && callOf(code, creation, library, kind === 'kafka' ? 'Kafka' : kind);
  const isOwn = creation !== undefined && isHere(code, creation);
  return {
    ...facts,
    role: ROLES[kind],
    client: library,
    span: made && isOwn ? made.options.span : { start: node.start, end: node.end },
    ...settingsOf(instance, made),
    calls,
    parts: [],
    written: (key) => key,
    completeness: completenessOf(made),
    ...(instance.package !== undefined && { package: instance.package }),
    ...(indirect.length > 0 && { indirect }),
    ...(shortLived.length > 0 && { shortLived }),
    ...(made && isOwn && { creation: made }),
    ...(creation && (!isOwn || isHandedOn(creation)) && { handedOn: true as const }),
    ...(parent && { parent }),
  };
}

function completenessOf(made: Call | undefined): Scope['completeness'] {
  const all = made ? [made.options, ...(made.more ?? [])] : [];
  return all.length > 0 && all.every(({ completeness }) => completeness === 'complete') ? 'complete' : 'fragment';
}

/**
 * What a client is given. node-rdkafka replaces all settings of topics in the first argument by the second one, also
 * where that is empty; Confluent's classes of the same names only where there is a second one.
 */
function settingsOf({ library, package: from }: Instance, made: Call | undefined): Pick<Scope, 'entries' | 'others'> {
  const entries = made?.options.entries ?? [];
  const second = made?.more?.[0];
  if (library !== 'rdkafka' || !made || !(second || from === 'node-rdkafka')) return { entries, others: [] };
  const isOfTopic = ({ writtenKey }: Entry) => librdkafkaKey(writtenKey)?.topic === true;
  const kept = entries.filter((entry) => !isOfTopic(entry));
  return { entries: [...kept, ...(second?.entries ?? [])], others: entries.filter(isOfTopic) };
}
