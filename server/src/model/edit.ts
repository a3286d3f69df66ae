import type { Options } from './call';
import type { Directive } from './document';
import type { Entry } from './entry';
import type { Scope } from './scope';
import type { Span } from './span';

/** A change to configuration in the model's terms; the document's format renders it as text. */
export type ConfigEdit = SettingEdit | DirectiveEdit;

/** Writes, changes or removes a `kafka-lint` comment. */
export interface DirectiveEdit {
  readonly kind: 'directive';
  /** From `kafka-lint` on, without any comment sign; empty to remove an existing one. */
  readonly text: string;
  /** A new one at the top of the file, a new one right above what is at the span, or the one that is there. */
  readonly at: 'top' | { readonly above: Span } | { readonly existing: Directive };
}

/** A change of what is configured. */
export type SettingEdit =
  | { readonly kind: 'set'; readonly entry: Entry; readonly value: string; readonly expression?: true }
  /** `key` is the canonical key; the format writes it with the scope's prefix or naming style. */
  | { readonly kind: 'rename'; readonly entry: Entry; readonly scope: Scope; readonly key: string }
  /** Removes the entry with its line. */
  | { readonly kind: 'remove'; readonly entry: Entry }
  | {
      readonly kind: 'add';
      readonly scope: Scope;
      readonly key: string;
      readonly value: string;
      /** Put the new entry after this one; at the end of the scope when absent. */
      readonly after?: Entry;
      readonly comment?: string;
      /** In code: into these options rather than the scope's own. */
      readonly options?: Options;
      /** In code: the value is source text as it stands, not text that may need quotes. */
      readonly expression?: true;
    }
  /** In code: makes a name of the client library known, such as `CompressionTypes`. */
  | { readonly kind: 'import'; readonly scope: Scope; readonly name: string }
  /** Puts a comment on a line of its own above the entry. */
  | { readonly kind: 'comment'; readonly entry: Entry; readonly text: string }
  /** Replaces text that is no entry's; every format renders it as it stands. */
  | { readonly kind: 'text'; readonly span: Span; readonly newText: string };

/**
 * A change of a setting in another document, in terms that hold without its text. It is rendered once somebody wants it,
 * and only where that document still says `was`.
 */
export interface ForeignEdit {
  readonly uri: string;
  /** The index of the scope among those of the document. */
  readonly scope: number;
  /** As entries of the scope have it. */
  readonly key: string;
  readonly value: string;
  /** What the key says; absent for one that is to be added. */
  readonly was?: string;
}

/** Replaces the text in `span`; an empty span inserts. */
export interface TextEdit {
  readonly span: Span;
  readonly newText: string;
}

/** Applies edits that do not overlap, whatever their order; edits at one place keep their order. */
export function applyTextEdits(text: string, edits: readonly TextEdit[]): string {
  const sorted = edits.map((edit, index) => ({ edit, index }));
  sorted.sort(
    (a, b) => a.edit.span.start - b.edit.span.start || a.edit.span.end - b.edit.span.end || a.index - b.index,
  );
  let result = '';
  let at = 0;
  for (const { edit } of sorted) {
    result += text.slice(at, edit.span.start) + edit.newText;
    at = edit.span.end;
  }
  return result + text.slice(at);
}
