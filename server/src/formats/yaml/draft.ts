import type { ScopeDraft } from '../../recognition/settingsScopes';
import type { YamlPart } from './read';
import type { Place } from './sites/site';

/** One thing that a YAML document configures. */
export interface YamlDraft extends ScopeDraft {
  /** Absence tells nothing: a template, or a text that is no YAML. */
  readonly uncertain: boolean;
  /** Where its first setting goes. */
  readonly place?: Place;
}

/** What is known of the text around a document. */
export interface YamlContext {
  readonly text: string;
  readonly path: string;
  readonly parts: readonly YamlPart[];
}

/** Finds what one program configures in a document; nothing in documents of other programs. */
export type YamlDialect = (part: YamlPart, context: YamlContext) => YamlDraft[];
