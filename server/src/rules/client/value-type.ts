import { settingAt } from '../../catalogue/catalogue';
import type { Reader } from '../../catalogue/reader';
import type { ConfigType } from '../../catalogue/types';
import type { Entry, LiteralForm } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import { tableOf } from '../../model/tableOf';
import type { RuleContext, ScopeRule } from '../rule';

export const rule: ScopeRule = {
  id: 'client/value-type',
  summary: 'A value is an object of a type that the setting does not accept',
  severity: 'error',
  roles: ['producer', 'consumer', 'admin', 'streams'],
  sources: ['ConfigDef.parseType (Expected value to be a string, but it was a java.lang.Integer)'],
  *check({ scope, version }: Reader, { document: { family, text } }: RuleContext): Iterable<Report> {
    if (family !== 'code') return;
    for (const entry of scope.entries) {
      const { value } = entry;
      if (value.kind !== 'literal' || value.fallback || value.form === undefined || entry.overriddenBy) continue;
      const type = settingAt(scope.role, entry.key, version)?.type;
      const wanted = type && ACCEPTED[type];
      if (!wanted || wanted.forms.includes(value.form)) continue;
      const message = `${entry.writtenKey} must be ${wanted.name}, and this is ${NAMES[value.form]}: Kafka throws a ConfigException.`;
      yield { span: value.span, message, fixes: fixesOf(entry, sliceSpan(text, value.span)) };
    }
  },
};

interface Accepted {
  readonly name: string;
  readonly forms: readonly LiteralForm[];
}

/** What ConfigDef reads for each type: strings for all of them, and objects of the type itself. */
const ACCEPTED: Readonly<Partial<Record<ConfigType, Accepted>>> = tableOf<Accepted>({
  STRING: { name: 'a string', forms: ['string'] },
  PASSWORD: { name: 'a string', forms: ['string'] },
  INT: { name: 'an int or a string', forms: ['string', 'number'] },
  LONG: { name: 'a whole number or a string', forms: ['string', 'number', 'long'] },
  DOUBLE: { name: 'a number or a string', forms: ['string', 'number', 'long', 'double'] },
  BOOLEAN: { name: 'a boolean or a string', forms: ['string', 'boolean'] },
  LIST: { name: 'a list or a string', forms: ['string', 'list'] },
  CLASS: { name: 'a class or its name', forms: ['string', 'enum'] },
});

const NAMES: Readonly<Record<LiteralForm, string>> = {
  string: 'a string',
  number: 'an int',
  long: 'a long',
  double: 'a double',
  boolean: 'a boolean',
  null: 'null',
  undefined: 'undefined',
  enum: 'a class',
  list: 'a list',
};

function fixesOf({ value }: Entry, source: string): Fix[] {
  if (value.kind !== 'literal' || value.form === 'list') return [];
  const newText = value.form === 'enum' ? `${source}.getName()` : JSON.stringify(value.text);
  const title = value.form === 'enum' ? 'Write the name of the class' : 'Write the value as a string';
  return [{ title, safe: true, edits: [{ kind: 'text', span: value.span, newText }] }];
}
