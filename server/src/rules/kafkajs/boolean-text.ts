import type { Reader } from '../../catalogue/reader';
import type { Report } from '../../model/finding';
import { sliceSpan } from '../../model/span';
import type { RuleContext, ScopeRule } from '../rule';
import { replaceFix } from './support/texts';

export const rule: ScopeRule = {
  id: 'kafkajs/boolean-text',
  summary: "Boolean('false') is true",
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs', 'confluent', 'platformatic'],
  sources: ['ECMAScript: ToBoolean (only the empty string is false)'],
  *check({ scope }: Reader, { document: { text } }: RuleContext): Iterable<Report> {
    for (const { value, overriddenBy, elsewhere, writtenKey } of scope.entries) {
      if (value.kind !== 'literal' || value.form !== 'boolean' || overriddenBy || elsewhere) continue;
      const given = CONVERTED.exec(sliceSpan(text, value.span))?.[1]?.trim();
      if (given === undefined || !/(['"`])false\1$/.test(given)) continue;
      const message = `${writtenKey} is always on: Boolean() of a string is true unless the string is empty, and 'false' is not. Compare with 'true'.`;
      const inner = /\?\?|\|\|/.test(given) ? `(${given})` : given;
      yield {
        span: value.span,
        message,
        fixes: [replaceFix("Compare with 'true'", value.span, `${inner} === 'true'`)],
      };
    }
  },
};

const CONVERTED = /^Boolean\(([^()]*(?:\([^()]*\)[^()]*)?)\)$/;
