// The web worker has no node:assert: this is what the tests there use of it.

/** Throws when the value is not truthy. */
export function ok(value: unknown, message = 'expected something truthy'): asserts value {
  if (!value) throw new Error(`${message} (got ${String(value)})`);
}

/** Throws unless the two are the same value. */
export function equal(actual: unknown, expected: unknown, message = 'not equal'): void {
  if (!Object.is(actual, expected)) throw new Error(`${message}: got ${show(actual)}, expected ${show(expected)}`);
}

const show = (value: unknown): string => JSON.stringify(value) ?? String(value);
