import type { TextEdit } from '../../model/edit';
import type { Span } from '../../model/span';

export interface Suggestion {
  readonly label: string;
  readonly kind: 'key' | 'prefix' | 'value' | 'default' | 'rule' | 'directive';
  readonly detail?: string;
  /** What is inserted by a client that knows no snippets. */
  readonly text: string;
  readonly snippet?: string;
  /** Suggestions are shown in this order. */
  readonly sort: string;
  /** What the typed text is compared with, where that is not the label. */
  readonly filter?: string;
  readonly preselect?: boolean;
  readonly deprecated?: boolean;
  /** The setting to describe when the suggestion is looked at, and the place of its scope in the document. */
  readonly setting?: { readonly scope: number; readonly key: string };
  /** In Markdown, where there is no such setting. */
  readonly documentation?: string;
  /** Whose it is, to tell it from the suggestions of others. */
  readonly source?: string;
  /** Changes elsewhere in the file that it needs, such as an import. */
  readonly additional?: readonly TextEdit[];
}

export interface Suggestions {
  /** What has been typed of it; it ends at the caret. */
  readonly typed: Span;
  /** All that stands there, also behind the caret. */
  readonly whole: Span;
  readonly items: readonly Suggestion[];
  /** The items depend on what has been typed, so that more typing asks for others. */
  readonly incomplete: boolean;
}
