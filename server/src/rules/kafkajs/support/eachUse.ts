import type { Call } from '../../../model/call';
import type { Scope } from '../../../model/scope';

/** Both are in the same function. */
export function isBeside(call: Call, other: Call): boolean {
  return call.enclosing !== undefined && call.enclosing.span.start === other.enclosing?.span.start;
}

/** What is called on a client in the function that makes it. */
export function callsBeside(creation: Call, { calls }: Scope): readonly Call[] {
  return calls.filter((call) => isBeside(call, creation));
}

/** Words for what happens at each call, where it happens again and again. */
export function howOften({ repetition, enclosing, loop }: Call, { role }: Scope): string | undefined {
  if (loop) return 'Each round of the loop';
  if (repetition === 'request') return 'Each request';
  // A function with parameters that sends is there to be called for each record; one without may be a script.
  const isHelper = role === 'producer' && repetition === 'unknown' && (enclosing?.parameters ?? 0) > 0;
  return isHelper ? `Each call of ${enclosing?.name ?? 'this function'}` : undefined;
}
