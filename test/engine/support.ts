import assert from 'node:assert/strict';
import type { LintSettings } from '../../server/src/engine/lint';
import { parseDocument } from '../../server/src/formats/registry';
import type { ConfigDocument } from '../../server/src/model/document';
import type { Report, Severity } from '../../server/src/model/finding';
import type { ScopeRule } from '../../server/src/rules/rule';

export const NO_SETTINGS: LintSettings = { severityOf: () => undefined };

export function parse(text: string, path = '/producer.properties'): ConfigDocument {
  const document = parseDocument({ uri: `file://${path}`, path, text, hints: {} });
  assert.ok(document, `nothing of Kafka in ${path}`);
  return document;
}

/** A rule of a test that reports every entry, or what it is given. */
export function ruleOf(id: string, more: Partial<ScopeRule> = {}): ScopeRule {
  return {
    id,
    summary: 'A rule of a test',
    severity: 'warning',
    roles: ['producer'],
    sources: [],
    *check({ scope }): Iterable<Report> {
      for (const { span, key } of scope.entries) yield { span, message: `${id} at ${key}` };
    },
    ...more,
  };
}

export function levels(table: Readonly<Record<string, Severity | 'off'>>): LintSettings {
  return { severityOf: (rule) => table[rule] };
}
