import type { CodeClient } from '../../catalogue/clients/data';
import type { ConfigDocument } from '../../model/document';
import type { Entry } from '../../model/entry';
import type { Scope } from '../../model/scope';
import { type Span, touches } from '../../model/span';
import { methodOf } from '../../rules/kafkajs/support/options';

/** A scope of a library for JavaScript. */
export type CodeScope = Scope & { readonly client: CodeClient };

/** One option in code, and the call that it is given to. */
export interface OptionPlace {
  readonly scope: CodeScope;
  /** `Kafka`, `producer`, `send` … */
  readonly method: string;
  /** With the objects around it: `retry.retries`, `messages[].value`. */
  readonly name: string;
  readonly entry: Entry;
}

/** Every option of the document's clients and of their calls; one that several objects share comes once for each. */
export function optionsOf({ scopes }: ConfigDocument): OptionPlace[] {
  return scopes.filter(isCodeScope).flatMap((scope) => {
    const own = scope.entries.map((entry) => ({ scope, method: methodOf(scope), name: entry.writtenKey, entry }));
    return [...own, ...scope.calls.flatMap((call) => optionsOfCall(scope, call))];
  });
}

/** The option whose name, or whose value where that is known, is at the offset. */
export function optionAt(document: ConfigDocument, offset: number): OptionPlace | undefined {
  return optionsOf(document).find(({ entry }) => partAt(entry, offset) !== undefined);
}

/** The key or the value at the offset. The inside of objects, functions and expressions is not the option's own. */
export function partAt({ keySpan, value }: Entry, offset: number): Span | undefined {
  if (touches(keySpan, offset)) return keySpan;
  return value.kind === 'literal' && touches(value.span, offset) ? value.span : undefined;
}

export function isCodeScope(scope: Scope): scope is CodeScope {
  return scope.client !== 'java' && scope.client !== 'nest';
}

function optionsOfCall(scope: CodeScope, { method, options, messages }: Scope['calls'][number]): OptionPlace[] {
  const own = options.entries.map((entry) => ({ scope, method, name: entry.writtenKey, entry }));
  const elements = messages?.elements ?? [];
  const inMessages = elements.flatMap(({ entries }) =>
    entries.map((entry) => ({ scope, method, name: `messages[].${entry.writtenKey}`, entry })),
  );
  return [...own, ...inMessages];
}
