import type { Finding } from '../model/finding';
import type { Span } from '../model/span';

/** What a run found in one file. */
export interface FileResult {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** The parts of the text that nobody may be shown, in order; looked for on the first call. */
  secrets(): readonly Span[];
}
