import type { ConfigEdit, ForeignEdit } from './edit';
import type { Span } from './span';

export const SEVERITIES = ['error', 'warning', 'information', 'hint'] as const;
export type Severity = (typeof SEVERITIES)[number];

export interface Fix {
  /** Says what will change, in the imperative: `Set linger.ms to 20`. */
  readonly title: string;
  /**
   * Safe means that it cannot weaken delivery guarantees, security or ordering, nor break start-up. *Fix all*,
   * on-save and `--fix` apply safe fixes only.
   */
  readonly safe: boolean;
  readonly edits: readonly ConfigEdit[];
  /** What it changes in other documents. */
  readonly foreign?: readonly ForeignEdit[];
  /** A command for a shell, to be copied: what it changes is not in any file. Then there are no edits. */
  readonly command?: string;
}

/** A place in another document, whose text is not at hand; lines and characters count from 0, the end is exclusive. */
export interface ForeignPlace {
  readonly uri: string;
  readonly start: Position;
  readonly end: Position;
}

export interface Position {
  readonly line: number;
  readonly character: number;
}

export interface RelatedPlace {
  /** In the finding's own document, where `foreign` does not name another one. */
  readonly span: Span;
  readonly message: string;
  readonly foreign?: ForeignPlace;
}

/** What a rule reports; the engine adds the rule's id and the severity in force. */
export interface Report {
  readonly span: Span;
  /** What is wrong and what it costs, one or two sentences. */
  readonly message: string;
  /** Only where it differs from the rule's own severity. */
  readonly severity?: Severity;
  /** The first fix is the preferred one. */
  readonly fixes?: readonly Fix[];
  readonly related?: readonly RelatedPlace[];
  readonly tags?: readonly ('unnecessary' | 'deprecated')[];
}

export interface Finding extends Report {
  readonly rule: string;
  readonly severity: Severity;
  readonly fixes: readonly Fix[];
}
