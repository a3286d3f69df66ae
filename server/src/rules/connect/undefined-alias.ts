import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { setEntry } from '../fixes';
import type { ScopeRule } from '../rule';
import { nearest } from '../support/nearest';

const LISTS = ['transforms', 'predicates'] as const;

export const rule: ScopeRule = {
  id: 'connect/undefined-alias',
  summary: 'A transformation or a predicate is named, and its type is not',
  severity: 'error',
  roles: ['connector'],
  sources: ['ConnectorConfig.EnrichablePlugin.enrich', 'ConnectorConfig.PREDICATE_CONFIG validator'],
  *check(reader: Reader): Iterable<Report> {
    // A part of a connector may leave the rest to others.
    if (reader.scope.completeness !== 'complete') return;
    for (const list of LISTS) yield* withoutType(reader, list);
    yield* withoutPredicate(reader);
  },
};

function* withoutType(reader: Reader, list: (typeof LISTS)[number]): Iterable<Report> {
  const named = reader.setList(list);
  if (!named) return;
  for (const alias of new Set(named.value)) {
    if (alias === '' || reader.has(`${list}.${alias}.type`)) continue;
    const others = aliasesIn(reader, list).filter((other) => !named.value.includes(other));
    const meant = nearest(alias, others) ?? (others.length === 1 ? others[0] : undefined);
    const hint = meant === undefined ? '' : ` The file has ${list}.${meant}.type.`;
    const message = `${list}.${alias}.type is missing, so Connect rejects the connector.${hint}`;
    yield { span: named.entry.span, message, fixes: meant === undefined ? [] : [renamed(named.entry, alias, meant)] };
  }
}

/** The aliases for which the file has a type. */
function aliasesIn({ scope }: Reader, list: string): string[] {
  return scope.entries.flatMap(({ key }) =>
    key.startsWith(`${list}.`) && key.endsWith('.type') ? [key.slice(list.length + 1, -'.type'.length)] : [],
  );
}

function renamed(entry: Entry, alias: string, meant: string): Fix {
  const names = entry.value.text.split(',').map((name) => (name.trim() === alias ? name.replace(alias, meant) : name));
  return { ...setEntry(entry, names.join(',').trim()), title: `Name it ${meant}, as the settings below do` };
}

function* withoutPredicate(reader: Reader): Iterable<Report> {
  const names = reader.setList('predicates')?.value ?? [];
  if (reader.has('predicates') && names.length === 0) return;
  for (const entry of reader.scope.entries) {
    const isOne = /^transforms\.[^.]+\.predicate$/.test(entry.key) && entry.value.kind === 'literal';
    const name = entry.value.text.trim();
    if (!isOne || entry.overriddenBy || name === '' || names.includes(name)) continue;
    const message = `${entry.writtenKey} is ${name}, which is not among the predicates: Connect rejects the connector.`;
    yield { span: entry.span, message };
  }
}
