import type { Call } from '../../model/call';
import type { Scope } from '../../model/scope';

/** The calls that hand over one record, or several. */
export function sendsOf({ calls, client }: Scope): readonly Call[] {
  return calls.filter(({ messages, method }) => messages !== undefined || (client === 'java' && JAVA.test(method)));
}

const JAVA = /^send(?:Default)?$/;

export function isInSameLoop(a: Call, b: Call): boolean {
  return a.loop !== undefined && a.loop.span.start === b.loop?.span.start;
}

/** A loop that ends only from within polls something, and has its own pace. */
export function isEndless({ loop }: Call): boolean {
  return loop?.kind === 'while' || loop?.kind === 'for-await';
}

export function isInSameFunction(a: Call, b: Call): boolean {
  return a.enclosing?.span.start === b.enclosing?.span.start;
}
