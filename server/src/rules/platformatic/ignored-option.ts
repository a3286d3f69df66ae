import { callOptions, clientOption } from '../../catalogue/clients';
import type { Reader } from '../../catalogue/reader';
import type { Options } from '../../model/call';
import type { Entry } from '../../model/entry';
import type { Report } from '../../model/finding';
import type { Scope } from '../../model/scope';
import { tableOf } from '../../model/tableOf';
import { removeEntry } from '../fixes';
import { isTrue, optionIn } from '../kafkajs/support/options';
import type { ScopeRule } from '../rule';
import { nearest } from '../support/nearest';

export const rule: ScopeRule = {
  id: 'platformatic/ignored-option',
  summary: '@platformatic/kafka ignores an option in this place',
  severity: 'warning',
  roles: ['producer', 'consumer', 'admin'],
  clients: ['platformatic'],
  sources: [
    '@platformatic/kafka 2.12.1 dist/clients/*/options.js (the options of each call)',
    '@platformatic/kafka 2.12.1 dist/clients/producer/producer.js (send takes acks of its own options only)',
  ],
  *check({ scope }: Reader): Iterable<Report> {
    if (scope.creation) yield* ignored(scope.role, scope);
    if (scope.role === 'producer') yield* unusedAcks(scope);
    for (const { method, options } of scope.calls) {
      if (callOptions('platformatic', method).length > 0) yield* ignored(method, options);
    }
  },
};

function* ignored(method: string, options: Pick<Options, 'entries'>): Iterable<Report> {
  for (const entry of options.entries) {
    const { writtenKey, overriddenBy, keySpan } = entry;
    if (overriddenBy || writtenKey.includes('.') || clientOption('platformatic', method, writtenKey)) continue;
    yield { span: keySpan, message: messageFor(method, entry), fixes: [removeEntry(entry)], tags: ['unnecessary'] };
  }
}

/** The calls that take what people give to another one. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = tableOf({
  producer: ['send', 'asStream'],
  send: ['producer', 'asStream'],
  consumer: ['consume'],
  consume: ['consumer'],
});

const CLASSES: Readonly<Record<string, string>> = tableOf({
  producer: 'new Producer()',
  consumer: 'new Consumer()',
  admin: 'new Admin()',
});
const shown = (method: string): string => CLASSES[method] ?? `${method}()`;

function messageFor(method: string, { writtenKey }: Entry): string {
  const start = `@platformatic/kafka ignores \`${writtenKey}\` here, unless it is strict and throws`;
  const takers = (NEIGHBOURS[method] ?? []).filter((one) => clientOption('platformatic', one, writtenKey));
  if (takers.length > 0) return `${start}: it is an option of ${takers.map(shown).join(' and ')}.`;
  const names = callOptions('platformatic', method).map(({ name }) => name);
  const close = nearest(writtenKey, names);
  return close ? `${start}: ${shown(method)} accepts \`${close}\`.` : `${start}: ${shown(method)} has no such option.`;
}

/** Declared for the constructor, but read by nothing: an idempotent producer sets it itself. */
function* unusedAcks(scope: Scope): Iterable<Report> {
  const acks = optionIn(scope, 'acks');
  if (!acks || isTrue(scope, 'idempotent')) return;
  const message =
    'acks has no effect in new Producer(): a send() without acks of its own uses 1, so that the leader alone has the record when it succeeds.';
  yield { span: acks.keySpan, message };
}
