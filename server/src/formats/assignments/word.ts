import type { Span } from '../../model/span';

/** One `NAME=value` of an instruction that has several. */
export interface AssignmentWord {
  readonly name: string;
  /** Quotes and escapes resolved. */
  readonly text: string;
  /** Something is filled in that nobody knows here. */
  readonly dynamic: boolean;
  /** A default of the file's is filled in. */
  readonly fallback: boolean;
  readonly span: Span;
  readonly nameSpan: Span;
  readonly valueSpan: Span;
}

/** An instruction that sets variables, such as `ENV A=1 B=2`. */
export interface Assigning {
  /** From its keyword to the end of its last line. */
  readonly span: Span;
  readonly words: readonly AssignmentWord[];
}

/** How words are written so that their reader sees name and value again. */
export interface WordDialect {
  /** In place of the word, which is absent for a new one in an instruction of the new kind. */
  word(name: string, value: string, old?: AssignmentWord): string;
  instruction(word: string): string;
  /** What ends a line whose instruction goes on. */
  readonly continuation: string;
}
