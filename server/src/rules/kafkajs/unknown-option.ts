import { callOptions } from '../../catalogue/clients';
import type { Reader } from '../../catalogue/reader';
import type { Options } from '../../model/call';
import type { ConfigEdit } from '../../model/edit';
import type { Entry } from '../../model/entry';
import type { Fix, Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { removeEntry } from '../fixes';
import type { RuleContext, ScopeRule } from '../rule';
import { codecOf } from './support/codecs';
import { addition, importsOf } from './support/fixes';
import { isIgnored, judgeName, type Verdict } from './support/lookalikes';
import { isBefore2, isTrue, methodOf, optionIn } from './support/options';

export const rule: ScopeRule = {
  id: 'kafkajs/unknown-option',
  summary: 'KafkaJS ignores an option that it does not know, or that belongs to another call',
  severity: 'warning',
  roles: ['client', 'producer', 'consumer', 'admin'],
  clients: ['kafkajs'],
  sources: ['kafkajs 2.2.4 src/index.js, src/producer/index.js, src/consumer/index.js: the options that are read'],
  *check({ scope }: Reader, { document }: RuleContext): Iterable<Report> {
    const places: { method: string; options: Options }[] = [
      { method: methodOf(scope), options: scope },
      ...scope.calls.map(({ method, options }) => ({ method, options })),
    ];
    for (const { method, options } of places) {
      if (callOptions('kafkajs', method).length === 0) continue;
      for (const entry of options.entries) {
        if (!isIgnored(method, entry.writtenKey) || entry.overriddenBy) continue;
        if (isBefore2(scope) && method === 'fetchOffsets' && entry.writtenKey === 'topic') continue;
        const verdict = judgeName(method, entry.writtenKey);
        const message = messageFor(method, entry.writtenKey, verdict) + remark(scope, entry, verdict);
        const fixes = fixesFor(scope, entry, verdict, document.text);
        yield {
          span: entry.keySpan,
          message,
          fixes,
          tags: ['unnecessary'],
        };
      }
    }
  },
};

const shown = (method: string): string => (method === 'Kafka' ? 'new Kafka()' : `${method}()`);

function messageFor(method: string, name: string, verdict: Verdict): string {
  const start = `KafkaJS silently ignores \`${name}\` here`;
  switch (verdict.kind) {
    case 'misplaced':
      return `${start}: it is an option of ${verdict.methods.map(shown).join(' and ')}, not of ${shown(method)}.`;
    case 'misspelt':
      return `${start}: ${shown(method)} has \`${verdict.name}\`.`;
    case 'missing':
      return `${start}: ${verdict.instead}.`;
    case 'unknown':
      return `${start}: ${shown(method)} has no such option.`;
  }
}

/** What would be wrong with the value in the right place, too. */
function remark(scope: Scope, { writtenKey, value }: Entry, { kind }: Verdict): string {
  if (writtenKey === 'partitionAssignors' && value.kind === 'literal' && value.form === 'list') {
    return ' That option must be functions, and the names of Java classes make it throw: leave it out.';
  }
  if (kind !== 'misplaced' || value.kind !== 'literal') return '';
  const codec = writtenKey === 'compression' ? codecOf(value.text) : undefined;
  if (codec) return ` ${value.text} would be ${codec.name}, for which KafkaJS needs a package.`;
  if (writtenKey !== 'acks' || value.text === '-1') return '';
  if (isTrue(scope, 'idempotent')) return ' An idempotent producer accepts nothing but -1 there.';
  return value.form === 'string' ? ' There it is a number: -1 for all in-sync replicas.' : '';
}

function fixesFor(scope: Scope, entry: Entry, verdict: Verdict, text: string): Fix[] {
  const removal = removeEntry(entry, 'it has no effect', { safe: verdict.kind === 'missing' });
  if (verdict.kind === 'misspelt') return [...renames(scope, entry, verdict.name), removal];
  if (verdict.kind !== 'misplaced') return [removal];
  return [...moves(scope, entry, verdict.methods, text), removal];
}

/** KafkaJS knows no assigner by name, so that one under the right key would stop the consumer. */
function renames(scope: Scope, entry: Entry, name: string): Fix[] {
  if (name === 'partitionAssigners' || entry.writtenKey.includes('.')) return [];
  return [{ title: `Rename to ${name}`, safe: false, edits: [{ kind: 'rename', entry, scope, key: name }] }];
}

/** To the calls in this file that take the option. */
function moves(scope: Scope, entry: Entry, methods: readonly string[], text: string): Fix[] {
  const value = movedValue(scope, entry, text);
  const calls = scope.calls.filter(
    (call) => methods.includes(call.method) && !optionIn(call.options, entry.writtenKey),
  );
  if (!value || calls.length === 0) return [];
  const edits: ConfigEdit[] = [
    { kind: 'remove', entry },
    ...calls.map(({ options }) => addition(scope, options, entry.writtenKey, value)),
    ...importsOf(scope, value.startsWith('CompressionTypes.') ? ['CompressionTypes'] : []),
  ];
  const targets = [...new Set(calls.map(({ method }) => shown(method)))].join(' and ');
  return [{ title: `Move ${entry.writtenKey} to ${targets}`, safe: false, edits }];
}

/** A value that the right call accepts: codecs that need a package become the one that is built in. */
function movedValue(scope: Scope, { writtenKey, value }: Entry, text: string): string | undefined {
  const source = text.slice(value.span.start, value.span.end);
  if (value.kind !== 'literal') return value.kind === 'dynamic' ? source : undefined;
  if (writtenKey === 'acks') return ['0', '1'].includes(value.text) && !isTrue(scope, 'idempotent') ? value.text : '-1';
  if (writtenKey !== 'compression') return source;
  return value.text === '0' || value.text === 'none' ? undefined : 'CompressionTypes.GZIP';
}
