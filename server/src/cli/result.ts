import type { Finding } from '../model/finding';
import type { Span } from '../model/span';

/** What a run found in one file. */
export interface FileResult {
  readonly file: string;
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Its folder or name shows a test or an example, where advice for production is lowered. */
  readonly development: boolean;
  /** The parts of the text that nobody may be shown, in order; looked for on the first call. */
  secrets(): readonly Span[];
}
