import type { Span } from './span';

/**
 * What stands to the right of a key.
 *
 * `literal` has the text as Kafka will see it (escapes resolved, not yet trimmed), `dynamic` cannot be known
 * here (`${VAR}`, `{{ helm }}`, an expression), `absent` is a key without any value. No rule fires on `dynamic`.
 */
export type Value =
  | {
      readonly kind: 'literal';
      readonly text: string;
      readonly span: Span;
      /** What it is in code; absent in formats whose values are all text. */
      readonly form?: LiteralForm;
      /** What the file has, where its program reads a number and prints it in another way: `3.10` becomes 3.1. */
      readonly written?: string;
      /** Arithmetic in code has gone beyond the type of its numbers, and begun again at the other end. */
      readonly wraps?: true;
      /** It holds in some cases only, such as when an environment variable is not set. */
      readonly fallback?: true;
    }
  | { readonly kind: 'dynamic'; readonly text: string; readonly span: Span; readonly form?: 'object' | 'function' }
  | { readonly kind: 'absent'; readonly text: ''; readonly span: Span };

/**
 * `enum` is a constant of the library, such as `CompressionTypes.GZIP`; a list's text has commas between its elements.
 * `long` is a number of a type that a language keeps apart from its usual whole numbers, `double` one with a fraction.
 */
export type LiteralForm = 'string' | 'number' | 'long' | 'double' | 'boolean' | 'null' | 'undefined' | 'enum' | 'list';

/** One `key = value` of a scope. */
export interface Entry {
  /** Kafka's own name within the scope's role, without any prefix: `linger.ms`. */
  readonly key: string;
  /** The key as the file has it, escapes resolved: `producer.linger.ms`, `KAFKA_LOG_DIRS`, `maxBytes`. */
  readonly writtenKey: string;
  readonly keySpan: Span;
  readonly value: Value;
  /** Key, separator and value, without the line's end. */
  readonly span: Span;
  /** It is written in another file: its spans are of what it comes through here, and nothing of it can be changed. */
  readonly elsewhere?: true;
  /** Other scopes of the document have it too. */
  readonly shared?: true;
  /** Set when a later entry of the same key wins, as in java.util.Properties. */
  readonly overriddenBy?: Entry;
}
