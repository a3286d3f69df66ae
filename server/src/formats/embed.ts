import type { ConfigDocument } from '../model/document';
import type { SettingEdit, TextEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Scope } from '../model/scope';
import { type Block, innerText, toOuterEdit, toOuterSpan } from './block';
import type { Format, ParseInput } from './format';

/** What a block of another file configures, in the terms of that file. */
export interface Embedded extends Pick<ConfigDocument, 'entries' | 'scopes' | 'comments' | 'directives' | 'problems'> {
  /** True for an edit of something in the block. */
  holds(edit: SettingEdit): boolean;
  /** Edits of the outer text, for edits that it holds. */
  render(edits: readonly SettingEdit[]): TextEdit[];
}

/**
 * Reads a block of the outer text with a format of its own, such as a `server.properties: |` in a ConfigMap. `path` is
 * the path that the block's file would have.
 */
export function embed(outer: ParseInput, block: Block, format: Format, path: string): Embedded {
  const inner = format.parse({ ...outer, path, text: innerText(outer.text, block) });
  const spanOf = toOuterSpan(outer.text, block);
  const copies = copiesOf(inner, spanOf);
  const back = (edit: SettingEdit): SettingEdit => innerEdit(edit, copies);
  return {
    entries: inner.entries.map(copies.entry),
    scopes: inner.scopes.map(copies.scope),
    comments: inner.comments.map((comment) => ({ ...comment, span: spanOf(comment.span) })),
    directives: inner.directives.map((directive) =>
      directive.kind === 'configure'
        ? { ...directive, span: spanOf(directive.span) }
        : {
            ...directive,
            span: spanOf(directive.span),
            rules: directive.rules.map((rule) => ({ ...rule, span: spanOf(rule.span) })),
            // What is ignored in the whole of an embedded file is ignored in the block.
            covers: directive.covers === 'file' ? block.span : spanOf(directive.covers),
          },
    ),
    problems: inner.problems.map((problem) => ({ ...problem, span: spanOf(problem.span) })),
    holds: (edit) =>
      'entry' in edit ? copies.innerEntry.has(edit.entry) : 'scope' in edit && copies.innerScope.has(edit.scope),
    render: (edits) => format.render(inner, edits.map(back)).map((edit) => toOuterEdit(outer.text, block, edit)),
  };
}

interface Copies {
  entry(entry: Entry): Entry;
  scope(scope: Scope): Scope;
  readonly innerEntry: ReadonlyMap<Entry, Entry>;
  readonly innerScope: ReadonlyMap<Scope, Scope>;
}

/** Copies with spans of the outer text, one for each entry and scope, whoever refers to it. */
function copiesOf(document: ConfigDocument, spanOf: ReturnType<typeof toOuterSpan>): Copies {
  const entries = new Map<Entry, Entry>();
  const scopes = new Map<Scope, Scope>();
  const entry = (one: Entry): Entry => {
    const known = entries.get(one);
    if (known) return known;
    const { value, overriddenBy } = one;
    const copy: Entry = {
      ...one,
      keySpan: spanOf(one.keySpan),
      span: spanOf(one.span),
      value: { ...value, span: spanOf(value.span) },
      ...(overriddenBy && { overriddenBy: entry(overriddenBy) }),
    };
    entries.set(one, copy);
    return copy;
  };
  const scope = (one: Scope, parent?: Scope): Scope => {
    const known = scopes.get(one);
    if (known) return known;
    const parts: Scope[] = [];
    const copy: Scope = {
      ...one,
      span: spanOf(one.span),
      entries: one.entries.map(entry),
      others: one.others.map(entry),
      parts,
      ...(parent && { parent }),
    };
    scopes.set(one, copy);
    parts.push(...one.parts.map((part) => scope(part, copy)));
    return copy;
  };
  for (const one of document.entries) entry(one);
  for (const one of document.scopes) if (!one.parent) scope(one);
  return { entry, scope: (one) => scope(one), innerEntry: inverted(entries), innerScope: inverted(scopes) };
}

function inverted<T>(map: ReadonlyMap<T, T>): ReadonlyMap<T, T> {
  return new Map(Array.from(map, ([inner, outer]) => [outer, inner]));
}

function innerEdit(edit: SettingEdit, { innerEntry, innerScope }: Copies): SettingEdit {
  const entry = 'entry' in edit ? innerEntry.get(edit.entry) : undefined;
  const scope = 'scope' in edit ? innerScope.get(edit.scope) : undefined;
  const after = 'after' in edit && edit.after ? innerEntry.get(edit.after) : undefined;
  return { ...edit, ...(entry && { entry }), ...(scope && { scope }), ...(after && { after }) } as SettingEdit;
}
