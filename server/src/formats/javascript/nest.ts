import type { Call } from '../../model/call';
import type { Role, Scope } from '../../model/scope';
import { type Code, textOf } from '../code/code';
import { type Node, nodesOf, partsOf } from '../code/tree';
import { canonicalKeys } from './canonical';
import type { FileFacts } from './clientScopes';
import { optionsOf, shapeOf } from './options';
import { keyOf, valueOfProperty } from './properties';

/** The parts of the options of NestJS's Kafka transport, which hands each of them to KafkaJS as it is. */
const PARTS: readonly { readonly name: string; readonly method: string; readonly role: Role }[] = [
  { name: 'client', method: 'Kafka', role: 'client' },
  { name: 'producer', method: 'producer', role: 'producer' },
  { name: 'consumer', method: 'consumer', role: 'consumer' },
];

const CALLS: readonly { readonly name: string; readonly role: Role }[] = [
  { name: 'send', role: 'producer' },
  { name: 'run', role: 'consumer' },
  { name: 'subscribe', role: 'consumer' },
];

/** Scopes of `{ transport: Transport.KAFKA, options: { client, consumer, ... } }`, in a decorator or a call. */
export function nestScopes(code: Code, facts: FileFacts): Scope[] {
  const scopes: Scope[] = [];
  for (const node of nodesOf(code.root, 'ObjectExpression')) {
    if (!isKafkaTransport(code, node)) continue;
    const options = propertyOf(code, node, 'options');
    if (options) scopes.push(...scopesOf(code, options, facts));
  }
  return scopes;
}

function isKafkaTransport(code: Code, object: Node): boolean {
  const transport = propertyOf(code, object, 'transport');
  return transport !== undefined && /^Transport\s*\.\s*KAFKA$/.test(textOf(transport));
}

function propertyOf(code: Code, object: Node, name: string): Node | undefined {
  const literal = shapeOf(code, object).literal;
  const property = literal && partsOf(literal).findLast((part) => keyOf(part) === name);
  return property && valueOfProperty(property);
}

function scopesOf(code: Code, options: Node, facts: FileFacts): Scope[] {
  const calls = CALLS.flatMap(({ name, role }) => {
    const given = propertyOf(code, options, name);
    return given ? [{ role, call: declaredCall(code, name, given) }] : [];
  });
  return PARTS.flatMap(({ name, method, role }) => {
    const given = propertyOf(code, options, name);
    const own = calls.flatMap(({ role: of, call }) => (of === role ? [call] : []));
    if (!given && own.length === 0) return [];
    const at = given ?? options;
    const { span, entries, completeness } = optionsOf(code, at, given, canonicalKeys('kafkajs', method));
    return [
      {
        ...facts,
        role,
        client: 'kafkajs',
        span,
        entries,
        others: [],
        calls: own,
        parts: [],
        written: (key) => key,
        completeness: given ? completeness : 'fragment',
      },
    ];
  });
}

/** NestJS makes the call itself, with these options. */
function declaredCall(code: Code, method: string, given: Node): Call {
  const span = { start: given.start, end: given.end };
  return {
    method,
    span,
    methodSpan: span,
    statement: span,
    options: { ...optionsOf(code, given, given, canonicalKeys('kafkajs', method)), completeness: 'fragment' },
    outcome: 'awaited',
    awaitable: false,
    unconditional: true,
    guarded: false,
    repetition: 'unknown',
    handlers: [],
    reads: [],
  };
}
