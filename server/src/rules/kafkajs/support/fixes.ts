import type { Options } from '../../../model/call';
import type { ConfigEdit } from '../../../model/edit';
import type { Entry } from '../../../model/entry';
import type { Fix } from '../../../model/finding';
import type { Scope } from '../../../model/scope';

interface Wish {
  readonly safe?: boolean;
  /** Names of KafkaJS that the new source text uses. */
  readonly imports?: readonly string[];
}

/** Gives the option a value that is source text. */
export function setOption(scope: Scope, entry: Entry, source: string, { safe = false, imports = [] }: Wish = {}): Fix {
  const edits: ConfigEdit[] = [{ kind: 'set', entry, value: source, expression: true }];
  return { title: `Set ${entry.writtenKey} to ${source}`, safe, edits: [...edits, ...importsOf(scope, imports)] };
}

/** Adds an option to the options of a call, or to the scope's own. */
export function addOption(
  scope: Scope,
  options: Options,
  key: string,
  source: string,
  { safe = false, imports = [] }: Wish = {},
): Fix {
  const edits = [addition(scope, options, key, source), ...importsOf(scope, imports)];
  return { title: `Add ${key}: ${source}`, safe, edits };
}

export function addition(scope: Scope, options: Options, key: string, source: string): ConfigEdit {
  return { kind: 'add', scope, options, key, value: source, expression: true };
}

export function importsOf(scope: Scope, names: readonly string[]): ConfigEdit[] {
  return names.map((name) => ({ kind: 'import', scope, name }));
}
