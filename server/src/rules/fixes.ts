import type { Reader } from '../catalogue/reader';
import type { ConfigEdit } from '../model/edit';
import type { Entry } from '../model/entry';
import type { Fix } from '../model/finding';

/** `safe` is false unless stated: the author of a rule must have thought about it. */
interface Safety {
  readonly safe?: boolean;
}

export function setEntry(entry: Entry, value: string, { safe = false }: Safety = {}): Fix {
  return { title: `Set ${entry.writtenKey} to ${value}`, safe, edits: [{ kind: 'set', entry, value }] };
}

/** Sets the key where it stands, or adds it at the end of the scope. */
export function addOrSet(reader: Reader, key: string, value: string, { safe = false }: Safety = {}): Fix {
  const entry = reader.entry(key);
  const { scope } = reader;
  const source = scope.writtenValue?.(key, value);
  if (scope.writtenValue) {
    // The library cannot be told, so that nothing is left of the fix.
    if (source === undefined) return { title: `Set ${scope.written(key)}`, safe, edits: [] };
    const edit: ConfigEdit = entry
      ? { kind: 'set', entry, value: source, expression: true }
      : { ...addition(reader, key, source), expression: true };
    const title = entry ? `Set ${entry.writtenKey} to ${source}` : `Add ${scope.written(key)}=${source}`;
    return { title, safe, edits: [edit] };
  }
  if (entry) return setEntry(entry, value, { safe });
  return { title: `Add ${reader.scope.written(key)}=${value}`, safe, edits: [addition(reader, key, value)] };
}

export function removeEntry(entry: Entry, why?: string, { safe = false }: Safety = {}): Fix {
  const title = why ? `Remove ${entry.writtenKey} (${why})` : `Remove ${entry.writtenKey}`;
  return { title, safe, edits: [{ kind: 'remove', entry }] };
}

export function renameEntry(reader: Reader, entry: Entry, key: string, { safe = false }: Safety = {}): Fix {
  const title = `Rename ${entry.writtenKey} to ${reader.scope.written(key)}`;
  return { title, safe, edits: [{ kind: 'rename', entry, scope: reader.scope, key }] };
}

/** Several settings at once, each set where it stands or added. */
export function setAll(
  reader: Reader,
  title: string,
  values: Readonly<Record<string, string>>,
  { safe = false }: Safety = {},
): Fix {
  const edits = Object.entries(values).map(([key, value]): ConfigEdit => {
    const entry = reader.entry(key);
    return entry ? { kind: 'set', entry, value } : addition(reader, key, value);
  });
  return { title, safe, edits };
}

function addition(reader: Reader, key: string, value: string): Extract<ConfigEdit, { kind: 'add' }> {
  return { kind: 'add', scope: reader.scope, key, value };
}
