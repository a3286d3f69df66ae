import type { Reader } from '../../catalogue/reader';
import type { Entry } from '../../model/entry';
import type { Report, Severity } from '../../model/finding';
import type { Scope } from '../../model/scope';
import type { ScopeRule } from '../rule';
import { isLocal } from './support/brokers';
import { setOption } from './support/fixes';
import { isFilledIn } from './support/standIns';

export const rule: ScopeRule = {
  id: 'kafkajs/hardcoded-secret',
  summary: 'A password or key of the cluster stands in the source',
  severity: 'warning',
  roles: ['client'],
  clients: ['kafkajs', 'confluent'],
  sources: ['kafkajs 2.2.4 types/index.d.ts (SASLOptions, KafkaConfig.ssl)'],
  *check({ scope }: Reader): Iterable<Report> {
    for (const entry of scope.entries) {
      if (!SECRETS.test(entry.writtenKey) || entry.overriddenBy || !isSpeltOut(entry)) continue;
      const variable = variableFor(entry.writtenKey);
      const message = `${entry.writtenKey} is spelt out in the source: whoever reads the repository, a build or a backup has it, and changing it takes a release. Read it from the environment or a vault.`;
      const fixes = [setOption(scope, entry, `process.env.${variable} ?? ''`)];
      yield { span: entry.value.span, message, severity: severityOf(entry, scope), fixes };
    }
  },
};

const SECRETS = /^(?:sasl\.(?:password|secretAccessKey|sessionToken)|ssl\.(?:key|passphrase))$/;

function isSpeltOut({ value }: Entry): boolean {
  return value.kind === 'literal' && value.form === 'string' && value.text !== '' && !isFilledIn(value.text);
}

function severityOf({ value }: Entry, scope: Scope): Severity {
  const isForTrying = scope.environment === 'development' || isLocal(scope);
  return isForTrying || (value.kind === 'literal' && value.fallback) ? 'hint' : 'warning';
}

function variableFor(path: string): string {
  const name = path.replace(/^(?:sasl|ssl)\./, '').replace(/([A-Z])/g, '_$1');
  return `KAFKA_${name.toUpperCase()}`;
}
