import type { Reader } from '../../catalogue/reader';
import type { Fix, Report } from '../../model/finding';
import type { ScopeRule } from '../rule';
import { setOption } from './support/fixes';
import { optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/log-level',
  summary: 'logLevel is a string that KafkaJS cannot compare, or hides every error',
  severity: 'warning',
  roles: ['client'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/loggers/index.js (a level is logged unless it is greater than logLevel)'],
  *check({ scope }: Reader): Iterable<Report> {
    const entry = optionIn(scope, 'logLevel');
    if (entry?.value.kind !== 'literal') return;
    const { text, form } = entry.value;
    if (form === 'string' && !/^\d+$/.test(text)) {
      const fixes = fixesFor(text).map((source) =>
        setOption(scope, entry, source, { safe: true, imports: ['logLevel'] }),
      );
      const message = `logLevel must be a member of logLevel: no level is greater than the string '${text}', so KafkaJS logs everything down to DEBUG.`;
      yield { span: entry.span, message, fixes };
      return;
    }
    const isSilent = text === '0' && (form === 'enum' || form === 'number');
    if (!isSilent || scope.environment === 'development') return;
    const message =
      'logLevel.NOTHING hides every error: a consumer that stops for good and brokers that cannot be reached leave no trace in the log.';
    const fixes: Fix[] = [setOption(scope, entry, 'logLevel.ERROR', { imports: ['logLevel'] })];
    yield { span: entry.span, message, severity: 'information', fixes };
  },
};

const LEVELS: ReadonlySet<string> = new Set(['NOTHING', 'ERROR', 'WARN', 'INFO', 'DEBUG']);

function fixesFor(text: string): readonly string[] {
  const name = text.toUpperCase().replace(/^WARNING$/, 'WARN');
  return LEVELS.has(name) ? [`logLevel.${name}`] : [];
}
