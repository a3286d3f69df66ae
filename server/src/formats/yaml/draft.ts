import type { PlacedDraft } from '../sites/placedDraft';
import type { YamlPart } from './read';

/** One thing that a YAML document configures. */
export interface YamlDraft extends PlacedDraft {
  /** Absence tells nothing: a template, or a text that is no YAML. */
  readonly uncertain: boolean;
}

/** What is known of the text around a document. */
export interface YamlContext {
  readonly text: string;
  readonly path: string;
  readonly parts: readonly YamlPart[];
}

/** Finds what one program configures in a document; nothing in documents of other programs. */
export type YamlDialect = (part: YamlPart, context: YamlContext) => YamlDraft[];
