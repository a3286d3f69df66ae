import type { ConfigDocument } from '../model/document';
import type { SettingEdit, TextEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Role, Scope } from '../model/scope';
import type { Span } from '../model/span';
import type { KafkaVersion } from '../model/version';
import { fileNameOf } from '../protocol/fileKinds';
import { type Block, innerText, toOuterEdit, toOuterSpan } from './block';
import type { Format, ParseInput } from './format';

/** What a block of another file configures, in the terms of that file. */
export interface Embedded
  extends Pick<ConfigDocument, 'entries' | 'scopes' | 'monitoring' | 'comments' | 'directives' | 'problems'> {
  /** Edits of the outer text, for edits of something in the block. */
  render(edits: readonly SettingEdit[]): TextEdit[];
  /** Where a comment on the line before speaks of the entry; undefined where none can stand. */
  placeOf(entry: Entry): number | undefined;
  /** What stands between its keys and values. */
  readonly separator: string;
}

/** What is known of the text around. */
export interface Outer extends ParseInput {
  /** The version that a directive of the outer text says, for blocks that say none. */
  readonly stated?: KafkaVersion;
  /** Other places add to the file, or to what it says of secure clients, so that absence tells nothing. */
  readonly partial?: 'all' | 'clients';
}

/**
 * Reads a block of the outer text with a format of its own, such as a `server.properties: |` in a ConfigMap. `path` is
 * the path that the block's file would have.
 */
export function embed(outer: Outer, block: Block, format: Format, path: string): Embedded {
  // A file within an embedded file is nobody's.
  const { formatOf: _, stated, partial, ...around } = outer;
  const inner = format.parse({ ...around, path, text: innerText(outer.text, block) });
  const spanOf = toOuterSpan(outer.text, block);
  const copies = copiesOf(inner, spanOf, { name: fileNameOf(path), stated, partial });
  const back = (edit: SettingEdit): SettingEdit => innerEdit(edit, copies);
  return {
    entries: inner.entries.map(copies.entry),
    scopes: inner.scopes.map(copies.scope),
    ...(inner.monitoring && { monitoring: copies.moved(inner.monitoring) }),
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
    render: (edits) => format.render(inner, edits.map(back)).map((edit) => toOuterEdit(outer.text, block, edit)),
    placeOf: (entry) => {
      const place = format.comments?.placeOf(inner, (copies.innerEntry.get(entry) ?? entry).span);
      return place === undefined ? undefined : spanOf({ start: place, end: place }).start;
    },
    separator: format.separator?.(inner) ?? '=',
  };
}

/** What its scopes get from the text around. */
interface File {
  readonly name: string;
  readonly stated: KafkaVersion | undefined;
  readonly partial: Outer['partial'];
}

interface Copies {
  entry(entry: Entry): Entry;
  scope(scope: Scope): Scope;
  moved<T>(fact: T): T;
  readonly innerEntry: ReadonlyMap<Entry, Entry>;
  readonly innerScope: ReadonlyMap<Scope, Scope>;
}

/** Copies with spans of the outer text, one for each entry and scope, whoever refers to it. */
function copiesOf(document: ConfigDocument, spanOf: ReturnType<typeof toOuterSpan>, file: File): Copies {
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
  const moved = <T>(fact: T): T => movedFact(fact, spanOf, entry) as T;
  const scope = (one: Scope, parent?: Scope): Scope => {
    const known = scopes.get(one);
    if (known) return known;
    const parts: Scope[] = [];
    // Of several files in one text, each thing is called by its file, unless it has a name in there.
    const name = one.name ?? file.name;
    const copy: Scope = {
      ...one,
      span: spanOf(one.span),
      entries: one.entries.map(entry),
      others: one.others.map(entry),
      ...(one.container && { container: moved(one.container) }),
      ...(one.resource && { resource: moved(one.resource) }),
      ...(one.spring && { spring: moved(one.spring) }),
      ...(one.machine && { machine: moved(one.machine) }),
      name,
      ...(isPartial(one, file) && { completeness: 'fragment' }),
      ...(file.stated &&
        one.target.source !== 'directive' && { target: { version: file.stated, source: 'directive' } }),
      parts,
      ...(parent && { parent }),
    };
    scopes.set(one, copy);
    parts.push(...one.parts.map((part) => scope(part, copy)));
    return copy;
  };
  for (const one of document.entries) entry(one);
  for (const one of document.scopes) if (!one.parent) scope(one);
  return { entry, scope: (one) => scope(one), moved, innerEntry: inverted(entries), innerScope: inverted(scopes) };
}

/** A copy of a fact with all that has a place in it: facts are plain data, lists and tables. */
function movedFact(fact: unknown, spanOf: (span: Span) => Span, entryOf: (entry: Entry) => Entry): unknown {
  const moved = (part: unknown): unknown => movedFact(part, spanOf, entryOf);
  if (Array.isArray(fact)) return fact.map(moved);
  if (fact instanceof Map) return new Map(Array.from(fact, ([name, part]) => [name, moved(part)]));
  if (typeof fact !== 'object' || fact === null) return fact;
  if ('keySpan' in fact) return entryOf(fact as Entry);
  if ('start' in fact && 'end' in fact) return spanOf(fact as Span);
  return Object.fromEntries(Object.entries(fact).map(([name, part]) => [name, moved(part)]));
}

const CLIENTS: readonly Role[] = ['producer', 'consumer', 'admin', 'client', 'streams'];

/** Where a client logs in, its passwords are elsewhere. */
function isPartial({ role, entries }: Scope, { partial }: File): boolean {
  const isSecure = entries.some(({ key, value }) => key === 'security.protocol' && value.text.trim() !== 'PLAINTEXT');
  return partial === 'all' || (partial === 'clients' && isSecure && CLIENTS.includes(role));
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
