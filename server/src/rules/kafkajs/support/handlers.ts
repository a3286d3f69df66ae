import type { Call, Handler, HandlerCall } from '../../../model/call';
import type { Scope } from '../../../model/scope';

export interface Run {
  readonly call: Call;
  readonly handler: Handler;
}

/** The handlers of the consumer, each with the `run()` that it is given to. */
export function runsOf({ calls }: Scope): readonly Run[] {
  return calls.flatMap((call) => (call.method === 'run' ? call.handlers.map((handler) => ({ call, handler })) : []));
}

/** Also those that a function of the project is given, which runs the consumer with them. */
export function allRunsOf(scope: Scope): readonly Run[] {
  const { indirect = [] } = scope;
  return [...runsOf(scope), ...runsOf({ ...scope, calls: indirect })];
}

/** Calls of KafkaJS itself, which are no work on a record. */
const OWN: ReadonlySet<string> = new Set([
  'heartbeat',
  'resolveOffset',
  'commitOffsets',
  'commitOffsetsIfNecessary',
  'uncommittedOffsets',
  'isRunning',
  'isStale',
  'pause',
]);

/** What the handler awaits for each message, KafkaJS's own calls left out. */
export function workOf({ calls }: Handler): readonly HandlerCall[] {
  return calls.filter((call) => call.awaited && call.perMessage && !OWN.has(call.name) && call.through === undefined);
}

/** What functions of the project await for each message where the handler waits for them. */
export function workThrough({ calls }: Handler): readonly HandlerCall[] {
  return calls.filter((call) => call.awaited && call.perMessage && !OWN.has(call.name) && call.through !== undefined);
}

export function callsOf({ calls }: Handler, ...names: readonly string[]): readonly HandlerCall[] {
  return calls.filter(({ name, through }) => names.includes(name) && through === undefined);
}

/**
 * Whether the handler may use a part of its payload: true when it names it or takes the payload as a whole, which it can
 * hand on. Only what is false is certain.
 */
export function mayUse({ parameterText, bodyText, calls }: Handler, name: string): boolean {
  if (calls.some((call) => call.name === name)) return true;
  if (parameterText === undefined) return false;
  const pattern = parameterText;
  if (!pattern.startsWith('{') || pattern.includes('...')) return passesOn(bodyText, pattern);
  return new RegExp(`\\b${name}\\b`).test(pattern);
}

/** The payload is used otherwise than for its parts. */
function passesOn(body: string, parameter: string): boolean {
  const name = /^[\w$]+/.exec(parameter)?.[0];
  return name === undefined || new RegExp(`(?<![\\w$.])${name}(?!\\s*\\??\\.|[\\w$])`).test(body);
}
