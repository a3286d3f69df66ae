import type { RunningPart } from '../features/runningCommand';
import type { Finding, Fix } from '../model/finding';
import type { Span } from '../model/span';

/** What a run found in one file. */
export interface FileResult {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Absent for a file. */
  readonly running?: RunningResult;
  /** Its folder or name shows a test or an example, where advice for production is lowered. */
  readonly development: boolean;
  /** The parts of the text that nobody may be shown, in order; looked for on the first call. */
  secrets(): readonly Span[];
}

/** What of a running cluster was linted, and what there is to say of it in place of lines. */
export interface RunningResult extends RunningPart {
  /** The setting at a place, where there is one. */
  keyAt(span: Span): string | undefined;
  /** The command of Kafka's own tools that makes the fix; undefined where none can. */
  commandOf(fix: Fix): string | undefined;
}
