import type { Unit } from '../units';
import type { Counterpart } from './counterpart';

/** One option of a call of a JavaScript library. */
export interface ClientOption extends Counterpart {
  /** Dotted when nested; `[]` stands for the elements of an array: `retry.retries`, `messages[].value`. */
  readonly name: string;
  /**
   * What the declarations accept, such as `number`, `string[]`, `function`, `object`, `Buffer`, `null` or `any`.
   */
  readonly kinds: readonly string[];
  /** The only values: texts, or members such as `CompressionTypes.GZIP`. */
  readonly values?: readonly string[];
  /** Must be there whenever the object that it stands in is. */
  readonly required: boolean;
  /** The library's own default as code would write it; absent where it has none. */
  readonly defaultText?: string;
  /** What a number counts. */
  readonly unit?: Unit;
  /** What this library does with it. */
  readonly description?: string;
  /** An object whose further names the catalogue does not know, such as TLS options or headers. */
  readonly open?: true;
}
