import type { Entry } from './entry';
import type { Span } from './span';

/** Options that code hands over in an object. */
export interface Options {
  /** The object literal; the argument list when there is none yet, and the whole call when the object is elsewhere. */
  readonly span: Span;
  /** Nested options are flattened: `retry.retries` follows `retry`. */
  readonly entries: readonly Entry[];
  /** `fragment` when a part of the object cannot be seen, so that nothing may be concluded from absence. */
  readonly completeness: 'complete' | 'fragment';
}

/** What becomes of the promise that a call returns. */
export type Outcome =
  | 'awaited'
  | 'returned'
  /** Kept in a variable, an array or handed on. */
  | 'collected'
  /** Only `.catch` follows: nobody waits for it. */
  | 'caught'
  | 'dropped';

/** A failure that goes no further: nothing is done with it, or it is only logged. */
export type Swallowed = 'ignored' | 'logged';

/** Code that repeats: a loop statement, or a callback that runs once for each element. */
export interface Loop {
  readonly kind: 'for-of' | 'for-await' | 'for' | 'while' | 'for-each' | 'map';
  /** The statement, or the call with its callback. */
  readonly span: Span;
  /** The body with its brackets, or the single statement or expression. */
  readonly body: Span;
  /** The loop variable as written, such as `event` or `{ id }`. */
  readonly item?: Span;
  readonly collection?: Span;
  /** The body pauses on purpose, such as by a timer, so that the pace is the author's wish. */
  readonly paced: boolean;
}

/** How often a function runs, as far as its file shows. */
export type Repetition = 'start-up' | 'request' | 'unknown';

/** One element of the `messages` of a send, or of the `topics` that are created. */
export interface MessageElement {
  readonly span: Span;
  readonly form: 'object' | 'string' | 'number' | 'name' | 'spread' | 'other';
  readonly entries: readonly Entry[];
  /** False when a spread hides some of the object's keys. */
  readonly complete: boolean;
}

export interface Messages {
  readonly span: Span;
  readonly count: 'one' | 'many' | 'unknown';
  readonly elements: readonly MessageElement[];
}

/** A call inside a handler that matters to consumption. */
export interface HandlerCall {
  /** The last part of what is called: `heartbeat`, `resolveOffset`, `commitOffsets`, `save`. */
  readonly name: string;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly awaited: boolean;
  /** Its promise is known to be one, and nobody waits for it. */
  readonly adrift?: true;
  /** Runs for each message: always in `eachMessage`, inside the loop over the batch in `eachBatch`. */
  readonly perMessage: boolean;
  /** Behind a condition, such as every thousandth message. */
  readonly conditional: boolean;
  /** Inside `try` with a handler, within the function. */
  readonly guarded: boolean;
  /** What it is called on, as written: `JSON`, `this.store`. */
  readonly object?: string;
  /** What becomes of its failure within the handler. */
  readonly swallowed?: Swallowed;
  /** The function of the project that makes the call, where the handler calls that one. */
  readonly through?: string;
}

/** The function given as `eachMessage` or `eachBatch`, or as the listener of `data`. */
export interface Handler {
  readonly kind: 'eachMessage' | 'eachBatch' | 'data';
  /** Nowhere for a function of another file, whose calls stand where it is handed over. */
  readonly span: Span;
  readonly body: Span;
  readonly bodyText: string;
  /** The parameter as written. */
  readonly parameter?: Span;
  readonly parameterText?: string;
  readonly calls: readonly HandlerCall[];
  /** The loop over the batch's messages. */
  readonly loop?: Loop;
}

/** A property that is read from the result of a call, such as `high`. */
export interface ResultRead {
  readonly name: string;
  readonly span: Span;
}

/** The function behind which a call is made, for one that is seen where that function is called. */
export interface Helper {
  readonly name: string;
  /** The call in the function stands in a `try` with a handler. */
  readonly guarded: boolean;
  /** What becomes of the promise in the function. */
  readonly outcome: Outcome;
}

/** How client code uses a scope: facts that a front end states and rules judge. */
export interface Call {
  /** The method's name: `send`, `run`, `metrics`. */
  readonly method: string;
  /** From the receiver to the closing bracket, without `await`. */
  readonly span: Span;
  readonly methodSpan: Span;
  /** The statement that the call stands in. */
  readonly statement: Span;
  /** The first argument's options. */
  readonly options: Options;
  /** The first argument's source text, when it is no object: `consumer.events.CRASH`. */
  readonly argument?: string;
  /** The first argument's text, where it is a string. */
  readonly argumentText?: string;
  /** The methods that are called on its result, one after another: `pipe`, `subscribe`. */
  readonly chained?: readonly string[];
  readonly outcome: Outcome;
  /** What is awaited is used: it is kept, returned, or handed on. */
  readonly kept?: true;
  /** The innermost code around the call that repeats, within the same function. */
  readonly loop?: Loop;
  /** `await` may stand here: in an async function, or at the top of a module. */
  readonly awaitable: boolean;
  /** Reached whenever its function runs as far: no branch, handler or inner function decides. */
  readonly unconditional: boolean;
  /** Inside `try` with a handler, within the same loop. */
  readonly guarded: boolean;
  /** What becomes of its failure within its function. */
  readonly swallowed?: Swallowed;
  /** It is made on what `transaction()` gives. */
  readonly transactional?: true;
  /** The enclosing function; absent at the top of the file. */
  readonly enclosing?: { readonly span: Span; readonly name?: string; readonly parameters: number };
  readonly repetition: Repetition;
  readonly messages?: Messages;
  /** The `topics` of a call that creates them, where they are written out. */
  readonly topics?: readonly MessageElement[];
  readonly handlers: readonly Handler[];
  /** The options of the further arguments, where the library takes them. */
  readonly more?: readonly Options[];
  /** With calls through a helper. */
  readonly through?: Helper;
  readonly reads: readonly ResultRead[];
}
