import type { ConfigDocument, FormatId } from '../model/document';
import type { ConfigEdit, TextEdit } from '../model/edit';
import type { Role } from '../model/scope';
import type { FoundVersions, KafkaVersion } from '../model/version';
import type { ImportedText } from './javascript/relatives';

/** The longest text that is parsed, in UTF-16 units; a longer one gets a `too-large` problem instead of findings. */
export const MAX_DOCUMENT_LENGTH = 5 * 1024 * 1024;

export interface ParseInput {
  /** For code: the texts of the project's files that it imports. */
  readonly imported?: ImportedText;
  readonly uri: string;
  /** The file's path with `/` or `\` between its parts; its name and folders tell about the role. */
  readonly path: string;
  readonly text: string;
  /** What the user has settled; a directive in the text still wins. */
  readonly hints?: {
    readonly role?: Role;
    readonly version?: KafkaVersion;
    /** What files around it show. */
    readonly found?: FoundVersions;
  };
}

/** A syntax. `parse` never throws, and `render` gives edits that do not overlap. */
export interface Format {
  readonly id: FormatId;
  parse(input: ParseInput): ConfigDocument;
  render(document: ConfigDocument, edits: readonly ConfigEdit[]): TextEdit[];
}
