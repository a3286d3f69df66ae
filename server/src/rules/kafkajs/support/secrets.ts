import type { Entry } from '../../../model/entry';
import type { Report, Severity } from '../../../model/finding';
import type { Scope } from '../../../model/scope';
import { isLocal } from './brokers';
import { setOption } from './fixes';
import { isFilledIn } from './standIns';

/** The secrets among the options that are written out instead of read from somewhere. */
export function* secretsIn(scope: Scope, names: RegExp): Iterable<Report> {
  for (const entry of scope.entries) {
    if (!names.test(entry.writtenKey) || entry.overriddenBy || !isSpeltOut(entry)) continue;
    const variable = variableFor(entry.writtenKey);
    const message = `${entry.writtenKey} is a plain-text secret in the source: whoever reads the repository, a build or a backup has it. Read it from the environment or a vault.`;
    const source = scope.fromEnvironment?.(variable) ?? `process.env.${variable} ?? ''`;
    const fixes = [setOption(scope, entry, source)];
    yield { span: entry.value.span, message, severity: severityOf(entry, scope), fixes };
  }
}

function isSpeltOut({ value }: Entry): boolean {
  return value.kind === 'literal' && value.form === 'string' && value.text !== '' && !isFilledIn(value.text);
}

function severityOf({ value }: Entry, scope: Scope): Severity {
  const isForTrying = scope.environment === 'development' || isLocal(scope);
  return isForTrying || (value.kind === 'literal' && value.fallback) ? 'hint' : 'warning';
}

function variableFor(path: string): string {
  const own = path.replace(/^(?:kafkaJS\.)?(?:sasl|ssl|Net\.SASL)[._]/, '');
  const name = /[a-z]/.test(own.charAt(0)) ? own.replace(/([A-Z])/g, '_$1') : own;
  return `KAFKA_${name.replace(/\W/g, '_').toUpperCase()}`;
}
